import RelataGraph
import Testing

@Suite("What a graph promises")
struct InvariantTests {
  /// Kept by this one.
  private static let graph = KnowledgeGraph(
    entities: [entity("a"), entity("b"), entity("c")],
    statements: [statement("a", "met", "b"), statement("a", "met", "c"), statement("b", "left", "c")],
    documents: [DocumentRecord(id: "one.txt", text: "Ada met Bea."), DocumentRecord(id: "two.txt")],
    contradictions: [Contradiction(kind: .value, statements: [0, 1], explanation: "")])

  private static func entity(_ id: String) -> Entity {
    Entity(id: EntityID(rawValue: id), name: id, type: .person)
  }

  private static func statement(_ subject: String, _ relation: String, _ object: String) -> Statement {
    Statement(
      subject: EntityID(rawValue: subject), relation: relation, object: EntityID(rawValue: object),
      confidence: 1,
      evidence: [Evidence(document: "one.txt", start: 0, end: 12, quote: "Ada met Bea.")])
  }

  @Test func `A graph in order keeps all`() {
    #expect(Self.graph.firstBrokenInvariant() == nil)
    #expect(KnowledgeGraph().firstBrokenInvariant() == nil)
  }

  struct Change: Sendable, CustomTestStringConvertible {
    var message: String
    var apply: @Sendable (inout KnowledgeGraph) -> Void
    var testDescription: String { message }
  }

  @Test(arguments: [
    Change(message: "entity a stands after b") { $0.entities.swapAt(0, 1) },
    Change(message: "entity b stands after b") { $0.entities[0] = $0.entities[1] },
    Change(message: "document one.txt stands after two.txt") { $0.documents.swapAt(0, 1) },
    Change(message: "statement 2 belongs before 1") { $0.statements.swapAt(1, 2) },
    Change(message: "statement 0 names b, which is no entity") { $0.entities.remove(at: 1) },
    Change(message: "statement 1 names d, which is no entity") {
      $0.statements[1].attribution = EntityID(rawValue: "d")
    },
    Change(message: "statement 1 has the confidence 1.5") { $0.statements[1].confidence = 1.5 },
    Change(message: "statement 0 has evidence from 9 to 3") {
      $0.statements[0].evidence[0].start = 9
      $0.statements[0].evidence[0].end = 3
    },
    Change(message: "statement 0 has evidence in one.txt, which is no document") {
      $0.documents.remove(at: 0)
    },
    Change(message: "statement 2 has evidence to 13 of one.txt, which ends at 12") {
      $0.statements[2].evidence[0].end = 13
    },
    Change(message: "contradiction 0 is between [1]") { $0.contradictions[0].statements = [1] },
    Change(message: "contradiction 0 is between [1, 0]") { $0.contradictions[0].statements = [1, 0] },
    Change(message: "contradiction 0 names a statement that is not there: [0, 3]") {
      $0.contradictions[0].statements = [0, 3]
    },
  ])
  func `What is broken is named`(change: Change) {
    var graph = Self.graph
    change.apply(&graph)
    #expect(graph.firstBrokenInvariant() == change.message)
    #expect(!graph.keepsInvariants)
  }

  /// Whether this is a build that checks.
  private static var isChecking: Bool {
    var isChecking = false
    assert(
      {
        isChecking = true
        return true
      }())
    return isChecking
  }

  @Test(.enabled(if: InvariantTests.isChecking, "a release build looks at nothing"))
  func `A debug build stops at what is broken, where nothing else is expected`() async {
    await #expect(processExitsWith: .failure) {
      KnowledgeGraph(statements: [InvariantTests.statement("a", "met", "b")]).checkInvariants()
    }
    await #expect(processExitsWith: .success) {
      InvariantTests.graph.checkInvariants()
      // What a user brings.
      let broken = KnowledgeGraph(statements: [InvariantTests.statement("a", "met", "b")])
      broken.checkInvariants(where: broken.keepsInvariants)
    }
  }
}
