extension GraphChange {
  /// The graph with the change, everything in the order that ``KnowledgeGraph`` promises.
  /// - Complexity: O(n log n) in the size of the graph.
  public func applied(to graph: KnowledgeGraph) -> KnowledgeGraph {
    var result = KnowledgeGraph()
    result.entities = Self.replacing(graph.entities, by: entities) { $0.id.rawValue }
    result.documents = Self.replacing(graph.documents, by: documents) { $0.id }
    let kept = graph.statements.indices.filter { !removedStatements.contains($0) }
      .map { (reference: StatementReference.known($0), statement: graph.statements[$0]) }
    let added = addedStatements.enumerated().map { (reference: StatementReference.added($0), statement: $1) }
    let statements = (kept + added).sorted { StatementOrder.precedes($0.statement, $1.statement) }
    result.statements = statements.map(\.statement)
    let places = Dictionary(uniqueKeysWithValues: statements.enumerated().map { ($1.reference, $0) })
    let known = graph.contradictions.map {
      AddedContradiction(
        kind: $0.kind, statements: $0.statements.map { .known($0) }, explanation: $0.explanation)
    }
    result.contradictions = (known + contradictions).compactMap { contradiction in
      let numbers = contradiction.statements.compactMap { places[$0] }
      guard numbers.count == contradiction.statements.count else { return nil }
      return Contradiction(
        kind: contradiction.kind, statements: numbers.sorted(), explanation: contradiction.explanation)
    }.sorted { a, b in
      a.kind != b.kind
        ? a.kind.order < b.kind.order : a.statements.lexicographicallyPrecedes(b.statements)
    }
    return result
  }

  private static func replacing<Value>(
    _ values: [Value], by others: [Value], id: (Value) -> String
  ) -> [Value] {
    var byID = Dictionary(values.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
    for other in others { byID[id(other)] = other }
    return byID.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension Contradiction.Kind {
  /// The place of its contradictions among those of a graph.
  package var order: Int {
    switch self {
    case .time: 0
    case .polarity: 1
    case .value: 2
    case .place: 3
    }
  }
}
