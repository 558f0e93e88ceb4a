import RelataGraph

/// All statements between the same two entities, in both directions and of all kinds: one line of a picture.
struct StatementBundle {
  /// The strongest first.
  let edges: [GraphView.Edge]

  /// The ends of the strongest statement, as indices into ``GraphView/entities``.
  var first: Int { edges[0].subject }
  var second: Int { edges[0].object }

  /// The documents' sentences that say any of it.
  var support: Int { edges.reduce(0) { $0 + $1.statement.evidence.count } }

  /// The line is drawn as that of the strongest statement.
  var line: LineStyle { LineStyle(edges[0].statement) }

  /// The bundles of a graph, in the order of their strongest statements.
  /// - Complexity: O(*n* log *n*) for *n* statements.
  static func bundles(of view: GraphView) -> [StatementBundle] {
    struct Ends: Hashable {
      var low: Int
      var high: Int
    }
    var groups: [[GraphView.Edge]] = []
    var places: [Ends: Int] = [:]
    for edge in view.edges.sorted(by: isStronger) {
      let ends = Ends(low: min(edge.subject, edge.object), high: max(edge.subject, edge.object))
      if let place = places[ends] {
        groups[place].append(edge)
      } else {
        places[ends] = groups.count
        groups.append([edge])
      }
    }
    return groups.map(StatementBundle.init(edges:))
  }

  /// By importance, then evidence, then confidence, then the graph's order.
  static func isStronger(_ a: GraphView.Edge, _ b: GraphView.Edge) -> Bool {
    let (x, y) = (a.statement, b.statement)
    if x.importanceRank != y.importanceRank { return x.importanceRank > y.importanceRank }
    if x.evidence.count != y.evidence.count { return x.evidence.count > y.evidence.count }
    if x.confidence != y.confidence { return x.confidence > y.confidence }
    return a.index < b.index
  }
}
