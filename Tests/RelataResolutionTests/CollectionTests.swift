import RelataExtraction
import RelataGraph
import RelataResolution
import RelataTestSupport
import Testing

/// What holds for collections of any size: identity depends on the names that meet, not on what else
/// there is, nor on any order.
@Suite struct CollectionTests {
  private typealias F = Fixtures

  // MARK: Order

  @Test func anyOrderGivesTheSameGraph() throws {
    let documents = Self.news(120, seed: 1)
    let graph = try F.resolve(documents)
    #expect(graph.entities.count > 100)
    var dice = SeededGenerator(seed: 7)
    for _ in 0..<6 {
      #expect(try F.resolve(documents.shuffled(using: &dice)) == graph)
    }
  }

  @Test func documentsKeepTheirEntitiesInAnyOrder() throws {
    let documents = Self.news(80, seed: 2)
    let resolver = Resolver(ontology: F.ontology, gazetteer: try F.gazetteer())
    let expected = Dictionary(
      zip(documents.map(\.record.id), resolver.identify(documents)), uniquingKeysWith: { first, _ in first })
    let known = Set(resolver.resolve(documents).entities.map(\.id))
    var dice = SeededGenerator(seed: 8)
    for _ in 0..<4 {
      let shuffled = documents.shuffled(using: &dice)
      for (document, ids) in zip(shuffled, resolver.identify(shuffled)) {
        #expect(ids == expected[document.record.id])
        #expect(ids.count == document.entities.count && known.isSuperset(of: ids))
      }
    }
  }

  @Test("what speaks of nothing alike changes nothing")
  func unrelatedDocumentsChangeNothing() throws {
    let documents = Self.news(60, seed: 3)
    let resolver = Resolver(ontology: F.ontology, gazetteer: try F.gazetteer())
    let alone = Self.partition(documents, resolver.identify(documents))
    let others = (0..<300).map { number in
      F.document(
        "zz-\(number)",
        [
          F.entity("Qwxyz \(Self.unheard(number))", "Zzyzx"),
          F.entity("Xyqqu \(Self.unheard(number)) Works", type: .company),
        ])
    }
    for batch in [Array(others[..<20]), others] {
      let all = documents + batch
      let ids = Array(resolver.identify(all)[..<documents.count])
      #expect(Self.partition(documents, ids) == alone)
    }
  }

  // MARK: Large blocks

  @Test func spellingsMeetAmongThousandsOfOneSurname() throws {
    var documents = (0..<1500).map { F.document("kim-\($0)", [F.entity("\(Self.unheard($0)) Kim")]) }
    documents.append(F.document("a", [F.entity("Mohammed Kim")]))
    documents.append(F.document("b", [F.entity("Muhammad Kim")]))
    documents.append(F.document("c", [F.entity("William Kim")]))
    documents.append(F.document("d", [F.entity("Bill Kim")]))
    let graph = try F.resolve(documents)
    #expect(graph.ids.contains { ["person/mohammed-kim", "person/muhammad-kim"].contains($0) })
    #expect(!(graph.ids.contains("person/mohammed-kim") && graph.ids.contains("person/muhammad-kim")))
    #expect(!(graph.ids.contains("person/william-kim") && graph.ids.contains("person/bill-kim")))
  }

  @Test func spellingsMeetAmongThousandsOfOneWord() throws {
    var documents = (0..<1500).map { number in
      F.document("bay-\(number)", [F.entity("\(Self.unheard(number)) Shipping Harvest", type: .company)])
    }
    documents.append(F.document("a", [F.entity("Khmeimim Shipping Harvest", type: .company)]))
    documents.append(F.document("b", [F.entity("Khmeimeem Shipping Harvest", type: .company)]))
    let graph = try F.resolve(documents)
    #expect(graph.ids.filter { $0.hasPrefix("company/khmeim") }.count == 1)
  }

  // MARK: Time

  @Test(
    "a popular name, a popular description and a popular fact take no more time than others",
    .timeLimit(.minutes(1)))
  func popularityCostsNothing() throws {
    let documents = (0..<6000).map { number in
      F.document(
        "n-\(number)",
        [
          F.entity("Vladimir Putin", "Putin"), F.entity("Putin"), F.entity("Recep Tayyip Erdogan"),
          DocumentEntity(
            name: "the attack", type: .event, names: [Alias(name: "the attack", count: 1)], isDescribed: true),
        ],
        [F.statement(0, "met", 2, time: Self.day(number), place: nil, at: number)])
    }
    let graph = try F.resolve(documents)
    #expect(graph.entities.count == 6000 + 2)
    #expect(graph.entities.first { $0.name == "Vladimir Putin" }?.mentionCount == 12_000)
    #expect(graph.statements.count == 6000)
  }

  // MARK: Made documents

  /// Full names in several spellings, bare surnames, acronyms and relatives, as chance has it.
  private static func news(_ count: Int, seed: UInt64) -> [ExtractedDocument] {
    var dice = SeededGenerator(seed: seed)
    let given = [
      "Ahmed", "Ahmad", "Bashar", "Hafez", "Vladimir", "Mohammed", "Muhammad", "Walid", "Ali", "Sergei",
      "Sergey",
    ]
    let family = [
      "al-Sharaa", "al-Shara", "al-Assad", "Putin", "Lavrov", "Karimi", "Kareemi", "Jumblatt", "Joumblatt",
    ]
    let groups = [
      "Hayat Tahrir al-Sham", "HTS", "Syrian National Army", "SNA", "Syrian Foreign Ministry",
      "Foreign Ministry of Syria",
      "Haifa Tourist Syndicate", "Gazprom Neft", "Gazprom",
    ]
    return (0..<count).map { number in
      var entities: [DocumentEntity] = []
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        let surname = family.randomElement(using: &dice) ?? ""
        let full = "\(given.randomElement(using: &dice) ?? "") \(surname)"
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: entities.append(F.entity(surname))
        case 1: entities.append(F.entity(full))
        default: entities.append(F.entity(full, surname, mentions: Int.random(in: 1...5, using: &dice)))
        }
        entities.append(F.entity(groups.randomElement(using: &dice) ?? "", type: .organization))
      }
      let day = Self.day(Int.random(in: 0..<400, using: &dice))
      return F.document("d-\(number)", entities, [F.statement(0, "met", entities.count - 1, time: day)])
    }
  }

  /// Which document entities are one, without what they are called.
  private static func partition(_ documents: [ExtractedDocument], _ ids: [[EntityID]]) -> Set<Set<String>> {
    var groups: [EntityID: Set<String>] = [:]
    for (document, row) in zip(documents, ids) {
      for (index, id) in row.enumerated() { groups[id, default: []].insert("\(document.record.id) \(index)") }
    }
    return Set(groups.values)
  }

  /// A word for each number, no two of which sound alike.
  private static func unheard(_ number: Int) -> String {
    let sounds = ["bob", "dir", "gul", "kem", "lof", "mar", "nis", "pet", "rog", "sul"]
    let word = String(number).reduce("") { $0 + sounds[Int(String($1)) ?? 0] }
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  private static func day(_ number: Int) -> String {
    let (day, month, year) = (number % 28 + 1, number / 28 % 12 + 1, 1995 + number / 336 % 30)
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
