import RelataGraph

/// A graph as the exporters look at it: every end of a statement is an entity, and what is derived is at hand.
struct GraphView {
  /// A statement with what the exporters derive for it.
  struct Edge {
    /// The index in ``KnowledgeGraph/statements``.
    var index: Int
    var statement: Statement
    var isContradicted: Bool
  }

  var ontology: Ontology
  /// In the graph's order; then ends that the graph has no entity for, under their identifiers, sorted.
  var entities: [Entity]
  var edges: [Edge]

  init(_ graph: KnowledgeGraph, ontology: Ontology) {
    self.ontology = ontology
    let contradicted = Set(graph.contradictions.flatMap(\.statements))
    edges = graph.statements.enumerated().map {
      Edge(index: $0, statement: $1, isContradicted: contradicted.contains($0))
    }
    let known = Set(graph.entities.map(\.id))
    let missing = Set(graph.statements.flatMap { [$0.subject, $0.object] }).subtracting(known)
    entities =
      graph.entities
      + missing.sorted().map { Entity(id: $0, name: $0.rawValue, type: .thing) }
  }

  /// The types from the most specific up, without the root, which says nothing; the root alone where nothing is known.
  func typePath(of entity: Entity) -> [String] {
    let path = ontology.path(of: entity.type).filter { $0 != .thing }.map(\.rawValue)
    return path.isEmpty ? [EntityType.thing.rawValue] : path
  }

  /// The relation's label for people; an open relation's lemma reads as one.
  func label(of statement: Statement) -> String {
    if !statement.isOpen, let type = ontology.relation(statement.relation) { return type.label }
    return String(
      String.UnicodeScalarView(statement.relation.unicodeScalars.map { $0 == "_" ? " " : $0 }))
  }

  /// The documents of the evidence, each once, in the order of the evidence.
  static func documents(of statement: Statement) -> [String] {
    var seen: Set<String> = []
    return statement.evidence.map(\.document).filter { seen.insert($0).inserted }
  }
}
