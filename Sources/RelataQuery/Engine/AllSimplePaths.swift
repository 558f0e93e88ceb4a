/// All simple paths of at most so many hops, the shortest first.
///
/// One search from the end tells how far each node is from it; walks from the start then never enter a
/// node from which the end is too far, and the last step needs no look at any neighbour. What remains
/// of a node's row is copied once, nearest to the end first, so that a hub's row is read once however
/// many paths pass through it.
struct AllSimplePaths {
  private struct Step: BitwiseCopyable {
    var node: UInt32
    /// Hops from there to the end.
    var rest: UInt32
  }

  private let filter: TraversalFilter
  private let space: SearchSpace
  private let start: UInt32
  private let end: UInt32
  private let maximumHops: Int
  private let maximumCount: Int
  /// A node within reach is marked with this plus twice its distance, plus 1 where its row is copied.
  private let firstMark: UInt32
  private var rows: [Step] = []
  private var walked: [UInt32] = []
  private(set) var paths = FlatPaths()
  /// Whether all were found.
  private(set) var isComplete = true

  /// - Complexity: O(slots within reach + paths), apart from ways that turn out to lead back into themselves.
  init(
    _ filter: TraversalFilter, from start: UInt32, to end: UInt32, maximumHops: Int, maximumCount: Int,
    in space: SearchSpace, _ budget: inout StepBudget
  ) {
    self.filter = filter
    self.space = space
    self.start = start
    self.end = end
    self.maximumHops = maximumHops
    self.maximumCount = maximumCount
    let levels = min(maximumHops, space.nodeCount)
    firstMark = space.firstMark(of: 2 * levels + 4)
    space.finish(lastMark: firstMark + UInt32(2 * levels + 3))
    guard start != end, maximumHops > 0 else { return }
    guard let shortest = markDistances(levels, &budget) else { return }
    for hops in stride(from: shortest, through: levels, by: 1) where isComplete {
      walk(hops: hops, &budget)
    }
  }

  /// Marks each node with its distance to the end; the start's distance, nil where it is too far.
  private func markDistances(_ limit: Int, _ budget: inout StepBudget) -> Int? {
    let (slots, marks, queue) = (filter.index.slots.base, space.marks, space.queue)
    marks[Int(end)] = firstMark
    queue[0] = end
    var (first, last, hops) = (0, 1, 0)
    var found: Int?
    while first < last, hops < limit {
      hops += 1
      let levelEnd = last
      for position in first..<levelEnd {
        let row = filter.index.row(of: queue[position])
        budget.spend(row.count)
        for slot in row {
          let neighbor = slots[slot].node
          guard marks[Int(neighbor)] < firstMark, neighbor == start || filter.passes(neighbor),
            filter.follows(slot, slots[slot].kind, flip: 1)
          else { continue }
          marks[Int(neighbor)] = firstMark + UInt32(2 * hops)
          if neighbor == start {
            found = hops
          } else {
            queue[last] = neighbor
            last += 1
          }
        }
      }
      first = levelEnd
      // Nodes at the last distance can only be the start.
      if hops == limit - 1, found == nil {
        let isNear = filter.index.row(of: start).contains { slot in
          let mark = marks[Int(slots[slot].node)]
          return mark >= firstMark && filter.follows(slot, slots[slot].kind)
        }
        if isNear { marks[Int(start)] = firstMark + UInt32(2 * limit) }
        return isNear ? limit : nil
      }
      if hops == limit - 1 { return found }
    }
    return found
  }

  /// Finds the paths of so many hops. With a stack of its own: as many hops as entities are allowed.
  private mutating func walk(hops: Int, _ budget: inout StepBudget) {
    walked = [start]
    if hops == 1 {
      if (space.marks[Int(start)] - firstMark) / 2 == 1 { emit() }
      return
    }
    // Where the row of each node of the way goes on.
    var positions = [row(of: start, &budget)]
    while let position = positions.last {
      let rest = UInt32(hops - positions.count)
      guard rows[position].rest <= rest else {
        positions.removeLast()
        walked.removeLast()
        continue
      }
      let next = rows[position].node
      positions[positions.count - 1] += 1
      // Looking along a long way takes as long as looking at neighbours.
      budget.spend(1 + walked.count / 64)
      guard !walked.contains(next) else { continue }
      guard isComplete, !budget.isSpent else {
        isComplete = false
        return
      }
      walked.append(next)
      if rest == 1 {
        emit()
        walked.removeLast()
      } else {
        positions.append(row(of: next, &budget))
      }
    }
  }

  private mutating func emit() {
    guard paths.count < maximumCount else {
      isComplete = false
      return
    }
    paths.append(walked, end)
  }

  /// Where a node's copied row begins; a step that is too far ends it.
  private mutating func row(of node: UInt32, _ budget: inout StepBudget) -> Int {
    let marks = space.marks
    guard (marks[Int(node)] - firstMark) & 1 == 0 else { return space.values[Int(node)] }
    marks[Int(node)] += 1
    let begin = rows.count
    space.values[Int(node)] = begin
    let slots = filter.index.slots.base
    var last = UInt32.max
    let row = filter.index.row(of: node)
    budget.spend(row.count)
    for slot in row {
      let neighbor = slots[slot].node
      guard neighbor != last, marks[Int(neighbor)] >= firstMark, neighbor != start, neighbor != end,
        filter.follows(slot, slots[slot].kind)
      else { continue }
      last = neighbor
      rows.append(Step(node: neighbor, rest: (marks[Int(neighbor)] - firstMark) / 2))
    }
    rows[begin...].sort { $0.rest != $1.rest ? $0.rest < $1.rest : $0.node < $1.node }
    rows.append(Step(node: 0, rest: .max))
    return begin
  }
}

/// Many paths without an array for each.
struct FlatPaths: Sendable {
  private(set) var nodes: [UInt32] = []
  private var ends: [Int] = []

  var count: Int { ends.count }

  mutating func append(_ start: [UInt32], _ end: UInt32) {
    nodes.append(contentsOf: start)
    nodes.append(end)
    ends.append(nodes.count)
  }

  subscript(_ number: Int) -> ArraySlice<UInt32> {
    nodes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
  }
}
