import RelataExtraction
import RelataGraph
import Testing

/// By which of its names an entity is listed.
@Suite struct PreferredNameTests {
  private typealias F = Fixtures

  private func listed(_ names: [(String, Int)], _ type: EntityType) throws -> [String] {
    var entity = F.entity(names[0].0, type: type)
    entity.names = names.map { Alias(name: $0.0, count: $0.1) }
    return try F.resolve([F.document("a", [entity])]).entities.map(\.name)
  }

  @Test("a name of one word is told with the title without which nobody says it")
  func title() throws {
    #expect(try listed([("Francis", 5), ("Pope Francis", 1)], .person) == ["Pope Francis"])
    #expect(try listed([("Francis", 5), ("Francis Scott", 1)], .person) == ["Francis Scott"])
    #expect(try listed([("Anna Berg", 5), ("Dr. Anna Berg", 1)], .person) == ["Anna Berg"])
  }

  @Test("a body that many countries have is told with its country")
  func country() throws {
    #expect(
      try listed([("Foreign Ministry", 5), ("Russian Foreign Ministry", 1)], .governmentBody)
        == ["Russian Foreign Ministry"])
    #expect(
      try listed([("Foreign Ministry", 5), ("Busy Foreign Ministry", 1)], .governmentBody)
        == ["Foreign Ministry"])
    #expect(try listed([("Aleppo", 5), ("Syrian Aleppo", 1)], .city) == ["Aleppo"])
  }
}
