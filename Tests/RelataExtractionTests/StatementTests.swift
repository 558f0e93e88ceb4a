import RelataDocuments
import RelataExtraction
import RelataGazetteer
import RelataGraph
import RelataLanguage
import Testing

/// The pipeline up to one document's statements, loaded once.
enum Reader {
  static let shared: Result<(Analyzer, Extractor), any Error> = Result {
    let model = try LanguageModel.embedded()
    return (
      Analyzer(model: model),
      try Extractor(ontology: try Ontology.embedded(), gazetteer: try Gazetteer.embedded(), model: model)
    )
  }

  static func read(_ text: String) throws -> ExtractedDocument {
    let (analyzer, extractor) = try shared.get()
    return extractor.extract(analyzer.analyze(SourceDocument(id: "test.txt", text: text)))
  }

  /// Typed statements as `subject relation object`, then what is not plain: negated, the modality, `@time`.
  static func statements(_ text: String) throws -> [String] {
    let document = try read(text)
    return document.statements.filter { !$0.isOpen }.map { statement in
      var line =
        "\(document.entities[statement.subject].name) \(statement.relation) \(document.entities[statement.object].name)"
      if statement.polarity == .negated { line += " negated" }
      if statement.modality != .asserted { line += " \(statement.modality.rawValue)" }
      if let time = statement.time { line += " @\(time)" }
      return line
    }
  }
}

struct Example: Sendable, CustomStringConvertible {
  var text: String
  var expected: String

  init(_ text: String, _ expected: String) {
    self.text = text
    self.expected = expected
  }

  var description: String { text }
}

@Suite("Statements")
struct StatementTests {
  static let syntax = [
    Example("Hezbollah, Iran's key ally, rejected the plan.", "Hezbollah allied_with Iran"),
    Example("Germany attacked Poland on September 1, 1939.", "Germany attacked Poland @1939-09-01"),
    Example("Manila was captured by Japan in January 1942.", "Japan captured Manila @1942-01"),
    Example("Google acquired YouTube in 2006.", "Google acquired YouTube @2006"),
    Example("Emmanuel Macron visited Beijing and met Xi Jinping.", "Emmanuel Macron visited Beijing"),
    Example("Emmanuel Macron visited Beijing and met Xi Jinping.", "Emmanuel Macron met_with Xi Jinping"),
    Example(
      "Kenya's Foreign Minister Musalia Mudavadi spoke to reporters.", "Musalia Mudavadi minister_of Kenya"),
    Example(
      "French President Emmanuel Macron arrived in Rabat on 28 October 2024.",
      "Emmanuel Macron visited Rabat @2024-10-28"),
    Example("Angela Merkel met with Barack Obama in Berlin.", "Angela Merkel met_with Barack Obama"),
    Example(
      "Microsoft, which acquired LinkedIn in 2016, is based in Redmond.", "Microsoft acquired LinkedIn @2016"),
    Example("The United States imposed sanctions on Venezuela.", "United States sanctioned Venezuela"),
  ]

  @Test("follow the syntax", arguments: syntax)
  func followSyntax(_ example: Example) throws {
    #expect(try Reader.statements(example.text).contains(example.expected))
  }

  static let commitment = [
    Example("Spain has never recognized Kosovo.", "Spain recognized Kosovo negated"),
    Example("Serbia refused to recognize Kosovo.", "Serbia recognized Kosovo negated"),
    Example("Narendra Modi will visit Moscow.", "Narendra Modi visited Moscow planned"),
    Example("Narendra Modi plans to visit Moscow.", "Narendra Modi visited Moscow planned"),
    Example("Norway may recognize Palestine.", "Norway recognized Palestine hypothetical"),
    Example("Ethiopia said that Eritrea attacked Asmara.", "Eritrea attacked Asmara reported"),
  ]

  @Test("say how far the text commits itself", arguments: commitment)
  func sayCommitment(_ example: Example) throws {
    #expect(try Reader.statements(example.text).contains(example.expected))
  }

  static let reference = [
    Example(
      "Angela Merkel studied physics. She visited Ankara in 2016.", "Angela Merkel visited Ankara @2016"),
    Example(
      "The Revolutionary Armed Forces of Colombia (FARC) is old. FARC attacked Bogotá in 2002.",
      "Revolutionary Armed Forces of Colombia attacked Bogotá @2002"),
    Example(
      "Boko Haram emerged in Nigeria. The group captured Gwoza in August 2014.",
      "Boko Haram captured Gwoza @2014-08"),
    Example("Beijing condemned Japan.", "China criticized Japan"),
  ]

  @Test("find out who is meant", arguments: reference)
  func findReference(_ example: Example) throws {
    #expect(try Reader.statements(example.text).contains(example.expected))
  }

  @Test("a month without a year keeps its year open; with a date of publication it is resolved")
  func openYear() throws {
    let text = "Shinzo Abe visited Tehran in June."
    #expect(try Reader.statements(text).contains("Shinzo Abe visited Tehran @XXXX-06"))
    let dated =
      "Abe goes to Iran\n\nFriday, July 12, 2019\n\n" + text
      + " It was the first such trip by a Japanese leader in decades, officials in both countries said."
    #expect(try Reader.statements(dated).contains("Shinzo Abe visited Tehran @2019-06"))
  }

  @Test("evidence is the original text, counted in Unicode scalars")
  func evidence() throws {
    let text = "🕊️ “Peace,” she said — naïvely. Germany attacked Poland in 1939. Nobody answered."
    let document = try Reader.read(text)
    let statement = try #require(document.statements.first { $0.relation == "attacked" })
    let scalars = Array(text.unicodeScalars)
    var quote = String.UnicodeScalarView()
    quote.append(contentsOf: scalars[statement.evidence.start..<statement.evidence.end])
    #expect(String(quote) == statement.evidence.quote)
    #expect(statement.evidence.quote == "Germany attacked Poland in 1939.")
  }

  @Test("relatives are two people")
  func relatives() throws {
    let names = try Reader.read(
      "George H. W. Bush led the United States. Jeb Bush led Florida. Laura Bush visited Kabul."
    ).entities.map(\.name)
    #expect(Set(names).isSuperset(of: ["Jeb Bush", "Laura Bush"]))
  }

  @Test("nothing comes of nothing", arguments: ["", "It rained all day.", "And then?", "🕊️🕊️🕊️"])
  func nothing(_ text: String) throws {
    #expect(try Reader.read(text).statements.isEmpty)
  }

  @Test("the same text gives the same reading")
  func determinism() throws {
    let text = "Russia and Belarus attacked Ukraine. NATO supported Kyiv, and it joined the European Union."
    #expect(try Reader.read(text) == Reader.read(text))
  }
}
