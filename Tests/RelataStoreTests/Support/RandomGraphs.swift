import Foundation
import RelataGraph
import RelataTestSupport

/// Random graphs, the same for the same seed.
struct RandomGraphs: RandomNumberGenerator {
  private var generator: SeededGenerator

  init(seed: Int) { generator = SeededGenerator(seed: seed) }

  mutating func next() -> UInt64 { generator.next() }

  /// A well-formed graph of so many entities, with everything that statements can have.
  mutating func graph(entities: Int, statements: Int) -> KnowledgeGraph {
    let documents = (0..<4).map { "document-\($0).txt" }
    var graph = KnowledgeGraph(
      documents: documents.map {
        DocumentRecord(
          id: $0, title: maybe(text()), date: maybe(date()), sentenceCount: number(9), wordCount: number(99))
      })
    let words = [
      "Ada", "Omar", "Khan", "al-Sharaa", "Łódź", "Union", "of", "Fishers", "Putin", "Północ", "Ayn",
    ]
    for place in 0..<entities {
      let name = (0..<1 + number(3)).map { _ in choice(words) }.joined(separator: " ")
      graph.entities.append(
        Entity(
          id: EntityID(rawValue: "person/\(place < 10 ? "0" : "")\(place)\(place % 3 == 0 ? "-é" : "")"),
          name: name, type: choice([.person, .city, .organization, "Ship"]),
          aliases: (0..<number(3)).map { _ in Alias(name: choice(words), count: number(5)) },
          identifiers: maybe(["wikidata": "Q\(place)"]) ?? [:], mentionCount: number(30)))
    }
    graph.entities.sort { $0.id < $1.id }
    let ids = graph.entities.map(\.id)
    for _ in 0..<statements {
      var statement = Statement(
        subject: choice(ids), relation: choice(["leads", "captured", "met_with", "sails"]),
        object: choice(ids),
        isOpen: number(4) == 0, polarity: number(8) == 0 ? .negated : .affirmed,
        modality: choice(Modality.allCases), attribution: maybe(choice(ids)),
        time: maybe(TimeSpan(start: maybe(date()), end: maybe(date()))), place: maybe(choice(ids)),
        role: maybe(text()), confidence: Double(1 + number(100)) / 100,
        importance: maybe(Double(number(101)) / 100), evidence: [])
      for _ in 0..<1 + number(3) { statement.evidence.append(evidence(choice(documents))) }
      graph.statements.append(statement)
    }
    for _ in 0..<4 {
      graph.contradictions.append(
        Contradiction(
          kind: choice([Contradiction.Kind.time, .polarity, .value, .place]),
          statements: [number(statements), number(statements)], explanation: text()))
    }
    graph.corrections = (0..<number(5)).map { _ in
      correction(of: (0..<number(3)).map { _ in choice(ids) }, in: documents)
    }
    return graph
  }

  /// One with whatever values can hold: equal and unsorted identifiers, texts that are equal but
  /// not the same, any numbers.
  mutating func nastyGraph() -> KnowledgeGraph {
    var graph = KnowledgeGraph()
    for _ in 0..<number(5) {
      graph.documents.append(
        DocumentRecord(
          id: text(), title: maybe(text()), date: maybe(date()), author: maybe(text()),
          publisher: maybe(text()), url: maybe(text()), sentenceCount: anyNumber(), wordCount: anyNumber(),
          text: maybe(text()), digest: maybe(text()), pageStarts: (0..<number(3)).map { _ in anyNumber() },
          copies: (0..<number(3)).map { _ in text() }))
    }
    for _ in 0..<number(12) {
      var entity = Entity(
        id: EntityID(rawValue: text()), name: text(), type: EntityType(rawValue: text()),
        mentionCount: anyNumber())
      for _ in 0..<number(4) {
        entity.aliases.append(Alias(name: text(), count: anyNumber(), example: maybe(evidence(text()))))
      }
      for _ in 0..<number(3) {
        entity.links.append(
          IdentityLink(
            name: text(), other: text(), reason: choice(IdentityLink.Reason.allCases), detail: text(),
            document: maybe(text())))
      }
      for _ in 0..<number(3) { entity.identifiers[text()] = text() }
      graph.entities.append(entity)
    }
    for _ in 0..<number(15) {
      let ends = graph.entities.map(\.id) + [EntityID(rawValue: text())]
      var statement = Statement(
        subject: choice(ends), relation: text(), object: choice(ends), isOpen: Bool.random(using: &self),
        polarity: choice(Polarity.allCases), modality: choice(Modality.allCases),
        attribution: maybe(choice(ends)),
        time: maybe(TimeSpan(start: maybe(date()), end: maybe(date()))), place: maybe(choice(ends)),
        role: maybe(text()), confidence: choice([0, 1, 0.25, .random(in: -2...2, using: &self)]),
        importance: maybe(choice([0, 1, 0.25, .random(in: -2...2, using: &self)])), evidence: [])
      for _ in 0..<number(4) { statement.evidence.append(evidence(text())) }
      graph.statements.append(statement)
    }
    if !graph.statements.isEmpty {
      graph.contradictions = [
        Contradiction(
          kind: choice([Contradiction.Kind.time, .polarity, .value, .place]),
          statements: [number(graph.statements.count), 1_000_000], explanation: text())
      ]
    }
    for _ in 0..<number(4) {
      var correction = correction(
        of: (0..<number(3)).map { _ in EntityID(rawValue: text()) }, in: [text(), text()])
      correction.line = anyNumber()
      graph.corrections.append(correction)
    }
    return graph
  }

  private mutating func correction(of entities: [EntityID], in documents: [String]) -> AppliedCorrection {
    AppliedCorrection(
      action: choice(AppliedCorrection.Action.allCases), file: text(), line: 1 + number(99),
      explanation: text(), entities: entities,
      evidence: (0..<number(3)).map { _ in evidence(choice(documents)) })
  }

  private mutating func anyNumber() -> Int { choice([0, 1, number(1000), -number(1000), .max, .min]) }

  mutating func text() -> String {
    var text = choice(["", "a", "é", "e\u{301}", "Å", "A\u{30A}", "\u{0}", "two words", "“quoted”\n"])
    for _ in 0..<number(4) {
      let bound = choice([0x80, 0x800, 0x10000, 0x110000])
      if let scalar = Unicode.Scalar(UInt32(number(bound))) { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  mutating func date() -> PartialDate {
    let year = maybe(2000 + number(30))
    return PartialDate(year: year, month: year == nil ? 1 + number(12) : maybe(5), day: maybe(1 + number(28)))
  }

  mutating func evidence(_ document: String) -> Evidence {
    let start = number(10_000)
    return Evidence(document: document, start: start, end: start + number(99), quote: text(), trigger: text())
  }
}

/// Everything in a graph, told apart by scalars: `==` calls `é` and `e` with an accent the same.
func exactly(_ graph: KnowledgeGraph) throws -> Data {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys]
  return try encoder.encode(graph)
}
