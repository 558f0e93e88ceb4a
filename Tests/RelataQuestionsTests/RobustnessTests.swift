import RelataGraph
import RelataQuery
import RelataQuestions
import RelataTestSupport
import Testing

@Suite("Questions of any kind")
struct RobustnessTests {
  private static let words = [
    "who", "whom", "what", "which", "when", "where", "how", "many", "did", "is", "was", "by", "in", "of",
    "the", "a",
    "that", "not", "to", "and", "'s", "capture", "captured", "leads", "leader", "president", "base", "bases",
    "group",
    "cities", "located", "happened", "connected", "know", "about", "do", "2031", "April", "7", "since",
    "bankroll",
    "Iron Front", "Norland", "Fort Grey", "Marta Lind", "Eastbrook", "Hale", "Atlantis", "?", ",", "“", "(",
  ]

  @Test("words in any order are answered or refused, and never become a wrong pattern")
  func anyOrder() throws {
    var generator = SeededGenerator(seed: 6)
    var answered = 0
    for round in 0..<1000 {
      let count = Int.random(in: 1...6, using: &generator)
      // Half of them begin as questions do.
      let asking = round.isMultiple(of: 2) ? [Self.words[round / 2 % 8]] : []
      let words = asking + (0..<count).compactMap { _ in Self.words.randomElement(using: &generator) }
      let question = words.joined(separator: " ")
      do {
        let answer = try InventedWar.answer(question)
        answered += 1
        for finding in answer.findings + answer.uncertain + answer.denied {
          #expect(!finding.statements.isEmpty, "\(question)")
        }
      } catch {
        // A wrong pattern would be a PatternError.
        #expect(error is QuestionError, "\(question): \(error)")
      }
    }
    #expect(answered > 25)
  }

  @Test("names and open relations may have any characters")
  func characters() throws {
    let union = EntityID(rawValue: "organization/o-neil's \\ sons")
    let graph = KnowledgeGraph(
      entities: [
        Entity(id: EntityID(rawValue: "city/a"), name: "Springfield", type: .city, mentionCount: 1),
        Entity(id: EntityID(rawValue: "city/b"), name: "Springfield", type: .city, mentionCount: 1),
        Entity(id: union, name: "O'Neil's \\ Sons", type: .organization, mentionCount: 1),
      ],
      statements: ["city/a", "city/b"].map { city in
        Statement(
          subject: union, relation: city == "city/a" ? "captured" : "re-paint`ed",
          object: EntityID(rawValue: city),
          isOpen: city == "city/b", evidence: [Evidence(document: "a.txt", start: 0, end: 1, quote: "x")])
      }, documents: [DocumentRecord(id: "a.txt")])
    let reader = try InventedWar.reader(graph)
    let answerer = QuestionAnswerer(graph, ontology: try InventedWar.ontology.get())
    // Of two with one name, the identifier tells which.
    let captured = try answerer.answer(reader.read("Who captured city/a?"))
    #expect(captured.findings.map(\.value) == [.entity(union)])
    #expect(try answerer.answer(reader.read("Who captured city/b?")).isEmpty)
    #expect(throws: QuestionError.self) { try reader.read("Who captured Springfield?") }
    let all = try answerer.answer(reader.read("What is known about O'Neil's \\ Sons?"))
    #expect(all.findings.count == 2)
  }

  @Test("an empty graph knows nothing and says so")
  func empty() throws {
    let graph = KnowledgeGraph(entities: [], statements: [], documents: [])
    let reader = try InventedWar.reader(graph)
    let answerer = QuestionAnswerer(graph, ontology: try InventedWar.ontology.get())
    #expect(try answerer.answer(reader.read("Who captured what?")).isEmpty)
    #expect(throws: QuestionError.unknownName("Damascus", suggestions: [])) {
      try reader.read("Who captured Damascus?")
    }
  }

  @Test("a question has the same answer every time")
  func deterministic() throws {
    for question in ["Which bases does Norland operate?", "How is Tomas Vega connected to Norland?"] {
      #expect(try InventedWar.answer(question) == InventedWar.answer(question))
    }
  }
}
