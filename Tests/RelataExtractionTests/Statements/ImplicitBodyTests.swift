import RelataExtraction
import RelataGraph
import RelataLanguage
import RelataGazetteer
import RelataDocuments
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
    #expect(found.role == "former president")
    #expect(found.evidence.quote == "Former president Henri Delorme praised her courage.")
    #expect(found.evidence.trigger == "role president, implicit")
    #expect(0.5...1 ~= found.confidence)
  }

  @Test("are found in a few bare sentences, too")
  func bare() throws {
    let stated = try Extraction.of("Peru accused Ecuador. Peru sued Chile. President Dina Boluarte spoke.")
      .notation()
    #expect(stated.contains("Dina Boluarte –head_of_state_of→ Peru"), "\(stated)")
  }

  /// Each text says where its person is president, or of what others are; none says more.
  @Test(
    "are not held where another sentence says otherwise, where somebody else holds them in the same sentence, or where the title says of what",
    arguments: [
      (
        "Protests went on in Kenya on Tuesday. Police fired tear gas in Nairobi, the capital of Kenya. President John "
          + "Mwangi spoke in the evening. John Mwangi is the president of Uganda.",
        "John Mwangi", "Kenya"
      ),
      (
        "Ukraine wants weapons. Ukraine asked Washington for them. On Monday, President Harold Baker called Ukrainian "
          + "President Petro Kovalenko.",
        "Harold Baker", "Ukraine"
      ),
      (
        "Pharmacists in Britain sell fewer antibiotics, a study says. The study was made in Britain by the Royal "
          + "Pharmaceutical Society. Society President Ash Sohn said that Britain must go on.",
        "Ash Sohn", "United Kingdom"
      ),
    ])
  func elsewhere(text: String, holder: String, body: String) throws {
    let read = try Extraction.of(text)
    let stated = try read.notation()
    #expect(read.entities.contains { $0.name == holder }, "\(read.entities.map(\.name))")
    #expect(read.entities.contains { $0.name == body }, "\(read.entities.map(\.name))")
    #expect(
      !read.statements.contains {
        read.entities[$0.subject].name == holder && $0.relation == "head_of_state_of"
          && read.entities[$0.object].name == body
      }, "\(stated)")
  }

  @Test("are stated once, however often the title is repeated")
  func once() throws {
    let text =
      Self.france
      + " President Delorme left France afterwards. In Paris, President Delorme met Simone Vallon."
    let read = try Extraction.of(text)
    let stated = try read.notation()
    let found = read.statements.filter {
      $0.relation == "head_of_state_of" && read.entities[$0.subject].name == "Henri Delorme"
    }
    #expect(found.count == 1, "\(stated)")
  }

  @Test("a user's own office is such a one where one at a time can hold it")
  func ownOntology() throws {
    let builtIn = try Ontology.embedded()
    func offices(isSole: Bool) throws -> [DocumentStatement] {
      let own = RelationType(
        id: "abbot_of", label: "abbot of", definition: "Subject leads the object, a monastery.",
        domain: [.person], range: [.country], isInverseFunctional: isSole,
        triggers: [Trigger(kind: .role, pattern: ["president"])])
      let ontology = Ontology(types: builtIn.types, relations: [own])
      let model = try LanguageModel.embedded()
      let extractor = try Extractor(ontology: ontology, gazetteer: .embedded(), model: model)
      let source = SourceDocument(id: "own.txt", text: Self.france)
      return extractor.extract(Analyzer(model: model).analyze(source)).statements.filter { !$0.isOpen }
    }
    #expect(try offices(isSole: true).map(\.relation) == ["abbot_of"])
    #expect(try offices(isSole: false).isEmpty)
  }
}
