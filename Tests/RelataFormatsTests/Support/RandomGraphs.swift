import RelataGraph
import RelataTestSupport

/// Random graphs, the same for the same seed.
struct RandomGraphs: RandomNumberGenerator {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func next() -> UInt64 { generator.next() }

  mutating func graph() -> KnowledgeGraph {
    var graph = KnowledgeGraph()
    // Each thing is there once, as graphs promise.
    var names: Set<String> = []
    for _ in 0..<number(8) {
      let document = document()
      if names.insert(document.id).inserted { graph.documents.append(document) }
    }
    var identifiers: Set<EntityID> = []
    for _ in 0..<number(12) {
      let entity = entity()
      if identifiers.insert(entity.id).inserted { graph.entities.append(entity) }
    }
    for _ in 0..<number(20) {
      graph.statements.append(statement(between: graph.entities.map(\.id) + [EntityID(rawValue: text())]))
    }
    for _ in 0..<(graph.statements.isEmpty ? 0 : number(4)) {
      graph.contradictions.append(
        Contradiction(
          kind: choice([Contradiction.Kind.time, .polarity, .value, .place]),
          statements: (0..<2).map { _ in number(graph.statements.count) }, explanation: text()))
    }
    for _ in 0..<number(4) {
      graph.corrections.append(
        AppliedCorrection(
          action: choice(AppliedCorrection.Action.allCases), file: text(), line: number(1000),
          explanation: text(), entities: (0..<number(3)).map { _ in EntityID(rawValue: text()) },
          evidence: (0..<number(3)).map { _ in evidence() }))
    }
    return graph
  }

  /// Any scalars at all, or a text that has broken exporters before, or both.
  private mutating func text() -> String {
    var text = maybe(choice(Samples.nastyTexts)) ?? ""
    for _ in 0..<number(6) {
      let bound = choice([0x80, 0x800, 0x10000, 0x110000])
      if let scalar = Unicode.Scalar(UInt32(number(bound))) { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  private mutating func date() -> PartialDate {
    let date = PartialDate(
      year: maybe(number(10000)), month: maybe(1 + number(12)), day: maybe(1 + number(31)))
    return date.year == nil && date.month == nil ? PartialDate(year: 2024) : date
  }

  private mutating func document() -> DocumentRecord {
    DocumentRecord(
      id: text(), title: maybe(text()), date: maybe(date()), author: maybe(text()), publisher: maybe(text()),
      url: maybe(text()), sentenceCount: number(100), wordCount: number(1000), digest: maybe(text()),
      pageStarts: (0..<number(3)).map { $0 * 7 }, copies: (0..<number(3)).map { _ in text() })
  }

  private mutating func entity() -> Entity {
    var entity = Entity(
      id: EntityID(rawValue: text()), name: text(), type: EntityType(rawValue: text()),
      mentionCount: number(1000))
    for _ in 0..<number(4) {
      entity.aliases.append(Alias(name: text(), count: number(50), example: maybe(evidence())))
    }
    for _ in 0..<number(3) {
      entity.links.append(
        IdentityLink(
          name: text(), other: text(), reason: choice(IdentityLink.Reason.allCases), detail: text(),
          document: maybe(text())))
    }
    for _ in 0..<number(3) { entity.identifiers[text()] = text() }
    return entity
  }

  private mutating func statement(between ends: [EntityID]) -> Statement {
    var statement = Statement(
      subject: choice(ends), relation: text(), object: choice(ends),
      isOpen: Bool.random(using: &self), polarity: choice(Polarity.allCases),
      modality: choice(Modality.allCases), attribution: maybe(ends[0]),
      time: maybe(TimeSpan(start: maybe(date()), end: maybe(date()))), place: maybe(ends[0]),
      role: maybe(text()),
      confidence: Double.random(in: 0...1, using: &self),
      importance: maybe(Double.random(in: 0...1, using: &self)), evidence: [])
    for _ in 0..<number(4) { statement.evidence.append(evidence()) }
    return statement
  }

  private mutating func evidence() -> Evidence {
    let start = number(10_000)
    return Evidence(
      document: text(), start: start, end: start + number(100), quote: text(), trigger: text())
  }
}
