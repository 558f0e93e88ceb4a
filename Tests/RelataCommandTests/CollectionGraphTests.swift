import Foundation
import Relata
import RelataCollection
import RelataDocuments
import RelataExtraction
import RelataGraph
import RelataResolution
import RelataStore
import RelataTestSupport
import Testing

@Suite("The graph of a collection to which a few documents are added")
struct CollectionGraphTests {
  /// What one made document says.
  private struct Claim {
    var subject: DocumentEntity
    var relation: String
    var object: DocumentEntity
    var time: PartialDate?
    var polarity = Polarity.affirmed
    var role: String?
  }

  private static func person(_ name: String, _ others: String...) -> DocumentEntity {
    DocumentEntity(
      name: name, type: .person, names: ([name] + others).map { Alias(name: $0, count: 1) }, mentionCount: 2)
  }

  private static func place(_ name: String, _ type: EntityType = .city) -> DocumentEntity {
    DocumentEntity(name: name, type: type, names: [Alias(name: name, count: 1)])
  }

  /// - Parameter words: of the text; documents with the same ones are copies.
  private static func document(_ id: String, _ claims: [Claim], words: String? = nil) -> CollectedDocument {
    var entities: [DocumentEntity] = []
    func number(_ entity: DocumentEntity) -> Int {
      if let known = entities.firstIndex(of: entity) { return known }
      entities.append(entity)
      return entities.count - 1
    }
    let text = words ?? "The text of \(id), of which nothing is read."
    let statements = claims.enumerated().map { index, claim in
      DocumentStatement(
        subject: number(claim.subject), relation: claim.relation, object: number(claim.object),
        polarity: claim.polarity, time: claim.time.map { TimeSpan(at: $0) }, role: claim.role,
        confidence: 0.8,
        evidence: Evidence(document: id, start: index, end: index + 3, quote: "The", trigger: "verb"))
    }
    let source = SourceDocument(id: id, text: text)
    return CollectedDocument(
      source: source,
      extraction: ExtractedDocument(
        record: DocumentRecord(id: id, title: id, text: text), entities: entities, statements: statements),
      signature: words == nil ? [] : ShingleSignature(text).bytes)
  }

  private static let longText = (0..<80).map { "word\($0) of a long story" }.joined(separator: " ")

  /// Forty documents, each with its own people and places and some that all know.
  private static let base: [CollectedDocument] = (0..<40).map { number in
    document(
      "base-\(number).txt",
      [
        Claim(
          subject: person("\(given[number % 8]) \(family[number])"), relation: "visited",
          object: place(family[39 - number] + " City")),
        Claim(
          subject: person("Maria Lindqvist", "Lindqvist"), relation: "visited",
          object: place(number % 2 == 0 ? "Oslo" : "Bergen"),
          time: PartialDate(year: 2020, month: 1 + number % 12)),
      ], words: number == 7 ? longText : nil)
  }

  private static let given = ["Anna", "Boris", "Carlos", "Dmitri", "Elena", "Farid", "Gustav", "Hanna"]
  private static let family = (0..<40).map { number in
    let syllables = ["Bra", "Kel", "Mon", "Rus", "Vil", "Zag", "Lep", "Fes", "Nim", "Hat"]
    return syllables[number % 10] + syllables[(number / 10 + number * 3) % 10].lowercased() + "ov"
  }

  private struct Made {
    let folder: TemporaryFolder
    let collection: DocumentCollection
    let builder: GraphBuilder

    init(identities: IdentityRules = IdentityRules(), corrections: [Correction.Change] = []) throws {
      folder = try TemporaryFolder()
      collection = try DocumentCollection(at: folder.path + "/news.relata-db", orCreate: true)
      builder = try GraphBuilder(
        identities: identities,
        corrections: Corrections(corrections.enumerated().map { Correction($1, line: $0 + 1) }))
      try add(CollectionGraphTests.base)
      _ = try open()
    }

    func add(_ documents: [CollectedDocument]) throws {
      _ = try collection.put(documents.map { ($0, file: $0.source.id) }, reader: "test")
    }

    /// The graph that questions are put to, brought up to date.
    func open() throws -> KnowledgeGraph {
      try CollectionGraph(collection, small: 10).open { builder }.knowledgeGraph()
    }

    /// All documents resolved anew.
    func anew() throws -> KnowledgeGraph { try CollectionBuilder(collection, builder).graph().graph }
  }

  @Test("what new documents say joins what is there, as if all had been resolved together")
  func joins() throws {
    let made = try Made()
    // Evidence for a known statement, under another spelling; a statement between known entities; new
    // entities; a bare surname.
    try made.add([
      Self.document(
        "new-1.txt",
        [
          Claim(
            subject: Self.person("Mariya Lindqvist"), relation: "visited", object: Self.place("Oslo"),
            time: PartialDate(year: 2020, month: 1)),
          Claim(
            subject: Self.person("Mariya Lindqvist"), relation: "born_in", object: Self.place("Stavanger")),
        ])
    ])
    let first = try made.open()
    #expect(try first == made.anew())
    try made.add([
      Self.document(
        "new-2.txt",
        [Claim(subject: Self.person("Lindqvist"), relation: "visited", object: Self.place("Stavanger"))])
    ])
    let second = try made.open()
    #expect(try second == made.anew())
    #expect(second.documents.count == 42)
    let maria = try #require(second.entities.first { $0.name == "Maria Lindqvist" })
    #expect(maria.aliases.map(\.name).contains("Mariya Lindqvist"))
    #expect(maria.mentionCount == 40 * 2 + 2 + 2)
    let oslo = try #require(
      second.statements.first {
        $0.subject == maria.id && $0.evidence.contains { $0.document == "new-1.txt" }
          && $0.relation == "visited"
      })
    #expect(oslo.evidence.count > 1 && oslo.confidence > 0.95)
  }

  @Test(
    "what new documents say against the known is a contradiction; what they tell anew of an office is checked"
  )
  func contradictions() throws {
    let made = try Made()
    try made.add([
      Self.document(
        "new-1.txt",
        [Claim(subject: Self.person("Maria Lindqvist"), relation: "born_in", object: Self.place("Stavanger"))]
      )
    ])
    #expect(try made.open().contradictions.isEmpty)
    try made.add([
      Self.document(
        "new-2.txt",
        [Claim(subject: Self.person("Maria Lindqvist"), relation: "born_in", object: Self.place("Tromsø"))])
    ])
    let graph = try made.open()
    #expect(graph.contradictions.count == 1)
    #expect(try graph == made.anew())
  }

  @Test("a copy of a known document is no new evidence")
  func copies() throws {
    let made = try Made()
    let before = try made.open()
    try made.add([
      Self.document(
        "copy.txt",
        [
          Claim(
            subject: Self.person("Maria Lindqvist"), relation: "visited", object: Self.place("Bergen"),
            time: PartialDate(year: 2020, month: 8))
        ], words: Self.longText + " indeed")
    ])
    let graph = try made.open()
    #expect(graph.statements == before.statements)
    #expect(graph.documents.first { $0.id == "base-7.txt" }?.copies == ["copy.txt"])
    #expect(graph.documents.count == 40)
  }

  @Test("what makes one of two known entities waits until all are resolved anew")
  func waits() throws {
    let made = try Made()
    let both = Self.person("Anna \(Self.family[0])", "Boris \(Self.family[1])")
    let bridge = Self.document(
      "bridge.txt", [Claim(subject: both, relation: "visited", object: Self.place("Narvik"))])
    try made.add([bridge])
    let people = try made.open().entities.count { $0.type == .person }
    #expect(people == 41)
    // A third document is more than one in twenty.
    try made.add([
      Self.document(
        "a.txt", [Claim(subject: Self.person("Ida Holm"), relation: "visited", object: Self.place("Oslo"))]),
      Self.document(
        "b.txt", [Claim(subject: Self.person("Ida Holm"), relation: "visited", object: Self.place("Oslo"))]),
    ])
    let anew = try made.open()
    #expect(try anew == made.anew())
    #expect(anew.entities.count { $0.type == .person } == 41)
  }

  @Test("a document that changes or goes is taken out of the graph")
  func changes() throws {
    let made = try Made()
    let claim = Claim(
      subject: Self.person("Ida Holm"), relation: "visited", object: Self.place("Narvik"))
    try made.add([Self.document("new.txt", [claim])])
    #expect(try made.open().entities.contains { $0.name == "Ida Holm" })
    try made.add([
      Self.document(
        "new.txt",
        [Claim(subject: Self.person("Per Dahl"), relation: "visited", object: Self.place("Narvik"))])
    ])
    let replaced = try made.open()
    #expect(!replaced.entities.contains { $0.name == "Ida Holm" })
    #expect(try replaced == made.anew())
    #expect(try made.collection.remove(ids: ["new.txt"]).isEmpty)
    #expect(try made.open() == Made().open())
  }

  @Test("a graph file that is damaged or another collection's is made anew")
  func damaged() throws {
    let made = try Made()
    let path = made.folder.path + "/news.relata"
    try made.add([
      Self.document(
        "new.txt", [Claim(subject: Self.person("Ida Holm"), relation: "visited", object: Self.place("Oslo"))])
    ])
    var bytes = try Data(contentsOf: URL(filePath: path))
    bytes[bytes.count / 2] ^= 0xFF
    try bytes.write(to: URL(filePath: path))
    #expect(try made.open() == made.anew())
    try Data("no graph".utf8).write(to: URL(filePath: path))
    #expect(try made.open() == made.anew())
  }

  @Test(
    "random documents in any order of addition: the same statements as resolved together", arguments: 0..<12)
  func random(seed: UInt64) throws {
    // Names that sound alike would make names of entities a matter of their order.
    let made = try Made()
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    for step in 0..<2 {
      let claims = (0..<3).map { _ in
        let number = next(40)
        let who =
          next(3) == 0
          ? Self.person("Person\(next(5)) Newman\(["berg", "stad", "holt"][next(3)])")
          : Self.person("\(Self.given[number % 8]) \(Self.family[number])")
        return Claim(
          subject: who, relation: ["visited", "born_in", "died_in", "lives_in"][next(4)],
          object: Self.place(["Oslo", "Bergen", "Narvik", Self.family[next(40)] + " City"][next(4)]),
          time: next(2) == 0 ? PartialDate(year: 2018 + next(3)) : nil,
          polarity: next(6) == 0 ? .negated : .affirmed)
      }
      try made.add([Self.document("new-\(step).txt", claims)])
      let (graph, anew) = (try made.open(), try made.anew())
      let isEqual = graph == anew
      #expect(isEqual, "seed \(seed), step \(step)")
    }
  }

  // MARK: What the user says

  @Test("a name that a rule takes for another's finds it, though they have nothing in common")
  func identities() throws {
    let rule = IdentityRules.Rule(names: ["Ida Holm", "Per Dahl"])
    let made = try Made(identities: IdentityRules(same: [rule]))
    for (number, name) in ["Ida Holm", "Per Dahl"].enumerated() {
      try made.add([
        Self.document(
          "new-\(number).txt",
          [Claim(subject: Self.person(name), relation: "visited", object: Self.place("Narvik"))])
      ])
      #expect(try made.open() == made.anew())
    }
    let names = try made.open().entities.filter { ["Ida Holm", "Per Dahl"].contains($0.name) }
    #expect(names.map { $0.aliases.count } == [2])
  }

  private static func statement(
    _ subject: String, _ relation: String, _ object: String, month: Int? = nil, in document: String
  ) -> StatementDescription {
    StatementDescription(
      subject: subject, relation: relation, object: object,
      time: month.map { TimeSpan(at: PartialDate(year: 2020, month: $0)) },
      evidence: [.init(document: document, quote: "The")])
  }

  @Test("what a person has called wrong stays out, also where a new document says it again")
  func wrong() throws {
    let made = try Made(corrections: [
      .wrong(Self.statement("Maria Lindqvist", "visited", "Oslo", month: 1, in: "base-0.txt")),
      .confirmed(Self.statement("Maria Lindqvist", "visited", "Bergen", month: 2, in: "base-1.txt")),
    ])
    func visits(_ graph: KnowledgeGraph, _ place: String, month: Int) throws -> [Statement] {
      graph.statements.filter {
        $0.subject.rawValue == "person/maria-lindqvist" && $0.object.rawValue == "city/" + place
          && $0.time?.start?.month == month
      }
    }
    #expect(try visits(made.open(), "oslo", month: 1).isEmpty)
    for (place, month) in [("Oslo", 1), ("Bergen", 2)] {
      try made.add([
        Self.document(
          "new-\(place).txt",
          [
            Claim(
              subject: Self.person("Maria Lindqvist"), relation: "visited", object: Self.place(place),
              time: PartialDate(year: 2020, month: month))
          ])
      ])
    }
    let graph = try made.open()
    #expect(try visits(graph, "oslo", month: 1).isEmpty)
    let confirmed = try #require(try visits(graph, "bergen", month: 2).first)
    #expect(confirmed.confidence == 1 && confirmed.evidence.contains { $0.document == "new-Bergen.txt" })
    #expect(graph.corrections.map(\.action) == [.wrong, .confirmed])
    #expect(try graph == made.anew())
  }

  @Test("an entity that was corrected is so in new documents, and one that comes only now is corrected too")
  func corrected() throws {
    let made = try Made(corrections: [
      .retype(EntityDescription(name: "Bergen"), to: .militaryBase),
      .merge(
        [EntityDescription(name: "Ida Holm"), EntityDescription(name: "Maria Lindqvist")], name: "Ida Holm"),
    ])
    #expect(try made.open().corrections.map(\.action) == [.retype])
    try made.add([
      Self.document(
        "new-1.txt",
        [Claim(subject: Self.person("Ida Holm"), relation: "visited", object: Self.place("Bergen"))])
    ])
    let graph = try made.open()
    #expect(graph.entities.filter { $0.name == "Bergen" }.map(\.type) == [.militaryBase])
    #expect(!graph.entities.contains { $0.name == "Maria Lindqvist" })
    #expect(graph.corrections.map(\.action) == [.retype, .merge])
    #expect(try graph == made.anew())
  }

  @Test("what has nothing to do with corrections joins a corrected graph, which keeps them")
  func unconcerned() throws {
    let made = try Made(corrections: [
      .rename(EntityDescription(name: "Maria Lindqvist"), to: "Maria Lind"),
      .wrong(Self.statement("Maria Lindqvist", "visited", "Oslo", month: 1, in: "base-0.txt")),
    ])
    // Resolved anew, the two would be one.
    let both = Self.person("Anna \(Self.family[0])", "Boris \(Self.family[1])")
    try made.add([
      Self.document("bridge.txt", [Claim(subject: both, relation: "visited", object: Self.place("Oslo"))])
    ])
    let graph = try made.open()
    #expect(graph.entities.count { $0.type == .person } == 41)
    #expect(try made.anew().entities.count { $0.type == .person } < 41)
    #expect(graph.documents.count == 41)
    #expect(graph.corrections.map(\.action) == [.rename, .wrong])
    #expect(try graph.corrections == made.anew().corrections)
  }

  @Test("random documents and corrections: as if all had been resolved together", arguments: 0..<12)
  func randomCorrections(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func name() -> String {
      let number = random.number(40)
      return "\(Self.given[number % 8]) \(Self.family[number])"
    }
    func place() -> String {
      random.choice(["Oslo", "Bergen", "Narvik", Self.family[random.number(40)] + " City"])
    }
    let changes = (0..<4).map { _ -> Correction.Change in
      let number = random.number(40)
      let said = Self.statement(
        "\(Self.given[number % 8]) \(Self.family[number])", "visited", Self.family[39 - number] + " City",
        in: "base-\(number).txt")
      return switch random.number(8) {
      case 0: .wrong(said)
      case 1: .confirmed(said)
      case 2: .relation(said, to: "lives_in", isOpen: false)
      case 3: .direction(said)
      case 4: .merge([EntityDescription(name: name()), EntityDescription(name: name())], name: name())
      case 5: .split(EntityDescription(name: "Maria Lindqvist"), names: ["Lindqvist"], name: "Erik Lindqvist")
      case 6: .rename(EntityDescription(name: random.number(2) == 0 ? name() : place()), to: "Ida Holm")
      default: .retype(EntityDescription(name: place()), to: .militaryBase)
      }
    }
    let made = try Made(corrections: changes)
    for step in 0..<2 {
      let claims = (0..<3).map { _ in
        Claim(
          subject: Self.person(name()),
          relation: random.choice(["visited", "born_in", "lives_in"]),
          object: Self.place(place()))
      }
      try made.add([Self.document("new-\(step).txt", claims)])
      let (graph, anew) = (try made.open(), try made.anew())
      let isEqual = graph == anew
      #expect(isEqual, "seed \(seed), step \(step)")
    }
  }
}
