/// The cheapest path with at most so many hops, and, if asked for, on which each step can happen no
/// earlier than the one before.
///
/// A label is a way to a node with its cost, hops and the earliest day on which it can be completed. Labels
/// are settled in the order of cost; one that an earlier one at the same node beats in all three is dropped
/// (P. Hansen, Bicriterion Path Problems, 1980). Leaving out a loop of a walk makes none of the three worse,
/// so the best walk is a simple path.
struct LimitedPathSearch {
  private struct Label {
    let node: UInt32
    /// The label before; -1 at the start.
    let parent: Int
    let cost: Int
    let hops: Int
    let day: Int32
  }

  private let filter: TraversalFilter
  private let costs: StepCosts
  private let query: PathQuery
  private let isTimeRespecting: Bool
  private var labels: [Label] = []
  private var heap: [Int] = []
  private var settled: [UInt32: [Int]] = [:]

  /// The best path, or nil where there is none or the budget was spent.
  static func path(
    _ filter: TraversalFilter, _ costs: StepCosts, _ query: PathQuery, isTimeRespecting: Bool,
    budget: inout StepBudget
  ) -> NodePath? {
    var search = LimitedPathSearch(
      filter: filter, costs: costs, query: query, isTimeRespecting: isTimeRespecting)
    return search.run(&budget)
  }

  private init(filter: TraversalFilter, costs: StepCosts, query: PathQuery, isTimeRespecting: Bool) {
    self.filter = filter
    self.costs = costs
    self.query = query
    self.isTimeRespecting = isTimeRespecting
  }

  private mutating func run(_ budget: inout StepBudget) -> NodePath? {
    let closed = Set(query.root).union(query.blocked)
    let hopsLeft = query.maximumHops == .max ? Int.max : query.maximumHops - (query.root.count - 1)
    let ahead =
      query.maximumHops == .max
      ? nil : query.hopBounds.hops(filter, to: query.end, limit: query.maximumHops, &budget)
    let arrivals =
      isTimeRespecting
      ? filter.arrivals(along: query.root, costs, end: query.end)
      : [Arrival(cost: query.rootCost, day: DayRange.earliest)]
    for arrival in arrivals {
      push(Label(node: query.start, parent: -1, cost: arrival.cost, hops: 0, day: arrival.day))
    }
    while let top = pop() {
      let label = labels[top]
      if label.node == query.end { return path(top) }
      guard !budget.isSpent else { return nil }
      guard !(settled[label.node] ?? []).contains(where: { beats(labels[$0], label) }) else { continue }
      settled[label.node, default: []].append(top)
      guard label.hops < hopsLeft else { continue }
      expand(top, closed, hopsLeft, ahead, &budget)
    }
    return nil
  }

  private mutating func expand(
    _ top: Int, _ closed: Set<UInt32>, _ hopsLeft: Int, _ ahead: [UInt8]?, _ budget: inout StepBudget
  ) {
    let index = filter.index
    let label = labels[top]
    let row = index.row(of: label.node)
    budget.spend(row.count)
    for slot in row {
      let neighbor = index.slots.base[slot].node
      guard filter.follows(slot, index.slots.base[slot].kind), !closed.contains(neighbor),
        neighbor == query.end || filter.passes(neighbor),
        !(label.node == query.start && query.banned.contains(neighbor))
      else { continue }
      if let ahead {
        guard label.hops + 1 + Int(ahead[Int(neighbor)]) <= hopsLeft else { continue }
      }
      let statement = index.statements.base[slot]
      var day = label.day
      if isTimeRespecting {
        let range = index.ranges.base[Int(index.times.base[Int(statement)])]
        guard day <= range.last else { continue }
        day = max(day, range.first)
      }
      let cost = label.cost + costs.cost(statement, into: neighbor, end: query.end)
      guard cost <= query.maximumCost else { continue }
      let next = Label(node: neighbor, parent: top, cost: cost, hops: label.hops + 1, day: day)
      guard !(settled[neighbor] ?? []).contains(where: { beats(labels[$0], next) }) else { continue }
      push(next)
    }
  }

  /// Of labels at the same node, the first settled before the second.
  private func beats(_ a: Label, _ b: Label) -> Bool { a.hops <= b.hops && a.day <= b.day }

  private func nodes(_ label: Int) -> [UInt32] {
    var nodes: [UInt32] = []
    var current = label
    while current >= 0 {
      nodes.append(labels[current].node)
      current = labels[current].parent
    }
    return nodes.reversed()
  }

  private func path(_ label: Int) -> NodePath {
    NodePath(nodes: query.root.dropLast() + nodes(label), cost: labels[label].cost)
  }

  // MARK: - A heap of labels: by cost, then by the nodes on the way

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    if labels[a].cost != labels[b].cost { return labels[a].cost < labels[b].cost }
    let (x, y) = (nodes(a), nodes(b))
    return x == y ? labels[a].day < labels[b].day : x.lexicographicallyPrecedes(y)
  }

  private mutating func push(_ label: Label) {
    labels.append(label)
    heap.append(labels.count - 1)
    var child = heap.count - 1
    while child > 0, precedes(heap[child], heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func pop() -> Int? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while true {
      let left = 2 * parent + 1
      guard left < heap.count else { break }
      let right = left + 1
      let least = right < heap.count && precedes(heap[right], heap[left]) ? right : left
      guard precedes(heap[least], heap[parent]) else { break }
      heap.swapAt(least, parent)
      parent = least
    }
    return first
  }
}
