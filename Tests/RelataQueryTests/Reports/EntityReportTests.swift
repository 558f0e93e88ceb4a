import RelataGraph
import RelataQuery
import Testing

@Suite("Everything known of one entity")
struct EntityReportTests {
  let id = EntityID(rawValue: "a")

  @Test("statements are told apart by role and sorted by time, undated ones last")
  func sorted() throws {
    let g = graph([
      statement("a", "visited", "x"),
      statement("a", "visited", "y", time: "2024-12"),
      statement("a", "left", "y", time: "2024-02-03"),
      statement("a", "built", "z"),
      statement("q", "met", "a", time: "2020"),
      statement("p", "praised", "a"),
      statement("p", "praised", "q", attribution: "a", document: "b.txt"),
      statement("p", "met", "q", document: "c.txt"),
      statement("a", "harmed", "a"),
    ])
    let report = try #require(EntityReport(of: id, in: g))
    #expect(
      report.asSubject.map { "\($0.relation) \($0.object)" } == [
        "left y", "visited y", "built z", "harmed a", "visited x",
      ])
    #expect(report.asObject.map { "\($0.subject) \($0.relation)" } == ["q met", "p praised"])
    #expect(report.asQualifier.map(\.relation) == ["praised"])
    #expect(report.documents.map(\.id) == ["a.txt", "b.txt"])
  }

  @Test("the most important first among those of one time or of none, the unknown last")
  func important() throws {
    let g = graph([
      statement("a", "built", "x"), statement("a", "built", "y", importance: 0.2),
      statement("a", "built", "z", confidence: 0.5, importance: 0.7),
      statement("a", "built", "z", confidence: 0.6, importance: 0.7),
      statement("a", "left", "y", importance: 0.9, time: "2025"),
      statement("a", "left", "y", importance: 0.1, time: "2024"),
      statement("a", "visited", "y", importance: 0.3, time: "2024"),
    ])
    let report = try #require(EntityReport(of: id, in: g))
    #expect(
      report.asSubject.map { "\($0.relation) \($0.object) \($0.confidence)" } == [
        "visited y 0.9", "left y 0.9", "left y 0.9", "built z 0.6", "built z 0.5", "built y 0.9",
        "built x 0.9",
      ])
    #expect(report.asSubject.map(\.importance) == [0.3, 0.1, 0.9, 0.7, 0.7, 0.2, nil])
  }

  @Test("contradictions that concern it are told, others not")
  func contradictions() throws {
    var g = graph([
      statement("a", "met", "b"), statement("a", "met", "b", polarity: .negated),
      statement("b", "met", "c"), statement("b", "met", "c", polarity: .negated),
    ])
    g.contradictions = [
      Contradiction(kind: .polarity, statements: [0, 1], explanation: "mine"),
      Contradiction(kind: .polarity, statements: [2, 3], explanation: "theirs"),
    ]
    let report = try #require(EntityReport(of: id, in: g))
    #expect(report.contradictions.map(\.explanation) == ["mine"])
  }

  @Test("what a person corrected of it is told, of others not")
  func corrections() throws {
    var g = graph([statement("a", "met", "b")], extra: ["c"])
    g.corrections = [
      AppliedCorrection(
        action: .wrong, file: "c.yaml", line: 3, explanation: "mine", entities: [id, EntityID(rawValue: "c")]),
      AppliedCorrection(
        action: .rename, file: "c.yaml", line: 4, explanation: "theirs", entities: [EntityID(rawValue: "b")]),
    ]
    let report = try #require(EntityReport(of: id, in: g))
    #expect(report.corrections.map(\.explanation) == ["mine"])
  }

  @Test("an unknown identifier has no report")
  func unknown() { #expect(EntityReport(of: EntityID(rawValue: "?"), in: graph([])) == nil) }
}
