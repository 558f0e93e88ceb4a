import RelataExtraction
import RelataGraph
import Testing

/// Names that are alike and say themselves that they are two.
@Suite("Qualifiers across documents") struct QualifierTests {
  private typealias F = Fixtures

  private func names(_ entities: [DocumentEntity]) throws -> [String] {
    try F.resolve(entities.enumerated().map { F.document("\($0)", [$1]) }).entities.map(\.name).sorted()
  }

  private func body(_ names: String...) -> DocumentEntity {
    var entity = F.entity(names[0], type: .governmentBody)
    entity.names = names.map { Alias(name: $0, count: 1) }
    return entity
  }

  private func person(_ names: String...) -> DocumentEntity {
    var entity = F.entity(names[0])
    entity.names = names.map { Alias(name: $0, count: 1) }
    return entity
  }

  @Test("bodies of two countries or numbers stay two, whatever short name they share")
  func bodies() throws {
    #expect(
      try names([
        body("Supreme Court of India", "Supreme Court"), body("Supreme Court of Kenya", "Supreme Court"),
      ]) == ["Supreme Court of India", "Supreme Court of Kenya"])
    #expect(
      try names([body("118th Congress", "Congress"), body("119th Congress", "Congress")])
        == ["118th Congress", "119th Congress"])
  }

  @Test("one body under several forms of its name is one")
  func one() throws {
    #expect(
      try names([
        body("Supreme Court of India", "Supreme Court"), body("India's Supreme Court", "Supreme Court"),
        body("Indian Supreme Court"),
      ]).count == 1)
  }

  @Test("of two such bodies a plain name is neither")
  func plain() throws {
    let found = try names([
      body("Supreme Court of Kenya", "Supreme Court"), body("Supreme Court"),
      body("Supreme Court of India", "Supreme Court"),
    ])
    #expect(found == ["Supreme Court", "Supreme Court of India", "Supreme Court of Kenya"])
    #expect(try names([body("Supreme Court of Kenya", "Supreme Court"), body("Supreme Court")]).count == 1)
    // A number says nothing of a country, wherever it stands among the others.
    #expect(
      try names([
        body("2nd Parliament", "Parliament"), body("Parliament of Kenya", "Parliament"), body("Parliament"),
        body("Parliament of India", "Parliament"),
      ]).contains("Parliament"))
  }

  @Test("rulers of one name, and princes whose last name it is, are others")
  func rulers() throws {
    #expect(try names([person("Charles II"), person("Charles III")]).count == 2)
    #expect(try names([person("John Paul II"), person("Pope John Paul II", "John Paul II")]).count == 1)
    #expect(
      try names([
        person("King Abdullah II of Jordan", "Abdullah II"),
        person("King Abdullah of Saudi Arabia", "Abdullah"),
      ]).count == 2)
    #expect(try names([person("King Salman", "Salman"), person("Mohammed bin Salman")]).count == 2)
    #expect(try names([person("Salman"), person("Mohammed bin Salman")]).count == 1)
  }
}
