/// The path with the fewest hops, among those the cheapest by statements, among those the
/// first by the nodes' numbers.
///
/// Searches from both ends by whole levels, always on the side where fewer slots wait (I. Pohl,
/// Bi-directional Search, Machine Intelligence 6, 1971). When the two meet, all shortest paths lie in what
/// both have marked; the best of them is found by going over these few nodes once more, from the end.
struct BreadthFirstSearch {
  private let filter: TraversalFilter
  private let costs: StepCosts
  private let space: SearchSpace
  private let query: PathQuery
  /// Marks: `blocked`, then `met`, then two for each level (forward, backward), then one for each
  /// place of a shortest path.
  private let blocked: UInt32
  private var met: UInt32 { blocked + 1 }
  private let firstLevel: UInt32
  private var meetings: [UInt32] = []
  /// At how many slots.
  private var looked = 0

  init(_ filter: TraversalFilter, _ costs: StepCosts, _ space: SearchSpace, _ query: PathQuery) {
    self.filter = filter
    self.costs = costs
    self.space = space
    self.query = query
    blocked = space.firstMark(of: 3 * space.nodeCount + 8)
    firstLevel = blocked + 2
  }

  /// The best path, or nil. The budget pays for it, but does not end it: it ends by itself.
  /// - Complexity: O(slots visited), at worst O(nodes + statements).
  static func path(
    _ filter: TraversalFilter, _ costs: StepCosts, _ query: PathQuery, in space: SearchSpace,
    _ budget: inout StepBudget
  ) -> NodePath? {
    var search = BreadthFirstSearch(filter, costs, space, query)
    defer { budget.spend(search.looked) }
    return search.run()
  }

  /// One side's search: a stretch of its queue is the level to go on from.
  private struct Side {
    let flip: UInt32
    let queue: UnsafeMutablePointer<UInt32>
    var level = 0
    var first = 0
    var end = 1
    /// How many slots the level has.
    var width: Int
    /// Of the levels before.
    var earlier: [(nodes: Range<Int>, width: Int)] = []

    init(_ node: UInt32, flip: UInt32, queue: UnsafeMutablePointer<UInt32>, width: Int) {
      self.flip = flip
      self.queue = queue
      self.width = width
      queue[0] = node
    }
  }

  private mutating func run() -> NodePath? {
    let index = filter.index
    for node in query.root { space.marks[Int(node)] = blocked }
    for node in query.blocked { space.marks[Int(node)] = blocked }
    space.marks[Int(query.start)] = firstLevel
    space.marks[Int(query.end)] = firstLevel + 1
    var forward = Side(
      query.start, flip: 0, queue: space.queue, width: index.row(of: query.start).count)
    var backward = Side(
      query.end, flip: 1, queue: space.otherQueue, width: index.row(of: query.end).count)
    let rootHops = query.root.count - 1
    var hopsLeft = query.maximumHops == .max ? Int.max : query.maximumHops - rootHops
    if query.maximumCost != .max {
      hopsLeft = min(hopsLeft, (query.maximumCost - query.rootCost) / costs.perHop)
    }
    while forward.first < forward.end, backward.first < backward.end {
      guard forward.level + backward.level < hopsLeft else { break }
      if forward.width <= backward.width { expand(&forward) } else { expand(&backward) }
      guard meetings.isEmpty else { break }
    }
    let firstPlace = firstLevel + UInt32(2 * max(forward.level, backward.level) + 2)
    space.finish(lastMark: firstPlace + UInt32(forward.level + backward.level) + 1)
    guard !meetings.isEmpty else { return nil }
    return bestPath(forward, backward, firstPlace)
  }

  private mutating func expand(_ side: inout Side) {
    let index = filter.index
    let (offsets, slots, marks, queue) = (
      index.offsets.base, index.slots.base, space.marks, side.queue
    )
    let newMark = firstLevel + UInt32(2 * (side.level + 1)) + side.flip
    let oldWidth = side.width
    looked += oldWidth
    var newEnd = side.end
    var width = 0
    for position in side.first..<side.end {
      let node = queue[position]
      let isSpur = node == query.start && side.flip == 0
      for slot in Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1]) {
        let (neighbor, kind) = (slots[slot].node, slots[slot].kind)
        let mark = marks[Int(neighbor)]
        if mark < blocked {
          // Once the two have met, only further meetings count.
          guard meetings.isEmpty, filter.follows(slot, kind, flip: side.flip), filter.passes(neighbor),
            !(isSpur && query.banned.contains(neighbor))
          else { continue }
          marks[Int(neighbor)] = newMark
          queue[newEnd] = neighbor
          newEnd += 1
          width += Int(offsets[Int(neighbor) + 1] - offsets[Int(neighbor)])
        } else if mark >= firstLevel, (mark - firstLevel) & 1 != side.flip {
          guard filter.follows(slot, kind, flip: side.flip), !isBanned(node, neighbor, flip: side.flip)
          else { continue }
          marks[Int(neighbor)] = met
          meetings.append(neighbor)
        }
      }
    }
    side.level += 1
    side.earlier.append((side.first..<side.end, oldWidth))
    (side.first, side.end, side.width) = (side.end, newEnd, width)
  }

  /// Whether a step is the spur's and forbidden: from the start, or backwards into it.
  @inline(__always) private func isBanned(_ node: UInt32, _ neighbor: UInt32, flip: UInt32) -> Bool {
    guard !query.banned.isEmpty else { return false }
    return flip == 0
      ? node == query.start && query.banned.contains(neighbor)
      : neighbor == query.start && query.banned.contains(node)
  }

  // MARK: - The best of the shortest

  /// A step on a shortest path.
  private struct Step {
    let from: UInt32
    let to: UInt32
    let cost: Int
  }

  /// - Returns: nil only where the rows of the index do not answer each other, which a forged file's need
  ///   not.
  private func bestPath(_ forward: Side, _ backward: Side, _ firstPlace: UInt32) -> NodePath? {
    let meeting = forward.level
    let hops = forward.level + backward.level
    // The steps of shortest paths, by their place on them.
    var steps = [[Step]](repeating: [], count: hops)
    for node in meetings { space.marks[Int(node)] = firstPlace + UInt32(meeting) }
    var nodes = meetings
    for place in stride(from: meeting - 1, through: 0, by: -1) {
      (nodes, steps[place]) = select(
        beside: nodes, marked: firstPlace + UInt32(place) + 1, level: forward.earlier[place],
        of: forward, marked: firstLevel + UInt32(2 * place), as: firstPlace + UInt32(place))
    }
    nodes = meetings
    for place in stride(from: meeting + 1, through: hops, by: 1) {
      (nodes, steps[place - 1]) = select(
        beside: nodes, marked: firstPlace + UInt32(place) - 1, level: backward.earlier[hops - place],
        of: backward, marked: firstLevel + UInt32(2 * (hops - place)) + 1, as: firstPlace + UInt32(place))
    }
    let values = space.values
    values[Int(query.end)] = 0
    for place in stride(from: hops - 1, through: 0, by: -1) {
      for step in steps[place] { values[Int(step.from)] = .max }
      for step in steps[place] {
        values[Int(step.from)] = min(values[Int(step.from)], step.cost &+ values[Int(step.to)])
      }
    }
    var path = NodePath(nodes: query.root, cost: query.rootCost &+ values[Int(query.start)])
    var node = query.start
    for place in 0..<hops {
      var next = UInt32.max
      for step in steps[place]
      where step.from == node && step.cost &+ values[Int(step.to)] == values[Int(node)] {
        next = min(next, step.to)
      }
      guard next < .max else { return nil }
      node = next
      path.nodes.append(node)
    }
    return path
  }

  /// The nodes of a level that have a shortest path, and the steps between them and
  /// those already known, `nodes`.
  ///
  /// The steps are looked for from the side where fewer slots are: a hub's row is read only
  /// where all others are longer.
  private func select(
    beside nodes: [UInt32], marked known: UInt32, level: (nodes: Range<Int>, width: Int), of side: Side,
    marked mark: UInt32, as newMark: UInt32
  ) -> ([UInt32], [Step]) {
    var selected: [UInt32] = []
    var steps: [Step] = []
    let index = filter.index
    let slots = index.slots.base
    /// Adds the step of a slot, if it is one, from a node of the level or towards it.
    func add(_ slot: Int, _ levelNode: UInt32, _ knownNode: UInt32, isAtLevel: Bool) -> Bool {
      let (from, to) = side.flip == 0 ? (levelNode, knownNode) : (knownNode, levelNode)
      let flip: UInt32 = (isAtLevel ? levelNode : knownNode) == from ? 0 : 1
      guard filter.follows(slot, slots[slot].kind, flip: flip), !isBanned(from, to, flip: 0) else {
        return false
      }
      steps.append(
        Step(from: from, to: to, cost: costs.cost(index.statements.base[slot], into: to, end: query.end)))
      return true
    }
    let width = nodes.reduce(0) { $0 + index.row(of: $1).count }
    if level.width < width {
      for position in level.nodes {
        let node = side.queue[position]
        // A node where the two met bears another mark by now.
        guard space.marks[Int(node)] == mark else { continue }
        var isOn = false
        for slot in index.row(of: node) where space.marks[Int(slots[slot].node)] == known {
          if add(slot, node, slots[slot].node, isAtLevel: true) { isOn = true }
        }
        if isOn { selected.append(node) }
      }
      for node in selected { space.marks[Int(node)] = newMark }
    } else {
      for node in nodes {
        for slot in index.row(of: node) {
          let neighbor = slots[slot].node
          let neighborMark = space.marks[Int(neighbor)]
          guard neighborMark == mark || neighborMark == newMark,
            add(slot, neighbor, node, isAtLevel: false)
          else { continue }
          if neighborMark == mark {
            space.marks[Int(neighbor)] = newMark
            selected.append(neighbor)
          }
        }
      }
    }
    return (selected, steps)
  }
}
