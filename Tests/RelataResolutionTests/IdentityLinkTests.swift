import RelataExtraction
import RelataGraph
import Testing

@Suite struct IdentityLinkTests {
  private typealias F = Fixtures

  /// The reasons as "name = other: reason".
  private func reasons(_ documents: ExtractedDocument...) throws -> [String] {
    try F.resolve(documents).entities.flatMap(\.links).map { "\($0.name) = \($0.other): \($0.reason)" }
  }

  @Test func spellingsSayWhatTheyShare() throws {
    let links = try F.resolve([
      F.document("a", [F.entity("Mikhail Gorbachev")]), F.document("b", [F.entity("Mikhail Gorbachov")]),
    ]).entities.flatMap(\.links)
    #expect(links.map(\.reason) == [.spelling])
    #expect(links[0].detail.contains("gorbachev and gorbachov are spellings of one sound"))
    #expect(links[0].document == nil)
  }

  @Test func surnamesAndAcronymsAreShortForms() throws {
    #expect(
      try reasons(F.document("a", [F.entity("Angela Merkel")]), F.document("b", [F.entity("Merkel")]))
        == ["Merkel = Angela Merkel: shortName"])
    #expect(
      try reasons(
        F.document("a", [F.entity("Shanghai Cooperation Organisation", type: .organization)]),
        F.document("b", [F.entity("SCO", type: .organization)])
      ) == ["SCO = Shanghai Cooperation Organisation: acronym"])
  }

  @Test func identifiersAreTheGazetteers() throws {
    let links = try F.resolve([
      F.document("a", [F.entity("Burma", type: .country, identifiers: ["iso3166": "MM"])]),
      F.document("b", [F.entity("Myanmar", type: .country, identifiers: ["iso3166": "MM"])]),
    ]).entities.flatMap(\.links)
    #expect(links.map(\.reason) == [.gazetteer])
    #expect(links.map(\.detail) == ["iso3166=MM"])
  }

  @Test func equalNamesNeedNoReason() throws {
    #expect(
      try reasons(F.document("a", [F.entity("Angela Merkel")]), F.document("b", [F.entity("Angela Merkel")]))
        .isEmpty)
    let marks = try F.resolve([
      F.document("a", [F.entity("José Mourinho")]), F.document("b", [F.entity("Jose Mourinho")]),
    ]).entities
    #expect(marks.map { Set($0.aliases.map(\.name)) } == [["José Mourinho", "Jose Mourinho"]])
    #expect(marks[0].links.isEmpty)
  }

  @Test func whatOneDocumentJoinsNamesTheFirstSuchDocument() throws {
    let link = IdentityLink(name: "IBM", other: "Big Blue", reason: .aliasPhrase, detail: "nicknamed")
    let documents = ["b.txt", "a.txt"].map { id in
      var entity = F.entity("Big Blue", "IBM", type: .company)
      entity.links = [link]
      return F.document(id, [entity])
    }
    let links = try F.resolve(documents).entities.flatMap(\.links)
    #expect(links.map(\.document) == ["a.txt"])
    #expect(links.map(\.detail) == ["nicknamed"])
  }

  /// Between any two names that are joined there is a chain of reasons.
  @Test func reasonsConnectAllNames() throws {
    let graph = try F.resolve([
      F.document("a", [F.entity("Ahmed al-Sharaa", mentions: 4)]),
      F.document("b", [F.entity("Ahmad al-Sharra")]),
      F.document("c", [F.entity("Ahmed Hussein al-Sharaa")]), F.document("d", [F.entity("al-Sharra")]),
      F.document("e", [F.entity("Ahmed al-Shara")]),
    ])
    #expect(graph.entities.count == 1)
    let entity = try #require(graph.entities.first)
    var reached: Set<String> = [entity.name]
    for _ in entity.links {
      for link in entity.links where reached.contains(link.name) || reached.contains(link.other) {
        reached.formUnion([link.name, link.other])
      }
    }
    #expect(reached == Set(entity.aliases.map(\.name)))
  }
}
