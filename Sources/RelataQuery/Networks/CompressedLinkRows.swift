/// The simple graph that a traversal filter lets through, as compressed sparse rows: for each node its
/// different neighbours, with how many statements lead there and back.
struct CompressedLinkRows {
  struct Link {
    let node: Int
    /// Statements that may be followed to the neighbour as their object, or both ways.
    var forward: Double
    /// All statements between the two.
    var both: Double
  }

  private var offsets = [0]
  private var links: [Link] = []

  var count: Int { offsets.count - 1 }

  /// - Complexity: O(entities + statements).
  init(_ filter: TraversalFilter) {
    let index = filter.index
    for node in 0..<UInt32(index.entityCount) {
      let begin = links.count
      for slot in index.row(of: node) {
        let (next, kind) = (index.slots.base[slot].node, index.slots.base[slot].kind)
        guard filter.follows(slot, kind) || filter.follows(slot, kind, flip: 1) else { continue }
        if links.count == begin || links[links.count - 1].node != Int(next) {
          links.append(Link(node: Int(next), forward: 0, both: 0))
        }
        links[links.count - 1].both += 1
        if kind & 1 == 0 { links[links.count - 1].forward += 1 }
      }
      offsets.append(links.count)
    }
  }

  func row(_ node: Int) -> ArraySlice<Link> { links[offsets[node]..<offsets[node + 1]] }

  /// By power iteration until no rank changes by more than a millionth of its share, at most 200 times.
  func pageRanks(damping: Double = 0.85) -> [Double] {
    guard count > 0 else { return [] }
    let size = Double(count)
    let out = (0..<count).map { row($0).reduce(0) { $0 + $1.forward } }
    var ranks = [Double](repeating: 1 / size, count: count)
    for _ in 0..<200 {
      // Who leads nowhere leads everywhere.
      let lost = (0..<count).reduce(0) { out[$1] == 0 ? $0 + ranks[$1] : $0 }
      var next = [Double](repeating: (1 - damping + damping * lost) / size, count: count)
      for node in 0..<count where out[node] > 0 {
        let share = damping * ranks[node] / out[node]
        for link in row(node) where link.forward > 0 { next[link.node] += share * link.forward }
      }
      let change = zip(ranks, next).reduce(0) { max($0, abs($1.0 - $1.1)) }
      ranks = next
      if change < 1e-9 / size { break }
    }
    return ranks
  }

  /// U. Brandes, A Faster Algorithm for Betweenness Centrality (2001).
  func betweenness(sample: Int) -> [Double] {
    var scores = [Double](repeating: 0, count: count)
    guard count > 2 else { return scores }
    let starts = min(count, sample)
    var distances = [Int](repeating: -1, count: count)
    var pathCounts = [Double](repeating: 0, count: count)
    var dependencies = [Double](repeating: 0, count: count)
    var order: [Int] = []
    for number in 0..<starts {
      let start = number * count / starts
      order.removeAll(keepingCapacity: true)
      order.append(start)
      distances[start] = 0
      pathCounts[start] = 1
      var position = 0
      while position < order.count {
        let node = order[position]
        position += 1
        for link in row(node) {
          if distances[link.node] < 0 {
            distances[link.node] = distances[node] + 1
            order.append(link.node)
          }
          if distances[link.node] == distances[node] + 1 { pathCounts[link.node] += pathCounts[node] }
        }
      }
      for node in order.reversed() {
        for link in row(node) where distances[link.node] == distances[node] + 1 {
          dependencies[node] += pathCounts[node] / pathCounts[link.node] * (1 + dependencies[link.node])
        }
        if node != start { scores[node] += dependencies[node] }
      }
      for node in order { (distances[node], pathCounts[node], dependencies[node]) = (-1, 0, 0) }
    }
    let pairs = Double(starts) * Double(count - 1) * Double(count - 2) / Double(count)
    return scores.map { $0 / pairs }
  }
}
