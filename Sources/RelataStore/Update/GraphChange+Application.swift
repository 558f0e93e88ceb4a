import RelataGraph

extension GraphChange {
  /// A whole graph with the change, in the promised orders: for graphs that do not have them, and so
  /// cannot be changed in part.
  ///
  /// - Precondition: ``check(statementCount:)``.
  /// - Complexity: O(n log n) for the size n of the graph.
  func applied(to graph: KnowledgeGraph) -> KnowledgeGraph {
    let origins = Self.sorted(
      graph.statements.enumerated().lazy.filter { !removedStatements.contains($0.offset) }
        .map { (StatementReference.known($0.offset), $0.element) }
        + addedStatements.enumerated().map { (StatementReference.added($0.offset), $0.element) },
      by: { StatementOrder.precedes($0.1, $1.1) })
    let places = Dictionary(uniqueKeysWithValues: origins.enumerated().map { ($1.0, $0) })
    func contradiction(
      _ kind: Contradiction.Kind, _ statements: [StatementReference], _ explanation: String
    ) -> Contradiction? {
      let known = statements.compactMap { places[$0] }
      guard known.count == statements.count else { return nil }
      return Contradiction(kind: kind, statements: Set(known).sorted(), explanation: explanation)
    }
    let kept = graph.contradictions.compactMap {
      contradiction($0.kind, $0.statements.map(StatementReference.known), $0.explanation)
    }
    let coming = contradictions.compactMap { contradiction($0.kind, $0.statements, $0.explanation) }
    return KnowledgeGraph(
      entities: Self.replaced(graph.entities, by: entities),
      statements: origins.map(\.1), documents: Self.replaced(graph.documents, by: documents),
      contradictions: Self.sorted(kept + coming) {
        PromisedOrder.precedes($0.kind, $0.statements, $1.kind, $1.statements)
      }, corrections: graph.corrections)
  }

  private static func replaced<Value: Identifiable>(_ old: [Value], by new: [Value]) -> [Value]
  where Value.ID: Comparable {
    var coming = Dictionary(uniqueKeysWithValues: new.map { ($0.id, $0) })
    var result = old.map { coming.removeValue(forKey: $0.id) ?? $0 }
    result += new.filter { coming[$0.id] != nil }
    return sorted(result) { $0.id < $1.id }
  }

  /// Equals stay in their order.
  private static func sorted<Value>(
    _ values: some Sequence<Value>, by precedes: (Value, Value) -> Bool
  ) -> [Value] {
    values.enumerated().sorted { a, b in
      if precedes(a.element, b.element) { return true }
      return a.offset < b.offset && !precedes(b.element, a.element)
    }.map(\.element)
  }
}
