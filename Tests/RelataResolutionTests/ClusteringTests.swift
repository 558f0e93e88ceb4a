import RelataExtraction
import RelataGraph
import RelataTestSupport
import Testing

@Suite struct ClusteringTests {
  private typealias F = Fixtures

  @Test func oneEntityUnderManySpellings() throws {
    let graph = try F.resolve([
      F.document(
        "a",
        [
          F.entity("Ahmed al-Sharaa", "Sharaa", mentions: 4),
          F.entity("Khmeimim Air Base", type: .militaryBase, mentions: 2),
        ]),
      F.document("b", [F.entity("Ahmad al-Shara’a"), F.entity("Hmeimim airbase", type: .facility)]),
      F.document("c", [F.entity("Ahmed Hussein al-Sharra")]),
      F.document("d", [F.entity("al-Sharra")]),
    ])
    #expect(graph.ids == ["militarybase/khmeimim-air-base", "person/ahmed-al-sharaa"])
    let person = try #require(graph.entities.last)
    #expect(person.mentionCount == 7)
    #expect(person.aliases.map(\.name).contains("al-Sharra"))
    #expect(person.aliases[0].count == 4)
  }

  @Test("what articles only describe alike is not one thing")
  func descriptionsStayApart() throws {
    var offensive = F.entity("rapid offensive", type: .event)
    offensive.isDescribed = true
    let graph = try F.resolve([F.document("a", [offensive]), F.document("b", [offensive])])
    #expect(graph.entities.count == 2)
    offensive.isDescribed = false
    #expect(
      try F.resolve([F.document("a", [offensive]), F.document("b", [offensive])]).entities.count == 1)
  }

  @Test func relativesStayApart() throws {
    let graph = try F.resolve([
      F.document("a", [F.entity("Bashar al-Assad", "Assad", mentions: 3), F.entity("Hafez al-Assad")]),
      F.document("b", [F.entity("Hafez al-Assad", "Assad", mentions: 3)]),
      F.document("c", [F.entity("Bashar Assad")]),
    ])
    #expect(graph.ids == ["person/bashar-al-assad", "person/hafez-al-assad"])
  }

  @Test func aliasesBringTwoNamesTogether() throws {
    let graph = try F.resolve([
      F.document("a", [F.entity("Abu Mohammad al-Julani", mentions: 2)]),
      F.document("b", [F.entity("Ahmed al-Sharaa", "Abu Mohammad al-Jolani", mentions: 5)]),
      F.document("c", [F.entity("Ahmed al-Sharaa", mentions: 3)]),
      F.document("d", [F.entity("Jolani")]),
    ])
    #expect(graph.ids == ["person/ahmed-al-sharaa"])
  }

  @Test func aSharedAliasDoesNotJoinRelatives() throws {
    // The first document confuses father and son; the others do not.
    let graph = try F.resolve([
      F.document("a", [F.entity("Bashar al-Assad", "Hafez al-Assad")]),
      F.document("b", [F.entity("Hafez al-Assad")]),
      F.document("c", [F.entity("Bashar al-Assad")]),
    ])
    #expect(graph.ids == ["person/bashar-al-assad", "person/hafez-al-assad"])
  }

  @Test func aBareSurnameJoinsOnlyWhatItFitsAlone() throws {
    let unique = try F.resolve([
      F.document("a", [F.entity("Vladimir Putin")]), F.document("b", [F.entity("Putin")]),
    ])
    #expect(unique.ids == ["person/vladimir-putin"])

    let ambiguous = try F.resolve([
      F.document("a", [F.entity("Bashar al-Assad"), F.entity("Hafez al-Assad")]),
      F.document("b", [F.entity("Assad")]),
    ])
    #expect(ambiguous.ids == ["person/assad", "person/bashar-al-assad", "person/hafez-al-assad"])

    let ownDocument = try F.resolve([
      F.document("a", [F.entity("Bashar al-Assad")]),
      F.document("b", [F.entity("Hafez al-Assad"), F.entity("Assad")]),
    ])
    #expect(ownDocument.entities.first { $0.name == "Hafez al-Assad" }?.mentionCount == 2)

    let dominant = try F.resolve([
      F.document("a", [F.entity("Bashar al-Assad", mentions: 20), F.entity("Hafez al-Assad")]),
      F.document("b", [F.entity("Assad")]),
    ])
    #expect(dominant.entities.first { $0.name == "Bashar al-Assad" }?.mentionCount == 21)
  }

  @Test func acronymsJoinTheirLongForm() throws {
    let graph = try F.resolve([
      F.document("a", [F.entity("HTS", type: .organization)]),
      F.document("b", [F.entity("Hayat Tahrir al-Sham", type: .armedGroup, mentions: 3)]),
      F.document("c", [F.entity("HTS", type: .armedGroup)]),
      F.document("d", [F.entity("SNA", type: .armedGroup)]),
      F.document("e", [F.entity("Syrian National Army", type: .armedGroup)]),
      F.document("f", [F.entity("Somali National Army", type: .armedGroup)]),
    ])
    #expect(
      graph.ids == [
        "armedgroup/hayat-tahrir-al-sham", "armedgroup/sna", "armedgroup/somali-national-army",
        "armedgroup/syrian-national-army",
      ])
  }

  @Test func aCountrysPeopleNameItsBodies() throws {
    let graph = try F.resolve([
      F.document("a", [F.entity("Syrian Foreign Ministry", type: .governmentBody, mentions: 2)]),
      F.document("b", [F.entity("Syria’s Foreign Ministry", type: .governmentBody)]),
      F.document("c", [F.entity("Russian Foreign Ministry", type: .governmentBody)]),
    ])
    #expect(
      graph.ids == ["governmentbody/russian-foreign-ministry", "governmentbody/syrian-foreign-ministry"])
  }

  @Test func countriesHaveTheirCommonName() throws {
    let graph = try F.resolve([
      F.document(
        "a", [F.entity("Russian Federation", type: .country, mentions: 9, identifiers: ["iso3166": "RU"])])
    ])
    #expect(graph.ids == ["country/russia"])
    #expect(graph.entities.map(\.name) == ["Russia"])
  }

  @Test func identifiersDecide() throws {
    let graph = try F.resolve([
      F.document(
        "a", [F.entity("Georgia", type: .country, identifiers: ["iso3166": "GE", "geonames": "614540"])]),
      F.document("b", [F.entity("Georgia", type: .place, identifiers: ["geonames": "4197000"])]),
      F.document("c", [F.entity("Sakartvelo", type: .country, identifiers: ["iso3166": "GE"])]),
    ])
    #expect(graph.entities.count == 2)
    #expect(graph.entities.first { $0.type == .country }?.aliases.count == 2)
  }

  @Test func typesThatExcludeEachOtherStayApart() throws {
    let graph = try F.resolve([
      F.document(
        "a",
        [
          F.entity("Jordan Page", type: .person),
          F.entity("Syria", type: .country, identifiers: ["iso3166": "SY"]),
        ]),
      F.document(
        "b",
        [
          F.entity("Jordan Page", type: .city),
          F.entity("Syria", type: .governmentBody, identifiers: ["iso3166": "SY"]),
        ]),
      F.document("c", [F.entity("Wagner Group", type: .company), F.entity("Tartus", type: .city)]),
      F.document("d", [F.entity("Wagner Group", type: .armedGroup), F.entity("Tartus", type: .facility)]),
    ])
    #expect(graph.ids.filter { $0.hasSuffix("jordan-page") }.count == 2)
    #expect(graph.entities.filter { $0.identifiers["iso3166"] == "SY" }.count == 2)
    #expect(graph.entities.filter { $0.name == "Wagner Group" }.count == 1)
    #expect(graph.entities.filter { $0.name == "Tartus" }.count == 2)
  }

  @Test func aLoneMistakenTypeIsCorrected() throws {
    let graph = try F.resolve([
      F.document("a", [F.entity("Hayat Tahrir al-Sham", "HTS", type: .organization)]),
      F.document("b", [F.entity("Hayat Tahrir al-Sham", type: .armedGroup)]),
      F.document("c", [F.entity("Hayat Tahrir al-Sham", type: .person)]),
      F.document("d", [F.entity("Georgia", type: .country, identifiers: ["iso3166": "GE"])]),
      F.document("e", [F.entity("Georgia", type: .country, identifiers: ["iso3166": "GE"])]),
      F.document("f", [F.entity("Georgia", type: .person)]),
    ])
    #expect(graph.ids == ["armedgroup/hayat-tahrir-al-sham", "country/georgia", "person/georgia"])
  }

  @Test func theMoreSpecificTypeWins() throws {
    let graph = try F.resolve([
      F.document("a", [F.entity("Hayat Tahrir al-Sham", type: .organization)]),
      F.document("b", [F.entity("Hayat Tahrir al-Sham", type: .organization)]),
      F.document("c", [F.entity("Hayat Tahrir ash-Sham", type: .armedGroup)]),
    ])
    #expect(graph.ids == ["armedgroup/hayat-tahrir-al-sham"])
  }

  @Test func clashingIdentifiersAreNumbered() throws {
    let graph = try F.resolve([
      F.document("a", [F.entity("Springfield", type: .city, mentions: 2, identifiers: ["geonames": "1"])]),
      F.document("b", [F.entity("Springfield", type: .city, identifiers: ["geonames": "2"])]),
    ])
    #expect(graph.ids == ["city/springfield", "city/springfield-2"])
    #expect(graph.entities[0].mentionCount == 2)
  }

  @Test func theOrderOfDocumentsDoesNotMatter() throws {
    let people = [
      "Bashar al-Assad", "Hafez al-Assad", "Assad", "Ahmed al-Sharaa", "Ahmad al-Sharra", "Maher al-Sharaa",
      "Sharaa",
      "Abu Mohammad al-Jolani", "Jolani", "Vladimir Putin", "V. Putin", "Putin", "Volodymyr Zelensky",
      "Zelenskyy",
    ]
    let groups = [
      "Hayat Tahrir al-Sham", "Hay’at Tahrir ash-Sham", "HTS", "Syrian National Army", "Somali National Army",
      "SNA", "Wagner", "Wagner Group",
    ]
    var random = SeededGenerator(seed: 7)
    for _ in 0..<20 {
      var documents = (0..<12).map { number -> ExtractedDocument in
        let entities =
          people.shuffled(using: &random).prefix(5).map {
            F.entity($0, mentions: Int.random(in: 1...9, using: &random))
          }
          + groups.shuffled(using: &random).prefix(3).map {
            F.entity(
              $0, type: [.organization, .armedGroup, .company].randomElement(using: &random) ?? .organization)
          }
        let statements = (0..<6).map { index in
          F.statement(
            Int.random(in: 0..<8, using: &random),
            ["captured", "met", "leads"].randomElement(using: &random) ?? "met",
            Int.random(in: 0..<8, using: &random),
            time: [nil, "2024", "2024-12", "2024-12-08", "2025-12-08"].randomElement(using: &random) ?? nil,
            polarity: index == 0 ? .negated : .affirmed, at: index * 20)
        }
        return F.document("document-\(number)", Array(entities), statements)
      }
      let expected = try F.resolve(documents)
      #expect(Set(expected.ids).count == expected.entities.count)
      for _ in 0..<4 {
        documents.shuffle(using: &random)
        #expect(try F.resolve(documents) == expected)
      }
    }
  }

  @Test func everyMentionIsKept() throws {
    var random = SeededGenerator(seed: 11)
    let surnames = ["Assad", "Sharaa", "Putin", "Lavrov", "Erdogan", "Novak"]
    let given = ["Ali", "Omar", "Igor", "Anna", "Maria", ""]
    let documents = (0..<40).map { number in
      F.document(
        "\(number)",
        (0..<6).map { _ in
          F.entity(
            ((given.randomElement(using: &random) ?? "") + " "
              + (surnames.randomElement(using: &random) ?? ""))
              .trimmingPrefix(" ").description, mentions: Int.random(in: 1...5, using: &random))
        })
    }
    let graph = try F.resolve(documents)
    let mentions = documents.flatMap(\.entities).reduce(0) { $0 + $1.mentionCount }
    #expect(graph.entities.reduce(0) { $0 + $1.mentionCount } == mentions)
  }

  @Test func nothingMakesAnEmptyGraph() throws {
    #expect(try F.resolve([]) == KnowledgeGraph())
    #expect(try F.resolve([F.document("a", [])]).documents.map(\.id) == ["a"])
  }
}
