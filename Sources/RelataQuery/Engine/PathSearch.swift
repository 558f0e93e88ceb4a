/// Answers path queries of one kind with the search that suits it.
struct PathSearch: Sendable {
  let filter: TraversalFilter
  let costs: StepCosts
  /// Whether costs are hops first, so that breadth-first search applies.
  let isByHops: Bool
  let isTimeRespecting: Bool

  func path(_ query: PathQuery, in space: SearchSpace, _ budget: inout StepBudget) -> NodePath? {
    guard query.start != query.end, query.maximumHops > query.root.count - 1 else { return nil }
    if isTimeRespecting {
      return LimitedPathSearch.path(filter, costs, query, isTimeRespecting: true, budget: &budget)
    }
    if isByHops { return BreadthFirstSearch.path(filter, costs, query, in: space, &budget) }
    let cheapest = CheapestPathSearch.path(filter, costs, query, in: space, &budget)
    guard let cheapest, cheapest.nodes.count - 1 > query.maximumHops else { return cheapest }
    // The cheapest is too long; a dearer one may be short enough.
    return LimitedPathSearch.path(filter, costs, query, isTimeRespecting: false, budget: &budget)
  }

  /// What the cheapest statements of a path cost; nil where it cannot be gone, be it because of the times.
  func cost(of nodes: [UInt32]) -> Int? {
    guard let end = nodes.last else { return nil }
    if isTimeRespecting { return filter.arrivals(along: nodes, costs, end: end).first?.cost }
    let index = filter.index
    var total = 0
    for (node, next) in zip(nodes, nodes.dropFirst()) {
      var least: Int?
      for slot in index.slots(from: node, to: next) where filter.follows(slot, index.slots.base[slot].kind) {
        let cost = costs.cost(index.statements.base[slot], into: next, end: end)
        least = min(least ?? cost, cost)
      }
      guard let least else { return nil }
      total += least
    }
    return total
  }

  /// What a root costs: unlike of a path, its last node is passed through.
  func rootCost(of nodes: [UInt32]) -> Int {
    guard nodes.count > 1, let last = nodes.last else { return 0 }
    return (cost(of: nodes) ?? 0) + Int(costs.byNode?.base[Int(last)] ?? 0)
  }
}
