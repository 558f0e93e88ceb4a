import RelataGraph
import Testing

/// What a title says of an office goes before what was only learned.
@Suite struct OneOfficeTests {
  private typealias F = Fixtures
  private let putin = F.entity("Vladimir Putin", type: .person)
  private let assad = F.entity("Bashar al-Assad", type: .person)
  private let russia = F.entity("Russia", type: .country)
  private let iran = F.entity("Iran", type: .country)

  private func heads(_ graph: KnowledgeGraph) -> [String] {
    graph.statements.map { "\($0.subject.rawValue) \($0.object.rawValue)" }.sorted()
  }

  @Test("who is told by a title to head one country heads no other, whichever document says so")
  func otherCountry() throws {
    let titled = F.document(
      "a", [putin, russia], [F.statement(0, "head_of_state_of", 1, role: "President")])
    let learned = F.document(
      "b", [putin, iran, russia],
      [F.statement(0, "head_of_state_of", 1), F.statement(0, "head_of_state_of", 2)])
    for documents in [[titled, learned], [learned, titled]] {
      #expect(heads(try F.resolve(documents)) == ["person/vladimir-putin country/russia"])
    }
    // Without a title nothing is contradicted.
    #expect(heads(try F.resolve([learned])).count == 2)
  }

  @Test("a country may have had another head, and other relations are not offices")
  func otherHead() throws {
    let graph = try F.resolve([
      F.document(
        "a", [putin, russia, assad, iran],
        [
          F.statement(0, "head_of_state_of", 1, role: "President"), F.statement(2, "head_of_state_of", 1),
          F.statement(0, "visited", 3),
        ])
    ])
    #expect(graph.statements.count == 3)
  }
}
