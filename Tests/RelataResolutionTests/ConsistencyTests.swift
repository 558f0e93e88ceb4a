import RelataExtraction
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

  @Test("of countries without a title the one stays that most statements say he leads")
  func outweighed() throws {
    let graph = try F.resolve([
      F.document(
        "a", [assad, iran, russia],
        [
          F.statement(0, "head_of_state_of", 1, confidence: 0.7), F.statement(0, "leads", 1, confidence: 0.8),
          F.statement(0, "head_of_state_of", 2, confidence: 0.9),
          F.statement(0, "head_of_state_of", 2, polarity: .negated, confidence: 0.9),
        ])
    ])
    #expect(
      graph.statements.map { "\($0.relation) \($0.object.rawValue) \($0.polarity)" }.sorted() == [
        "head_of_state_of country/iran affirmed", "head_of_state_of country/russia negated",
        "leads country/iran affirmed",
      ])
  }
}

/// A base lies in one country.
@Suite struct OneCountryTests {
  private typealias F = Fixtures
  private let base = F.entity("Khmeimim Air Base", type: .militaryBase)
  private let syria = F.entity("Syria", type: .country)
  private let russia = F.entity("Russia", type: .country)

  private func countries(_ statements: [DocumentStatement]) throws -> [String] {
    try F.resolve([F.document("a", [base, syria, russia], statements)]).statements.map(\.object.rawValue)
      .sorted()
  }

  @Test("that a word says where it lies goes before two names beside each other")
  func toldGoesFirst() throws {
    #expect(
      try countries([
        F.statement(0, "located_in", 1, confidence: 0.8, trigger: "word in"),
        F.statement(0, "located_in", 2, confidence: 0.9, trigger: "juxtaposition"),
      ]) == ["country/syria"])
  }

  @Test("what two texts say in words both stays, and so does what nothing contradicts")
  func contradictionsStay() throws {
    #expect(
      try countries([
        F.statement(0, "located_in", 1, confidence: 0.9, trigger: "word in"),
        F.statement(0, "located_in", 2, confidence: 0.3, trigger: "word in"),
      ]).count == 2)
    #expect(
      try countries([F.statement(0, "located_in", 2, confidence: 0.3, trigger: "juxtaposition")]) == [
        "country/russia"
      ])
    #expect(
      try countries([
        F.statement(0, "located_in", 1, confidence: 0.9, trigger: "word in"),
        F.statement(0, "attacked", 2, confidence: 0.3, trigger: "juxtaposition"),
      ]).count == 2)
  }
}
