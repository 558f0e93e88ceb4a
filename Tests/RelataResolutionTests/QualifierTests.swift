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

  /// The names of the entities of documents, each of which speaks of a body and of places so often.
  private func names(_ documents: [(DocumentEntity, [(DocumentEntity, Int)])]) throws -> [String] {
    try F.resolve(
      documents.enumerated().map { number, document in
        F.document(
          "\(number)",
          [document.0]
            + document.1.map { place, mentions in
              var place = place
              place.mentionCount = mentions
              return place
            })
      }
    ).entities.filter { $0.type == .governmentBody }.map(\.name).sorted()
  }

  private func country(_ name: String) -> DocumentEntity { F.entity(name, type: .country) }
  private func city(_ name: String) -> DocumentEntity { F.entity(name, type: .city) }

  @Test("a body with a plain name is that of the country that its document is about")
  func plainNames() throws {
    #expect(
      try names([
        (body("Interior Ministry"), [(country("Tunisia"), 2)]),
        (body("Interior Ministry"), [(city("Rome"), 1), (country("Italy"), 2)]),
        (body("Interior Ministry"), [(city("Sfax"), 1)]),
      ]) == ["Interior Ministry", "Interior Ministry"])
    // The named one of its country is the same, another's is not.
    #expect(
      try names([
        (body("Supreme Court of India", "Supreme Court"), []),
        (body("Supreme Court of Kenya", "Supreme Court"), []),
        (body("Supreme Court"), [(country("Kenya"), 3)]),
      ]) == ["Supreme Court of India", "Supreme Court of Kenya"])
    // Two countries that are spoken of as often do not say whose it is.
    #expect(
      try names([
        (body("Interior Ministry"), [(country("Tunisia"), 3)]),
        (body("Interior Ministry"), [(country("Italy"), 3), (country("Libya"), 3)]),
      ]) == ["Interior Ministry"])
    // A name that only one body has is one in every text.
    #expect(
      try names([
        (body("Muhabarat"), [(country("Tunisia"), 3)]), (body("Muhabarat"), [(country("Italy"), 3)]),
      ]) == ["Muhabarat"])
  }

  @Test("“Congress” is another than the one everybody knows where a document does not speak of its country")
  func wellKnown() throws {
    let american = (body("US Congress", "Congress"), [(country("United States"), 2)])
    #expect(try names([american, (body("Congress"), [(country("Philippines"), 3)])]).count == 2)
    #expect(
      try names([american, (body("Congress"), [(country("Iraq"), 5), (country("United States"), 1)])]).count
        == 1)
  }

  @Test("a plain name is that of the body that is spoken of far more often than all others")
  func dominance() throws {
    let often = F.entity("Supreme Court of India", type: .governmentBody, mentions: 10)
    #expect(
      try names([
        (often, []), (body("Supreme Court of Kenya", "Supreme Court"), []), (body("Supreme Court"), []),
      ])
        == ["Supreme Court of India", "Supreme Court of Kenya"])
  }

  @Test("“Court” and “Ministry” are no names, though a text writes them with a capital")
  func sharedNouns() throws {
    #expect(try names([body("Ministry"), body("Ministry")]).count == 2)
    #expect(try names([body("Court"), body("District Court")]).count == 2)
    #expect(try names([body("Parliament"), body("Parliament")]).count == 1)
  }
}
