/// The cheapest path, among equals the first by the nodes' numbers.
///
/// Dijkstra's algorithm from both ends (I. Pohl, 1971; A. Goldberg et al., Efficient Point-to-Point Shortest
/// Path Algorithms, 2006). It goes on until no path of the best cost can have been missed, so that the choice
/// among equals does not depend on the order of the search. Every step must cost at least 1.
struct CheapestPathSearch {
  private let filter: TraversalFilter
  private let costs: StepCosts
  private let space: SearchSpace
  private let query: PathQuery
  private let labels: UnsafeMutablePointer<SearchSpace.Label>
  private let stamp: UInt32
  private let blocked: UInt32
  /// The cost of the best path found so far, without the root, and the steps by which paths of this cost go
  /// over from what was reached from the start to what was reached from the end.
  private var best: Int
  private var crossings: [(from: UInt32, to: UInt32)] = []
  /// At how many slots.
  private var looked = 0

  private init(_ filter: TraversalFilter, _ costs: StepCosts, _ space: SearchSpace, _ query: PathQuery) {
    self.filter = filter
    self.costs = costs
    self.space = space
    self.query = query
    (labels, stamp) = space.freshLabels()
    blocked = space.firstMark(of: 2)
    space.finish(lastMark: blocked)
    best = query.maximumCost == .max ? .max : query.maximumCost - query.rootCost
  }

  /// The best path, or nil. The budget pays for it, but does not end it: it ends by itself.
  /// - Complexity: O((n + m) log n) at worst for n entities and m statements.
  static func path(
    _ filter: TraversalFilter, _ costs: StepCosts, _ query: PathQuery, in space: SearchSpace,
    _ budget: inout StepBudget
  ) -> NodePath? {
    var search = CheapestPathSearch(filter, costs, space, query)
    defer { budget.spend(search.looked) }
    return search.run()
  }

  private mutating func run() -> NodePath? {
    for node in query.root { space.marks[Int(node)] = blocked }
    for node in query.blocked { space.marks[Int(node)] = blocked }
    space.marks[Int(query.start)] = 0
    space.heap.removeAll()
    space.otherHeap.removeAll()
    label(query.start, side: 0, cost: 0)
    label(query.end, side: 1, cost: 0)
    space.heap.push(.init(cost: 0, node: query.start))
    space.otherHeap.push(.init(cost: 0, node: query.end))
    while let forward = space.heap.top, let backward = space.otherHeap.top {
      guard forward.cost + backward.cost <= best else { break }
      if space.heap.count <= space.otherHeap.count {
        guard let entry = space.heap.pop() else { break }
        settle(entry, side: 0, other: backward.cost)
      } else {
        guard let entry = space.otherHeap.pop() else { break }
        settle(entry, side: 1, other: forward.cost)
      }
    }
    return crossings.isEmpty ? nil : firstPath()
  }

  @inline(__always) private func label(_ node: UInt32, side: Int, cost: Int) {
    labels[2 * Int(node) + side] = .init(cost: cost, stamp: stamp, isSettled: false)
  }

  private mutating func settle(_ entry: SearchHeap.Entry, side: Int, other least: Int) {
    let index = filter.index
    let (offsets, slots, statements) = (
      index.offsets.base, index.slots.base, index.statements.base
    )
    let node = entry.node
    let own = labels + side
    guard !own[2 * Int(node)].isSettled, own[2 * Int(node)].cost == entry.cost else { return }
    own[2 * Int(node)].isSettled = true
    let flip = UInt32(side)
    looked += Int(offsets[Int(node) + 1]) - Int(offsets[Int(node)])
    for slot in Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1]) {
      let (neighbor, kind) = (slots[slot].node, slots[slot].kind)
      let step = costs.cost(statements[slot], into: side == 0 ? neighbor : node, end: query.end)
      let cost = entry.cost + step
      guard cost + least <= best || isLabelled(neighbor, side: 1 - side),
        space.marks[Int(neighbor)] != blocked, filter.follows(slot, kind, flip: flip),
        !isBanned(node, neighbor, side: side)
      else { continue }
      let opposite = labels[2 * Int(neighbor) + 1 - side]
      if opposite.stamp == stamp {
        meet(side == 0 ? (node, neighbor) : (neighbor, node), cost: cost + opposite.cost)
      }
      let known = own[2 * Int(neighbor)]
      guard known.stamp != stamp || cost < known.cost, cost + least <= best,
        filter.passes(neighbor) || opposite.stamp == stamp
      else { continue }
      label(neighbor, side: side, cost: cost)
      if side == 0 {
        space.heap.push(.init(cost: cost, node: neighbor))
      } else {
        space.otherHeap.push(.init(cost: cost, node: neighbor))
      }
    }
  }

  @inline(__always) private func isLabelled(_ node: UInt32, side: Int) -> Bool {
    labels[2 * Int(node) + side].stamp == stamp
  }

  @inline(__always) private func isBanned(_ node: UInt32, _ neighbor: UInt32, side: Int) -> Bool {
    guard !query.banned.isEmpty else { return false }
    return side == 0
      ? node == query.start && query.banned.contains(neighbor)
      : neighbor == query.start && query.banned.contains(node)
  }

  private mutating func meet(_ crossing: (from: UInt32, to: UInt32), cost: Int) {
    if cost < best { crossings.removeAll(keepingCapacity: true) }
    if cost <= best {
      best = cost
      crossings.append(crossing)
    }
  }

  // MARK: - The first of the cheapest

  /// Walks from the start, always to the first node that a path of the best cost goes to.
  private func firstPath() -> NodePath {
    let index = filter.index
    // Which nodes reached from the start lie on a best path: those before a crossing.
    var before: Set<UInt32> = []
    var waiting = crossings.map(\.from)
    while let node = waiting.popLast() {
      guard before.insert(node).inserted else { continue }
      let reached = labels[2 * Int(node)].cost
      for slot in index.row(of: node) {
        let neighbor = index.slots.base[slot].node
        let known = labels[2 * Int(neighbor)]
        guard known.stamp == stamp, known.isSettled, space.marks[Int(neighbor)] != blocked,
          known.cost + costs.cost(index.statements.base[slot], into: node, end: query.end) == reached,
          filter.follows(slot, index.slots.base[slot].kind, flip: 1),
          !isBanned(node, neighbor, side: 1)
        else { continue }
        waiting.append(neighbor)
      }
    }
    var path = NodePath(nodes: query.root, cost: query.rootCost + best)
    var node = query.start
    // What a best path still costs from `node` on.
    var rest = best
    while node != query.end {
      guard let next = firstStep(from: node, rest: rest, before) else { break }
      (node, rest) = (next.node, rest - next.cost)
      path.nodes.append(node)
    }
    return path
  }

  private func firstStep(from node: UInt32, rest: Int, _ before: Set<UInt32>) -> (node: UInt32, cost: Int)? {
    let index = filter.index
    // Rows are in ascending order: the first that fits is the first node.
    for slot in index.row(of: node) {
      let neighbor = index.slots.base[slot].node
      let cost = costs.cost(index.statements.base[slot], into: neighbor, end: query.end)
      guard space.marks[Int(neighbor)] != blocked, filter.follows(slot, index.slots.base[slot].kind),
        !isBanned(node, neighbor, side: 0)
      else { continue }
      let ahead = labels[2 * Int(neighbor) + 1]
      if ahead.stamp == stamp, cost + ahead.cost == rest { return (neighbor, cost) }
      let behind = labels[2 * Int(neighbor)]
      if behind.stamp == stamp, behind.cost + rest - cost == best, before.contains(neighbor) {
        return (neighbor, cost)
      }
    }
    return nil
  }
}
