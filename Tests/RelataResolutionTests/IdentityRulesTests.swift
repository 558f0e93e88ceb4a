import RelataExtraction
import RelataGraph
import RelataResolution
import Testing

@Suite struct IdentityRulesTests {
  private typealias F = Fixtures

  private func resolve(
    same: [IdentityRules.Rule] = [], different: [IdentityRules.Rule] = [], _ documents: [ExtractedDocument]
  ) throws -> Resolver.Resolution {
    try Resolver(
      ontology: F.ontology, gazetteer: F.gazetteer(),
      identities: IdentityRules(same: same, different: different, fileName: "ids.yaml")
    ).resolution(of: documents)
  }

  private func rule(_ names: String..., type: EntityType? = nil, line: Int = 1) -> IdentityRules.Rule {
    IdentityRules.Rule(names: names, type: type, line: line)
  }

  @Test func aUserJoinsWhatNothingElseWould() throws {
    let documents = [
      F.document("a", [F.entity("Cassius Clay", mentions: 3)]),
      F.document("b", [F.entity("Muhammad Ali", mentions: 5)]),
      F.document("c", [F.entity("Ali")]), F.document("d", [F.entity("Muhammad Ali")]),
    ]
    #expect(try resolve(documents).graph.ids.count == 2)
    let joined = try resolve(same: [rule("Cassius Clay", "Muhammad Ali", line: 4)], documents)
    #expect(joined.graph.ids == ["person/muhammad-ali"])
    #expect(joined.unmet.isEmpty)
    #expect(joined.graph.entities[0].mentionCount == 10)
    #expect(joined.graph.entities[0].links.contains { $0.reason == .user && $0.detail == "ids.yaml:4" })
  }

  @Test func aUserOverridesTypesRelativesAndIdentifiers() throws {
    let graph = try resolve(
      same: [
        rule("Swift", "Taylor Alison Swift"), rule("Tom Hanks", "Colin Hanks"), rule("Bank of X", "X Place"),
      ],
      [
        F.document(
          "a",
          [
            F.entity("Tom Hanks"), F.entity("Bank of X", type: .company, identifiers: ["wikidata": "Q1"]),
          ]),
        F.document(
          "b",
          [F.entity("Colin Hanks"), F.entity("X Place", type: .city, identifiers: ["wikidata": "Q2"])]),
        F.document("c", [F.entity("Tom Hanks", mentions: 4)]),
      ])
    #expect(graph.graph.entities.count == 2)
    #expect(graph.unmet.map(\.problem).count == 2)
  }

  @Test func aUserKeepsApartWhatWouldBeJoined() throws {
    let documents = [
      F.document("a", [F.entity("Ahmed al-Sharaa")]), F.document("b", [F.entity("Ahmad al-Sharra")]),
      F.document("c", [F.entity("Acme Steel", type: .company)]),
      F.document("d", [F.entity("Acme Steel Inc", type: .company)]),
      F.document("e", [F.entity("Lyon", type: .city, identifiers: ["geonames": "1"])]),
      F.document("f", [F.entity("Lyons", type: .city, identifiers: ["geonames": "1"])]),
    ]
    #expect(try resolve(documents).graph.entities.count == 3)
    let apart = try resolve(
      different: [
        rule("Ahmed al-Sharaa", "Ahmad al-Sharra"), rule("Acme Steel", "Acme Steel Inc"),
        rule("Lyon", "Lyons"),
      ], documents)
    #expect(apart.graph.entities.count == 6)
    #expect(apart.unmet.isEmpty)
  }

  @Test func aThirdSpellingJoinsOnlyOneOfThem() throws {
    let apart = try resolve(
      different: [rule("Ahmed al-Sharaa", "Ahmad al-Sharra")],
      [
        F.document("a", [F.entity("Ahmed al-Sharaa", mentions: 9)]),
        F.document("b", [F.entity("Ahmad al-Sharra")]),
        F.document("c", [F.entity("Ahmad al-Sharaa")]),
      ])
    #expect(apart.graph.entities.count == 2)
  }

  @Test func aTypeNarrowsARule() throws {
    let documents = [
      F.document("a", [F.entity("Florence Hill"), F.entity("Florence Town", type: .city)]),
      F.document("b", [F.entity("Old Florence", type: .city), F.entity("Anna Old")]),
    ]
    let result = try resolve(
      same: [
        rule("Florence Town", "Old Florence", type: .place), rule("Florence Hill", "Anna Old", type: .place),
      ],
      documents)
    #expect(result.graph.entities.count == 3)
    #expect(
      result.unmet.map(\.problem).sorted().map { $0.prefix(30) } == [
        "no Place is called “Anna Old”;", "no Place is called “Florence H",
      ])
  }

  @Test func aSurnameOfSomebodyElseIsNotMeant() throws {
    let result = try resolve(
      same: [rule("Bashar al-Assad", "Assad")],
      [
        F.document("a", [F.entity("Bashar al-Assad")]),
        F.document("b", [F.entity("Hafez al-Assad", "Assad")]),
        F.document("c", [F.entity("Assad")]),
      ])
    #expect(result.graph.ids == ["person/bashar-al-assad", "person/hafez-al-assad"])
    #expect(result.graph.entities[0].mentionCount == 2)
  }

  @Test func whatADocumentConfusesIsReported() throws {
    let result = try resolve(
      different: [rule("John Smith", "John A. Smith", line: 7)],
      [F.document("a.txt", [F.entity("John A. Smith", "John Smith")])])
    #expect(
      result.unmet.map(\.description) == [
        "ids.yaml:7: “John Smith” and “John A. Smith” could not be kept apart; a.txt takes them for one"
      ])
  }

  @Test func theOrderOfDocumentsMakesNoDifference() throws {
    let documents = ["Mark Twain", "Samuel Clemens", "Twain", "Sam Clemens", "Marc Twain"].enumerated().map {
      F.document("\($0.offset)", [F.entity($0.element, mentions: $0.offset + 1)])
    }
    let rules = [rule("Mark Twain", "Samuel Clemens")]
    let expected = try resolve(same: rules, documents).graph
    #expect(expected.entities.count == 1)
    #expect(try resolve(same: rules, documents.reversed()).graph == expected)
  }
}
