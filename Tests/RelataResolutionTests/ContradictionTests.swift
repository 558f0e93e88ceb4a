import RelataExtraction
import RelataGraph
import Testing

@Suite struct ContradictionTests {
  private typealias F = Fixtures
  private let ends = [
    F.entity("Hayat Tahrir al-Sham", type: .armedGroup), F.entity("Bashar al-Assad"),
    F.entity("Damascus", type: .city),
    F.entity("Syria", type: .country, identifiers: ["iso3166": "SY"]), F.entity("Ahmed al-Sharaa"),
    F.entity("rebels", type: .armedGroup),
  ]

  private func graph(_ documents: [(String, [DocumentStatement])]) throws -> KnowledgeGraph {
    try F.resolve(documents.map { F.document($0.0, ends, $0.1) })
  }

  @Test func oneFallInTwoYears() throws {
    let graph = try graph([
      ("a.txt", [F.statement(0, "overthrew", 1, time: "2025-12-08")]),
      ("b.txt", [F.statement(0, "overthrew", 1, time: "2024-12")]),
      ("c.txt", [F.statement(0, "overthrew", 1, time: "2024-12-08")]),
    ])
    let contradiction = try #require(graph.contradictions.first)
    #expect(graph.contradictions.count == 1)
    #expect(contradiction.kind == .time)
    #expect(contradiction.statements == [0, 1])
    #expect(
      contradiction.explanation
        == "Hayat Tahrir al-Sham overthrew Bashar al-Assad: 2024-12-08 in b.txt and c.txt, 2025-12-08 in a.txt"
    )
  }

  @Test(arguments: [(["2023-11", "2024-11"], 1), (["2014-11", "2024-05"], 0)])
  func aCityMayFallAgainLater(times: [String], contradictions: Int) throws {
    let graph = try graph(times.map { ("\($0).txt", [F.statement(0, "captured", 2, time: $0)]) })
    #expect(graph.contradictions.count == contradictions)
  }

  @Test func aFallIsOneEventWhoeverIsCredited() throws {
    let graph = try graph([
      ("a", [F.statement(0, "overthrew", 1, time: "2025-12-08")]),
      ("b", [F.statement(5, "overthrew", 1, time: "2024-12")]),
    ])
    #expect(graph.contradictions.map(\.kind) == [.time])
  }

  @Test(arguments: [
    ("captured", "2016-12-22", "2024-11-29", false), ("captured", "2024-11-29", "2025-11-30", true),
    ("visited", "2025-01-10", "2025-02-12", false), ("visited", "2024-10-15", "2025-10-15", true),
    ("captured", "2024-11", "2024-11-29", false), ("captured", "2024", "2024-12-08", false),
  ])
  func datesOfEvents(_ relation: String, _ first: String, _ second: String, _ contradicts: Bool) throws {
    let graph = try graph([
      ("a", [F.statement(0, relation, 2, time: first)]), ("b", [F.statement(0, relation, 2, time: second)]),
    ])
    #expect(graph.contradictions.isEmpty == !contradicts, "\(graph.contradictions)")
  }

  @Test func affirmedAndNegated() throws {
    let graph = try graph([
      ("a", [F.statement(3, "recognized", 0)]), ("b", [F.statement(3, "recognized", 0, polarity: .negated)]),
    ])
    #expect(graph.contradictions.map(\.kind) == [.polarity])
    #expect(
      graph.contradictions[0].explanation
        == "Syria recognized Hayat Tahrir al-Sham: affirmed in a, negated in b")
  }

  @Test func plansAndOtherTimesContradictNothing() throws {
    let graph = try graph([
      (
        "a",
        [
          F.statement(3, "recognized", 0, time: "2025"),
          F.statement(0, "captured", 2, modality: .planned, at: 20),
        ]
      ),
      (
        "b",
        [
          F.statement(3, "recognized", 0, time: "2024", polarity: .negated),
          F.statement(0, "captured", 2, polarity: .negated, at: 20),
        ]
      ),
    ])
    #expect(graph.contradictions.isEmpty)
  }

  @Test func twoHeadsOfStateAtOnce() throws {
    let overlapping = try graph([
      ("a", [F.statement(1, "head_of_state_of", 3, time: "2000-07-17/2025-12-08")]),
      ("b", [F.statement(4, "head_of_state_of", 3, time: "2025-01-29")]),
    ])
    #expect(overlapping.contradictions.map(\.kind) == [.value])
    #expect(
      overlapping.contradictions.first?.explanation.contains("Bashar al-Assad 2000-07-17/2025-12-08 in a")
        == true)

    let successive = try graph([
      ("a", [F.statement(1, "head_of_state_of", 3, time: "2000-07-17/2024-12-08")]),
      (
        "b",
        [
          F.statement(4, "head_of_state_of", 3, time: "2024-12-08/"),
          F.statement(4, "head_of_state_of", 3, at: 30),
        ]
      ),
    ])
    #expect(successive.contradictions.isEmpty)
  }
}
