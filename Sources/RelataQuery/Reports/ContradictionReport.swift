public import RelataGraph

/// The contradictions that a graph holds, by what they are about, each with the sides that
/// stand against each other.
public struct ContradictionReport: Hashable, Sendable {
  /// What the texts disagree on.
  public enum Topic: String, Hashable, Sendable, Codable, CaseIterable {
    /// When something happened.
    case date
    /// Where something is or happened.
    case place
    /// Who held an office.
    case office
    /// Whether something happened or holds, and how it ended.
    case outcome
  }

  /// What some of the texts say, against the others.
  public struct Side: Hashable, Sendable {
    /// What sets this side apart: a date, `affirmed` or `negated`, or the name of an entity.
    public var claim: String
    /// Statements of the graph, in its order; at least one.
    public var statements: [Statement]

    /// A side of these parts.
    public init(claim: String, statements: [Statement]) {
      self.claim = claim
      self.statements = statements
    }

    /// The sentences that say so, by document and place in it, each once.
    public var evidence: [Evidence] {
      var seen: Set<[String]> = []
      return statements.flatMap(\.evidence)
        .sorted { ($0.document, $0.start, $0.end) < ($1.document, $1.start, $1.end) }
        .filter { seen.insert([$0.document, String($0.start), String($0.end)]).inserted }
    }
  }

  /// One contradiction of the graph.
  public struct Item: Hashable, Sendable {
    /// What it is about.
    public var topic: Topic
    /// In what the statements differ.
    public var kind: Contradiction.Kind
    /// The graph's own line about it.
    public var explanation: String
    /// By claim.
    public var sides: [Side]

    /// A contradiction of these parts.
    public init(topic: Topic, kind: Contradiction.Kind, explanation: String, sides: [Side]) {
      self.topic = topic
      self.kind = kind
      self.explanation = explanation
      self.sides = sides
    }
  }

  /// By topic, then in the order of the graph.
  public var items: [Item]

  /// A report of these contradictions.
  public init(items: [Item]) { self.items = items }

  /// - Parameters:
  ///   - graph: whose contradictions.
  ///   - ontology: tells places from other values, and offices from events.
  /// - Complexity: O(entities + statements that contradict another).
  public init(of graph: KnowledgeGraph, ontology: Ontology) {
    let reader = ContradictionReader(graph, ontology: ontology)
    let found = graph.contradictions.compactMap(reader.item)
    items = Topic.allCases.flatMap { topic in found.filter { $0.topic == topic } }
  }

  /// The items of a topic, in the order of the graph.
  public func items(about topic: Topic) -> [Item] { items.filter { $0.topic == topic } }
}

/// Sorts the statements of a contradiction into sides.
private struct ContradictionReader {
  let graph: KnowledgeGraph
  let ontology: Ontology
  private let entities: [EntityID: Entity]

  init(_ graph: KnowledgeGraph, ontology: Ontology) {
    self.graph = graph
    self.ontology = ontology
    entities = Dictionary(graph.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// nil where the graph lacks the statements.
  func item(_ contradiction: Contradiction) -> ContradictionReport.Item? {
    let statements = contradiction.statements.filter(graph.statements.indices.contains)
      .map { graph.statements[$0] }
    guard let first = statements.first else { return nil }
    let isSubjectFixed = statements.allSatisfy { $0.subject == first.subject }
    let claim: (Statement) -> String
    switch contradiction.kind {
    case .time: claim = { $0.time?.description ?? "no date" }
    case .polarity: claim = { $0.polarity.rawValue }
    case .place: claim = { $0.place.map(name) ?? "no place" }
    case .value: claim = { name(isSubjectFixed ? $0.object : $0.subject) }
    }
    let sides = Dictionary(grouping: statements, by: claim).sorted { $0.key < $1.key }
      .map { ContradictionReport.Side(claim: $0.key, statements: $0.value) }
    return ContradictionReport.Item(
      topic: topic(contradiction.kind, statements, isSubjectFixed: isSubjectFixed),
      kind: contradiction.kind, explanation: contradiction.explanation, sides: sides)
  }

  private func topic(
    _ kind: Contradiction.Kind, _ statements: [Statement], isSubjectFixed: Bool
  ) -> ContradictionReport.Topic {
    switch kind {
    case .time: return .date
    case .polarity: return .outcome
    case .place: return .place
    case .value:
      if isSubjectFixed {
        let arePlaces = statements.allSatisfy { statement in
          entities[statement.object].map { ontology.isKind($0.type, of: .place) } ?? false
        }
        return arePlaces ? .place : .outcome
      }
      // Something that lasts and has one holder at a time is an office; who won or did
      // something is an outcome.
      let isEvent = ontology.relation(statements[0].relation)?.isEvent == true
      return isEvent ? .outcome : .office
    }
  }

  private func name(_ id: EntityID) -> String { entities[id]?.name ?? id.rawValue }
}
