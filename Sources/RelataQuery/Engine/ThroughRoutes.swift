/// The simple routes that pass through given nodes, in any order, the best first.
///
/// Each such route falls into simple routes from stop to stop. These are listed best first, as far as needed, and combined best
/// first; a combination counts if it visits no node twice.
struct ThroughRoutes {
  private let search: RouteSearch
  private let query: RouteQuery
  private let through: [UInt32]
  private let spaces: SearchSpacePool

  init(_ search: RouteSearch, _ query: RouteQuery, through: [UInt32], _ spaces: SearchSpacePool) {
    self.search = search
    self.query = query
    self.through = through
    self.spaces = spaces
  }

  func first(_ count: Int, _ budget: inout StepBudget) -> [Route] {
    var best: [Route] = []
    for order in permutations(through) {
      let found = routes([query.start] + order + [query.end], count, &budget)
      best = Array((best + found).sorted().prefix(count))
    }
    return best
  }

  private func routes(_ stops: [UInt32], _ count: Int, _ budget: inout StepBudget) -> [Route] {
    var legs = zip(stops, stops.dropFirst()).map { start, end in
      var leg = query
      leg.root = [start]
      leg.end = end
      leg.hopBounds = HopBounds()
      leg.blocked = stops.filter { $0 != start && $0 != end }
      leg.maximumHops = query.maximumHops == .max ? .max : query.maximumHops - (stops.count - 2)
      return Leg(
        routes: SimpleRoutes(search, leg, in: SearchSpace(nodeCount: search.passage.index.entityCount)))
    }
    // A leg's end is not passed through on the leg, but it is on the whole.
    let passing = stops.dropFirst().dropLast().reduce(0) {
      $0 + Int(search.costs.byNode?.base[Int($1)] ?? 0)
    }
    var tried: Set<[Int]> = []
    var waiting: [(cost: Int, choice: [Int])] = []
    func offer(_ choice: [Int], _ legs: inout [Leg], _ budget: inout StepBudget) {
      guard tried.insert(choice).inserted else { return }
      var cost = passing
      for (leg, number) in choice.enumerated() {
        guard let route = legs[leg].route(number, &budget) else { return }
        cost += route.cost
      }
      let place = waiting.partitioningIndex { $0.cost < cost }
      waiting.insert((cost, choice), at: place)
    }
    offer([Int](repeating: 0, count: legs.count), &legs, &budget)
    var found: [Route] = []
    while let (cost, choice) = waiting.popLast(), !budget.isSpent {
      // Equally good ones are ordered among each other only when all are known. With times to respect, the legs cost at least
      // what they cost one by one.
      if found.count >= count, cost > found[count - 1].cost { break }
      budget.spend(1000)
      var nodes = [query.start]
      for (leg, number) in choice.enumerated() {
        nodes += legs[leg].route(number, &budget)?.nodes.dropFirst() ?? []
      }
      if Set(nodes).count == nodes.count, nodes.count - 1 <= query.maximumHops,
        let cost = search.cost(of: nodes)
      {
        let route = Route(nodes: nodes, cost: cost)
        found.insert(route, at: found.partitioningIndex { route < $0 })
      }
      for leg in choice.indices {
        var next = choice
        next[leg] += 1
        offer(next, &legs, &budget)
      }
    }
    return found
  }

  /// The routes of one leg as far as they were asked for.
  private struct Leg {
    var routes: SimpleRoutes
    var known: [Route] = []
    var isExhausted = false

    mutating func route(_ number: Int, _ budget: inout StepBudget) -> Route? {
      while known.count <= number, !isExhausted {
        if let next = routes.next(of: .max, &budget) { known.append(next) } else { isExhausted = true }
      }
      return number < known.count ? known[number] : nil
    }
  }

  private func permutations(_ nodes: [UInt32]) -> [[UInt32]] {
    guard nodes.count > 1 else { return [nodes] }
    return nodes.indices.flatMap { index in
      var rest = nodes
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }
}
