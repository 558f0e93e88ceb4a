import Foundation
import RelataExtraction
import RelataGraph
import RelataResolution
import RelataTestSupport
import Testing

/// Resolution line by line gives the graph of resolution at once, however rows are spread.
@Suite struct StepsTests {
  private typealias F = Fixtures

  @discardableResult
  private func expectSameGraph(_ documents: [ExtractedDocument], seed: UInt64) throws -> KnowledgeGraph {
    let graph = try F.resolve(documents)
    let runner = try StepRunner(documents, ontology: F.ontology, seed: seed)
    let steps = try runner.graph()
    #expect(steps.entities.count == graph.entities.count)
    for (one, other) in zip(steps.entities, graph.entities) where one != other {
      #expect(one == other)
      break
    }
    #expect(steps.statements.count == graph.statements.count)
    for (one, other) in zip(steps.statements, graph.statements) where one != other {
      #expect(one == other)
      break
    }
    #expect(steps.contradictions == graph.contradictions)
    #expect(steps == graph)
    return graph
  }

  private static let seeds = UInt64(0)..<8

  private func news(seed: UInt64) -> [ExtractedDocument] {
    var news = MadeNews(seed: seed)
    return news.documents(60 + Int(seed) * 10)
  }

  @Test(arguments: seeds)
  func chanceGivesTheSameGraph(seed: UInt64) throws {
    try expectSameGraph(news(seed: seed), seed: seed)
  }

  @Test func chanceHasAllThatIsToBeCompared() throws {
    let graphs = try Self.seeds.map { try F.resolve(news(seed: $0)) }
    #expect(Set(graphs.flatMap(\.contradictions).map(\.kind)) == [.time, .polarity, .value])
    let reasons = Set(graphs.flatMap(\.entities).flatMap(\.links).map(\.reason))
    #expect(reasons.isSuperset(of: [.spelling, .shortName, .acronym, .gazetteer, .aliasPhrase]))
    for graph in graphs {
      #expect(graph.statements.contains { $0.evidence.count > 1 })
      #expect(graph.entities.contains { $0.aliases.count > 1 })
      #expect(graph.ids.contains { $0.hasSuffix("-2") })
    }
  }

  @Test("places that exclude each other, and those that lie in each other")
  func placesGiveTheSameGraph() throws {
    func document(_ id: String, _ place: String, _ outer: String) -> ExtractedDocument {
      F.document(
        id,
        [
          F.entity("Ahmed al-Sharaa"), F.entity("Syria", type: .country, identifiers: ["iso3166": "SY"]),
          F.entity(place, type: .city), F.entity(outer, type: .city),
        ],
        [
          F.statement(0, "visited", 1, time: "2024-12-08", place: 2, at: 0),
          F.statement(0, "born_in", 2, at: 20), F.statement(2, "located_in", 3, at: 40),
        ])
    }
    let within = try expectSameGraph(
      [document("a", "Mezzeh", "Damascus"), document("b", "Kafr Sousa", "Mezzeh")], seed: 1)
    #expect(within.contradictions.isEmpty)
    let apart = try expectSameGraph(
      [
        document("a", "Mezzeh", "Damascus"), document("b", "Azaz", "Aleppo"),
        document("c", "Damascus", "Mezzeh"),
      ],
      seed: 2)
    #expect(Set(apart.contradictions.map(\.kind)).isSuperset(of: [.place, .value]))
  }

  @Test("blocks that keys split, and those that no key splits")
  func largeBlocksGiveTheSameGraph() throws {
    var documents = (0..<180).map { F.document("kim-\($0)", [F.entity("\(MadeNews.unheard($0)) Kim")]) }
    documents += (0..<180).map {
      F.document("bay-\($0)", [F.entity("\(MadeNews.unheard($0)) Shipping Harvest", type: .company)])
    }
    documents += (0..<150).map { F.document("ali-\($0)", [F.entity("Ali \(MadeNews.unheard($0 % 3)) Kim")]) }
    for (number, mark) in ["'", "’", "-", ".", "ʿ"].enumerated() {
      for (other, end) in ["'", "’", "-", ".", "ʿ", ""].enumerated() {
        documents.append(
          F.document("m-\(number)-\(other)", [F.entity("Sana\(mark)a\(end) Group", type: .organization)]))
      }
    }
    documents += [
      F.document("z-1", [F.entity("Kim")]), F.document("z-2", [F.entity("Kim"), F.entity("Ali Bob Kim")]),
    ]
    try expectSameGraph(documents, seed: 3)
  }

  @Test("identifiers that another entity's number takes")
  func numberedIdentifiersGiveTheSameGraph() throws {
    var documents: [ExtractedDocument] = []
    for number in 0..<14 {
      let name = ["attack", "attack 2", "attack 3", "attack 2 2"][number % 4]
      documents.append(
        F.document(
          "a-\(number)",
          [
            DocumentEntity(
              name: name, type: .event, names: [Alias(name: name, count: 1)], mentionCount: number % 5,
              isDescribed: true)
          ]))
    }
    try expectSameGraph(documents, seed: 5)
  }

  @Test func equalTextsOfOtherBytesGiveTheSameGraph() throws {
    let (composed, decomposed) = (
      "Jos\u{E9} \u{41D}\u{438}\u{439}", "Jose\u{301} \u{41D}\u{438}\u{438}\u{306}"
    )
    let documents = [
      F.document(
        "b\u{E9}", [F.entity(decomposed), F.entity("Damascus", type: .city)], [F.statement(0, "visited", 1)]),
      F.document(
        "be\u{301}-2", [F.entity(composed), F.entity("Damascus", type: .city)], [F.statement(0, "visited", 1)]
      ),
      F.document("bf", [F.entity(composed), F.entity(decomposed)]),
    ]
    try expectSameGraph(documents, seed: 6)
  }

  @Test func nothingGivesAnEmptyGraph() throws {
    try expectSameGraph([], seed: 1)
    try expectSameGraph([F.document("a", [])], seed: 1)
  }

  @Test func anEntityWithoutANameGivesTheSameGraph() throws {
    let unnamed = DocumentEntity(name: "", type: .thing, names: [])
    let graph = try expectSameGraph([F.document("a", [unnamed, F.entity("Ada Byron")])], seed: 1)
    #expect(graph.entities.count == 2)
  }

  @Test func aLineThatIsNoneIsRefused() throws {
    let steps = ResolutionSteps(ontology: F.ontology, gazetteer: try F.gazetteer()) { _, _ in
      F.document("a", [])
    }
    for step in ResolutionStep.allCases {
      #expect(throws: ResolutionSteps.Refusal.self) {
        try steps.answer(step, to: Data("{\"nothing\": 1}".utf8))
      }
      #expect(throws: ResolutionSteps.Refusal.self) { try steps.answer(step, to: Data("no JSON".utf8)) }
    }
  }
}
