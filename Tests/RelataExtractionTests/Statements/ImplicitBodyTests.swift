import RelataDocuments
import RelataExtraction
import RelataGazetteer
import RelataGraph
import RelataLanguage
import Testing

/// "President Henri Delorme": of what, the sentence leaves to the reader.
@Suite("Offices whose body another sentence names") struct ImplicitBodyTests {
  private static let france = """
    France mourns former minister

    PARIS — France said farewell on Monday to Simone Vallon, who was minister of health in the nineties. Thousands of people \
    stood in the rain in Paris. Former president Henri Delorme praised her courage. "France has lost a great woman," he said.
    """

  @Test("are held in what the text is about, by the sentence that names the holder")
  func body() throws {
    let read = try Extraction.of(Self.france)
    let stated = try read.notation()
    let found = try #require(read.statements.first { $0.relation == "head_of_state_of" }, "\(stated)")
    #expect(read.entities[found.subject].name == "Henri Delorme")
    #expect(read.entities[found.object].name == "France")
    #expect(found.evidence.quote == "Former president Henri Delorme praised her courage.")
    #expect(found.evidence.trigger == "role president, implicit")
    #expect(0.5...1 ~= found.confidence)
    let starts = read.statements.map(\.evidence.start)
    #expect(starts == starts.sorted(), "in the order of the text")
  }

  /// A text, and what it leaves to the reader.
  @Test(
    "ministers and capitals are those of what the text is about",
    arguments: [
      (
        "Storms hit Kenya on Friday. Roads in Kenya were closed. Finance minister Jane Oduya said that help was on the "
          + "way from the capital, Nairobi.",
        ["Jane Oduya minister_of Kenya", "Nairobi capital_of Kenya"]
      ),
      // A conjunct holds it in what the office before is held in, here and in every other sentence.
      (
        "Israeli Prime Minister Dan Levi and finance minister Yoav Stern, Greek Prime Minister Kostas Mitsos and finance "
          + "minister Petros Hatzis met in Athens on Tuesday. Greece wants a pipeline. Greece will pay for it. Finance "
          + "minister Yoav Stern praised Greece.",
        ["Petros Hatzis minister_of Greece"]
      ),
      // Somebody called by the surname alone may be known for an office elsewhere.
      (
        "Iraqis voted in Iraq on Friday. President Miller welcomed the election in Iraq. Iraq has been calm.",
        []
      ),
      // Which city is meant by "the capital" is unsure, and one that is known to lie elsewhere is another
      // country's.
      (
        "Ecuador and Colombia closed their border. Ecuador sent soldiers. Ecuador is calm. Bogota, the capital, was "
          + "shaken by a blast.",
        []
      ),
      ("Pakistan held elections. Thousands in Pakistan marched in Lahore. The capital was quiet.", []),
      // Nobody's where two of one title would be of one state.
      (
        "Ghana will not pay. Ghana has no money, say others. Finance Minister Abel Mensa and Finance Minister Tom "
          + "Okello met in Accra.",
        []
      ),
    ])
  func ministers(text: String, expected: [String]) throws {
    let read = try Extraction.of(text)
    let stated = try read.notation()
    let implicit = read.statements.filter { $0.evidence.trigger.hasSuffix("implicit") }.map {
      "\(read.entities[$0.subject].name) \($0.relation) \(read.entities[$0.object].name)"
    }
    #expect(Set(implicit) == Set(expected), "\(stated)")
  }

  /// Each text tells of the person and of the body; none says that the one heads the other.
  @Test(
    "are not guessed where the text tells of what, where others hold them, or where the title is a name",
    arguments: [
      // Another sentence says of what.
      (
        "Protests went on in Kenya on Tuesday. Police fired tear gas in Nairobi, the capital of Kenya. President John "
          + "Mwangi spoke in the evening. John Mwangi is the president of Uganda.",
        "John Mwangi", "Kenya"
      ),
      (
        "Ghana raised the price of water. Kofi Mensah is president of Ghana Water Company. Ghana has little rain. "
          + "President Mensah asked for patience in Accra.",
        "Kofi Mensah", "Ghana"
      ),
      // Who holds it is told in the same sentence, or elsewhere.
      (
        "Ukraine wants weapons. Ukraine asked Washington for them. On Monday, President Harold Baker called Ukrainian "
          + "President Petro Kovalenko.",
        "Harold Baker", "Ukraine"
      ),
      (
        "Ukraine wants weapons. Ukrainian President Petro Kovalenko came to Warsaw. Ukraine has asked for much. "
          + "President Harold Baker arrived in the evening.",
        "Harold Baker", "Ukraine"
      ),
      // The title itself says of what.
      (
        "Pharmacists in Britain sell fewer antibiotics, a study says. The study was made in Britain by the Royal "
          + "Pharmaceutical Society. Society President Ash Sohn said that Britain must go on.",
        "Ash Sohn", "United Kingdom"
      ),
      (
        "Teachers in Peru went on strike. Schools in Peru were closed. President Lisa Monroe of the teachers' union "
          + "spoke in Lima.",
        "Lisa Monroe", "Peru"
      ),
      // A name.
      (
        "Readers in the United States love his books. Stephen King wrote on Tuesday that the United States had changed.",
        "Stephen King", "United States"
      ),
    ])
  func elsewhere(text: String, holder: String, body: String) throws {
    let read = try Extraction.of(text)
    let stated = try read.notation()
    #expect(
      read.entities.contains { holder.hasSuffix($0.name) || $0.name == holder },
      "\(read.entities.map(\.name))")
    #expect(read.entities.contains { $0.name == body }, "\(read.entities.map(\.name))")
    #expect(
      !read.statements.contains {
        $0.evidence.trigger.hasSuffix("implicit") && read.entities[$0.object].name == body
          && holder.hasSuffix(read.entities[$0.subject].name)
      }, "\(stated)")
  }

  @Test("are nobody's where several would hold one at a time: the text is about a summit")
  func several() throws {
    let summit = """
      Ukraine needs help. Leaders spoke about Ukraine in Berlin. President Paul Berger arrived on Monday. \
      President Karl Lund joined by video. Ukraine thanked them.
      """
    let read = try Extraction.of(summit)
    #expect(read.entities.contains { $0.name == "Paul Berger" })
    #expect(!read.statements.contains { $0.relation == "head_of_state_of" }, "\(read.statements)")
  }

  @Test("are stated once, by a sentence that asserts it")
  func once() throws {
    let text =
      Self.france
      + " In Paris, some said that Henri Delorme was president. Former president Delorme left France."
    let read = try Extraction.of(text)
    let stated = try read.notation()
    let found = read.statements.filter { $0.relation == "head_of_state_of" }
    #expect(found.map { read.entities[$0.subject].name } == ["Henri Delorme"], "\(stated)")
    #expect(found.allSatisfy { $0.modality == .asserted }, "\(stated)")
  }

  @Test("are asserted no more than the sentence asserts them, by whom it says")
  func factuality() throws {
    let text = """
      Gabon closed its borders. Soldiers stood in the streets of Gabon. General Paul Mba said that Brice Oligi was president.
      """
    let read = try Extraction.of(text)
    let found = try #require(
      read.statements.first { $0.evidence.trigger.hasSuffix("implicit") }, "\(read.statements)")
    #expect(found.modality == .reported)
    let source = try #require(found.attribution)
    #expect(read.entities[source].name == "Paul Mba")
  }

  @Test("a higher least confidence states no more")
  func threshold() throws {
    let model = try LanguageModel.embedded()
    func statements(_ least: Double) throws -> Set<String> {
      let extractor = try Extractor(
        ontology: .embedded(), gazetteer: .embedded(), model: model, leastConfidence: least)
      let text = """
        China said President Trump had broken his word. China will answer. Beijing closed the market to American soy.
        """
      let read = extractor.extract(Analyzer(model: model).analyze(SourceDocument(id: "a.txt", text: text)))
      return Set(
        read.statements.map {
          "\(read.entities[$0.subject].name) \($0.relation) \(read.entities[$0.object].name)"
        })
    }
    let all = try statements(0.2)
    #expect(!all.isEmpty)
    #expect(try statements(0.7).isSubset(of: all))
  }
}
