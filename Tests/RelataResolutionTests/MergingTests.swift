import RelataGraph
import Testing

@Suite struct MergingTests {
  private typealias F = Fixtures
  private let group = F.entity("Hayat Tahrir al-Sham", type: .armedGroup)
  private let city = F.entity("Aleppo", type: .city)

  @Test func theSameFactIsOneStatementWithAllEvidence() throws {
    let graph = try F.resolve([
      F.document("b", [city, group], [F.statement(1, "captured", 0, time: "2024-11", confidence: 0.5)]),
      F.document(
        "a", [group, city],
        [
          F.statement(0, "captured", 1, time: "2024-11-29", confidence: 0.5),
          F.statement(0, "captured", 1, at: 40),
        ]),
    ])
    let statement = try #require(graph.statements.first)
    #expect(graph.statements.count == 1)
    #expect(statement.time?.description == "2024-11-29")
    #expect(statement.evidence.map(\.document) == ["a", "a", "b"])
    #expect(statement.evidence.map(\.start) == [0, 40, 0])
    #expect(statement.confidence == 0.95)
    #expect(statement.subject.rawValue == "armedgroup/hayat-tahrir-al-sham")
  }

  @Test func certaintyIsNeverReached() throws {
    let graph = try F.resolve(
      (0..<9).map { F.document("\($0)", [group, city], [F.statement(0, "captured", 1)]) })
    #expect(graph.statements.map(\.confidence) == [0.99])
  }

  @Test func theHighestImportanceCounts() throws {
    func importance(_ witnesses: [Double?]) throws -> [Double?] {
      try F.resolve(
        witnesses.enumerated().map {
          F.document("\($0)", [group, city], [F.statement(0, "captured", 1, importance: $1)])
        }
      ).statements.map(\.importance)
    }
    #expect(try importance([0.25, 0.75, nil, 0.5]) == [0.75])
    #expect(try importance([0]) == [0])
    #expect(try importance([nil, nil]) == [nil])
    // Of one sentence too, whichever of its triggers is the surer.
    let graph = try F.resolve([
      F.document(
        "a", [group, city],
        [
          F.statement(0, "captured", 1, confidence: 0.9, importance: 0.1),
          F.statement(0, "captured", 1, confidence: 0.4, importance: 0.6),
        ])
    ])
    #expect(graph.statements.map(\.importance) == [0.6])
  }

  @Test func oneSentenceCountsOnce() throws {
    let graph = try F.resolve([
      F.document(
        "a", [group, city],
        [F.statement(0, "captured", 1, confidence: 0.4), F.statement(0, "captured", 1, confidence: 0.6)])
    ])
    #expect(graph.statements.map(\.confidence) == [0.6])
    #expect(graph.statements[0].evidence.count == 1)
  }

  @Test func anUndatedStatementJoinsOnlyASingleEvent() throws {
    let graph = try F.resolve([
      F.document(
        "a", [group, city],
        [
          F.statement(0, "visited", 1, time: "2024-11-29"),
          F.statement(0, "visited", 1, time: "2025-03-01", at: 20),
          F.statement(0, "visited", 1, at: 40),
        ])
    ])
    #expect(graph.statements.map { $0.time?.description } == [nil, "2024-11-29", "2025-03-01"])
  }

  @Test func polarityModalityAndRoleKeepApart() throws {
    let graph = try F.resolve([
      F.document(
        "a", [group, city],
        [
          F.statement(0, "captured", 1), F.statement(0, "captured", 1, polarity: .negated, at: 20),
          F.statement(0, "captured", 1, modality: .planned, at: 40),
          F.statement(0, "holds_office_in", 1, role: "mayor", at: 60),
          F.statement(0, "holds_office_in", 1, role: "Mayor", at: 80),
          F.statement(0, "holds_office_in", 1, role: "judge", at: 100),
        ])
    ])
    #expect(graph.statements.count == 5)
  }

  @Test func symmetricRelationsHaveOneDirection() throws {
    let people = [F.entity("Vladimir Putin"), F.entity("Ahmed al-Sharaa")]
    let graph = try F.resolve([
      F.document("a", people, [F.statement(0, "met", 1)]),
      F.document("b", people, [F.statement(1, "met", 0)]),
    ])
    #expect(graph.statements.count == 1)
    // The one that the first document gives.
    #expect(graph.statements.first?.subject.rawValue == "person/vladimir-putin")
    #expect(graph.statements.first?.evidence.count == 2)
  }

  @Test func aLoopThatMergingMakesIsDropped() throws {
    let graph = try F.resolve([
      F.document("a", [F.entity("Vladimir Putin"), F.entity("Putin")], [F.statement(0, "met", 1)])
    ])
    #expect(graph.entities.count == 1)
    #expect(graph.statements.isEmpty)
  }
}
