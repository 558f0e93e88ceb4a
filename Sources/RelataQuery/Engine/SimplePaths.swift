/// The simple paths between two nodes, the best first, one at a time.
///
/// Yen's algorithm (Management Science 17, 1971) with Lawler's improvement (Management Science 18, 1972):
/// each path found is varied only from where it left the one that it came from.
struct SimplePaths {
  private struct Candidate {
    let path: NodePath
    /// The place of the last node that it shares with the path that it varies.
    let deviation: Int
  }

  private let search: PathSearch
  private let space: SearchSpace
  private let query: PathQuery
  private var found: [NodePath] = []
  /// In descending order: the best is the last.
  private var waiting: [Candidate] = []
  private var last: Candidate?
  private var isStarted = false

  init(_ search: PathSearch, _ query: PathQuery, in space: SearchSpace) {
    self.search = search
    self.query = query
    self.space = space
  }

  /// The next path; nil after the last, or where the budget is spent.
  ///
  /// - Parameter wanted: how many paths, this one included, will be asked for at most: saves searches
  ///   for paths that come later.
  mutating func next(of wanted: Int, _ budget: inout StepBudget) -> NodePath? {
    if !isStarted {
      isStarted = true
      last = search.path(query, in: space, &budget).map { Candidate(path: $0, deviation: 0) }
    } else {
      if let last { vary(last, wanted, &budget) }
      last = waiting.popLast()
    }
    guard !budget.isSpent, let last else { return nil }
    found.append(last.path)
    return last.path
  }

  private mutating func vary(_ candidate: Candidate, _ wanted: Int, _ budget: inout StepBudget) {
    let nodes = candidate.path.nodes
    for place in candidate.deviation..<nodes.count - 1 {
      guard !budget.isSpent else { return }
      var spur = query
      spur.root = Array(nodes[...place])
      spur.rootCost = search.rootCost(of: spur.root)
      // Paths already found that begin in the same way must not be found again.
      spur.banned = []
      for path in found where path.nodes.count > place + 1 && path.nodes.starts(with: spur.root) {
        if !spur.banned.contains(path.nodes[place + 1]) { spur.banned.append(path.nodes[place + 1]) }
      }
      if wanted <= waiting.count { spur.maximumCost = waiting[waiting.count - wanted].path.cost }
      guard let path = search.path(spur, in: space, &budget) else { continue }
      let new = Candidate(path: path, deviation: place)
      waiting.insert(new, at: waiting.partitioningIndex { $0.path < path })
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
