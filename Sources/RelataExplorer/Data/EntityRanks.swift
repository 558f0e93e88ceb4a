import RelataGraph

/// Which entities matter most: those that statements worth telling are about.
struct EntityRanks {
  /// By place in the graph: 0 for the most important.
  let ranks: [Int]

  /// What a statement counts whose importance is not known, or nearly none.
  private static let least = 0.05

  /// - Complexity: O(n log n) for n entities and statements.
  init(_ graph: KnowledgeGraph) {
    let places = Dictionary(
      graph.entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var weights = [Double](repeating: 0, count: graph.entities.count)
    for statement in graph.statements {
      let weight = max(Self.least, statement.importance ?? 0) * statement.confidence
      for end in [statement.subject, statement.object] {
        if let place = places[end] { weights[place] += weight }
      }
    }
    let order = graph.entities.indices.sorted { a, b in
      let (x, y) = (graph.entities[a], graph.entities[b])
      return (weights[b], y.mentionCount, x.id) < (weights[a], x.mentionCount, y.id)
    }
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, place) in order.enumerated() { ranks[place] = rank }
    self.ranks = ranks
  }
}
