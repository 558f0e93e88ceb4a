/// The simple routes between two nodes, the best first, one at a time.
///
/// Yen's algorithm (Management Science 17, 1971) with Lawler's improvement (Management Science 18, 1972): each route found is
/// varied only from where it left the one that it came from.
struct SimpleRoutes {
  private struct Candidate {
    let route: Route
    /// The place of the last node that it shares with the route that it varies.
    let deviation: Int
  }

  private let search: RouteSearch
  private let space: SearchSpace
  private let query: RouteQuery
  private var found: [Route] = []
  /// In descending order: the best is the last.
  private var waiting: [Candidate] = []
  private var last: Candidate?
  private var isStarted = false

  init(_ search: RouteSearch, _ query: RouteQuery, in space: SearchSpace) {
    self.search = search
    self.query = query
    self.space = space
  }

  /// The next route; nil after the last, or where the budget is spent.
  ///
  /// - Parameter wanted: how many routes, this one included, will be asked for at most: saves searches for routes that come later.
  mutating func next(of wanted: Int, _ budget: inout StepBudget) -> Route? {
    if !isStarted {
      isStarted = true
      last = search.route(query, in: space, &budget).map { Candidate(route: $0, deviation: 0) }
    } else {
      if let last { vary(last, wanted, &budget) }
      last = waiting.popLast()
    }
    guard !budget.isSpent, let last else { return nil }
    found.append(last.route)
    return last.route
  }

  private mutating func vary(_ candidate: Candidate, _ wanted: Int, _ budget: inout StepBudget) {
    let nodes = candidate.route.nodes
    for place in candidate.deviation..<nodes.count - 1 {
      guard !budget.isSpent else { return }
      var spur = query
      spur.root = Array(nodes[...place])
      spur.rootCost = search.rootCost(of: spur.root)
      // Routes already found that begin in the same way must not be found again.
      spur.banned = []
      for route in found where route.nodes.count > place + 1 && route.nodes.starts(with: spur.root) {
        if !spur.banned.contains(route.nodes[place + 1]) { spur.banned.append(route.nodes[place + 1]) }
      }
      if wanted <= waiting.count { spur.maximumCost = waiting[waiting.count - wanted].route.cost }
      guard let route = search.route(spur, in: space, &budget) else { continue }
      let new = Candidate(route: route, deviation: place)
      waiting.insert(new, at: waiting.partitioningIndex { $0.route < route })
    }
  }
}

extension Array {
  /// The first index from which on a condition holds, which holds for no element before.
  func partitioningIndex(where condition: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
