/// The simple paths that pass through given nodes, in any order, the best first.
///
/// Each such path falls into simple paths from stop to stop. These are listed best first, as far as needed,
/// and combined best first; a combination counts if it visits no node twice.
struct ThroughPaths {
  private let search: PathSearch
  private let query: PathQuery
  private let through: [UInt32]
  private let spaces: SearchSpacePool

  init(_ search: PathSearch, _ query: PathQuery, through: [UInt32], _ spaces: SearchSpacePool) {
    self.search = search
    self.query = query
    self.through = through
    self.spaces = spaces
  }

  func first(_ count: Int, _ budget: inout StepBudget) -> [NodePath] {
    var best: [NodePath] = []
    for order in permutations(through) {
      let found = paths([query.start] + order + [query.end], count, &budget)
      best = Array((best + found).sorted().prefix(count))
    }
    return best
  }

  private func paths(_ stops: [UInt32], _ count: Int, _ budget: inout StepBudget) -> [NodePath] {
    var legs = zip(stops, stops.dropFirst()).map { start, end in
      var leg = query
      leg.root = [start]
      leg.end = end
      leg.hopBounds = HopBounds()
      leg.blocked = stops.filter { $0 != start && $0 != end }
      leg.maximumHops = query.maximumHops == .max ? .max : query.maximumHops - (stops.count - 2)
      return Leg(
        paths: SimplePaths(search, leg, in: SearchSpace(nodeCount: search.filter.index.entityCount)))
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
        guard let path = legs[leg].path(number, &budget) else { return }
        cost += path.cost
      }
      let place = waiting.partitioningIndex { $0.cost < cost }
      waiting.insert((cost, choice), at: place)
    }
    offer([Int](repeating: 0, count: legs.count), &legs, &budget)
    var found: [NodePath] = []
    while let (cost, choice) = waiting.popLast(), !budget.isSpent {
      // Equally good ones are ordered among each other only when all are known. With times to respect, the
      // legs cost at least what they cost one by one.
      if found.count >= count, cost > found[count - 1].cost { break }
      budget.spend(1000)
      var nodes = [query.start]
      for (leg, number) in choice.enumerated() {
        nodes += legs[leg].path(number, &budget)?.nodes.dropFirst() ?? []
      }
      if Set(nodes).count == nodes.count, nodes.count - 1 <= query.maximumHops,
        let cost = search.cost(of: nodes)
      {
        let path = NodePath(nodes: nodes, cost: cost)
        found.insert(path, at: found.partitioningIndex { path < $0 })
      }
      for leg in choice.indices {
        var next = choice
        next[leg] += 1
        offer(next, &legs, &budget)
      }
    }
    return found
  }

  /// The paths of one leg as far as they were asked for.
  private struct Leg {
    var paths: SimplePaths
    var known: [NodePath] = []
    var isExhausted = false

    mutating func path(_ number: Int, _ budget: inout StepBudget) -> NodePath? {
      while known.count <= number, !isExhausted {
        if let next = paths.next(of: .max, &budget) { known.append(next) } else { isExhausted = true }
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
