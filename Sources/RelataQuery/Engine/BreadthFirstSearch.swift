/// The route with the fewest hops, among those the cheapest by statements, among those the first by the nodes' numbers.
///
/// Searches from both ends by whole levels, always on the side where fewer slots wait (I. Pohl, Bi-directional Search, Machine
/// Intelligence 6, 1971). When the two meet, all shortest routes lie in what both have marked; the best of them is found by
/// going over these few nodes once more, from the end.
struct BreadthFirstSearch {
  private let passage: Passage
  private let costs: StepCosts
  private let space: SearchSpace
  private let query: RouteQuery
  /// Marks: `blocked`, then `met`, then two for each level (forward, backward), then one for each place of a shortest route.
  private let blocked: UInt32
  private var met: UInt32 { blocked + 1 }
  private let firstLevel: UInt32
  private var meetings: [UInt32] = []

  init(_ passage: Passage, _ costs: StepCosts, _ space: SearchSpace, _ query: RouteQuery) {
    self.passage = passage
    self.costs = costs
    self.space = space
    self.query = query
    blocked = space.firstMark(of: 3 * space.nodeCount + 8)
    firstLevel = blocked + 2
  }

  /// The best route, or nil.
  /// - Complexity: O(slots visited), at worst O(nodes + statements).
  static func route(_ passage: Passage, _ costs: StepCosts, _ query: RouteQuery, in space: SearchSpace)
    -> Route?
  {
    var search = BreadthFirstSearch(passage, costs, space, query)
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

    init(_ node: UInt32, flip: UInt32, queue: UnsafeMutablePointer<UInt32>, width: Int) {
      self.flip = flip
      self.queue = queue
      self.width = width
      queue[0] = node
    }
  }

  private mutating func run() -> Route? {
    let index = passage.index
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
    return bestRoute(forward.level, backward.level, firstPlace)
  }

  private mutating func expand(_ side: inout Side) {
    let index = passage.index
    let (offsets, slots, marks, queue) = (
      index.offsets.base, index.slots.base, space.marks, side.queue
    )
    let newMark = firstLevel + UInt32(2 * (side.level + 1)) + side.flip
    var newEnd = side.end
    var width = 0
    for position in side.first..<side.end {
      let node = queue[position]
      let isSpur = node == query.start && side.flip == 0
      for slot in Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1]) {
        let (neighbor, kind) = (slots[slot].node, slots[slot].kind)
        let mark = marks[Int(neighbor)]
        if mark < blocked {
          guard passage.follows(slot, kind, flip: side.flip), passage.passes(neighbor),
            !(isSpur && query.banned.contains(neighbor))
          else { continue }
          marks[Int(neighbor)] = newMark
          queue[newEnd] = neighbor
          newEnd += 1
          width += Int(offsets[Int(neighbor) + 1] - offsets[Int(neighbor)])
        } else if mark >= firstLevel, (mark - firstLevel) & 1 != side.flip {
          guard passage.follows(slot, kind, flip: side.flip), !isBanned(node, neighbor, flip: side.flip)
          else { continue }
          marks[Int(neighbor)] = met
          meetings.append(neighbor)
        }
      }
    }
    side.level += 1
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

  private func bestRoute(_ forwardLevels: Int, _ backwardLevels: Int, _ firstPlace: UInt32) -> Route {
    let marks = space.marks
    let hops = forwardLevels + backwardLevels
    // The nodes of shortest routes, by their place on them.
    var places = [[UInt32]](repeating: [], count: hops + 1)
    places[forwardLevels] = meetings
    for node in meetings { marks[Int(node)] = firstPlace + UInt32(forwardLevels) }
    for place in stride(from: forwardLevels - 1, through: 0, by: -1) {
      places[place] = select(
        marked: firstLevel + UInt32(2 * place), beside: places[place + 1], flip: 1,
        as: firstPlace + UInt32(place))
    }
    for place in stride(from: forwardLevels + 1, through: hops, by: 1) {
      places[place] = select(
        marked: firstLevel + UInt32(2 * (hops - place)) + 1, beside: places[place - 1], flip: 0,
        as: firstPlace + UInt32(place))
    }
    let values = space.values
    values[Int(query.end)] = 0
    for place in stride(from: hops - 1, through: 0, by: -1) {
      for node in places[place] {
        values[Int(node)] = bestStep(from: node, markedNext: firstPlace + UInt32(place) + 1).cost
      }
    }
    var route = Route(nodes: query.root, cost: query.rootCost + values[Int(query.start)])
    var node = query.start
    for place in 0..<hops {
      node = bestStep(from: node, markedNext: firstPlace + UInt32(place) + 1).node
      route.nodes.append(node)
    }
    return route
  }

  /// Neighbours of `nodes` that bear a mark, marked anew.
  private func select(marked mark: UInt32, beside nodes: [UInt32], flip: UInt32, as newMark: UInt32)
    -> [UInt32]
  {
    var selected: [UInt32] = []
    let slots = passage.index.slots.base
    for node in nodes {
      for slot in passage.index.row(of: node) {
        let neighbor = slots[slot].node
        guard space.marks[Int(neighbor)] == mark, passage.follows(slot, slots[slot].kind, flip: flip),
          !isBanned(node, neighbor, flip: flip)
        else { continue }
        space.marks[Int(neighbor)] = newMark
        selected.append(neighbor)
      }
    }
    return selected
  }

  /// The cheapest step on a shortest route, the one to the first node where several cost the same.
  private func bestStep(from node: UInt32, markedNext mark: UInt32) -> (cost: Int, node: UInt32) {
    var best = (cost: Int.max, node: query.end)
    let index = passage.index
    for slot in index.row(of: node) {
      let neighbor = index.slots.base[slot].node
      guard space.marks[Int(neighbor)] == mark, passage.follows(slot, index.slots.base[slot].kind),
        !isBanned(node, neighbor, flip: 0)
      else { continue }
      let cost =
        costs.cost(index.statements.base[slot], into: neighbor, end: query.end)
        + space.values[Int(neighbor)]
      if cost < best.cost { best = (cost, neighbor) }
    }
    return best
  }
}
