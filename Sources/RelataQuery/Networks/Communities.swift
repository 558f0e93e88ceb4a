/// Groups that are more connected inside than by chance.
///
/// V. Blondel et al., Fast Unfolding of Communities in Large Networks (2008): each node moves to the
/// neighbouring community that raises modularity most, until none does; then communities become nodes, and so
/// on. Nodes move in the order of their numbers and ties go to the lower number, so that the result is always
/// the same. A community that is in pieces at the end is divided into these, the defect of this method that
/// V. Traag et al. found (From Louvain to Leiden, 2019); that only raises modularity.
struct Communities {
  /// By node; the largest community is 0, equally large ones in the order of their first nodes.
  let numbers: [Int]
  let modularity: Double

  init(_ links: CompressedLinkRows) {
    let rows = (0..<links.count).map { node in links.row(node).map { (node: $0.node, weight: $0.both) } }
    let total = rows.reduce(0) { $0 + $1.reduce(0) { $0 + $1.weight } }
    var membership = Array(0..<rows.count)
    var level = rows
    while total > 0 {
      let moved = Self.move(level, total)
      guard let moved else { break }
      membership = membership.map { moved[$0] }
      level = Self.merge(level, moved)
    }
    numbers = Self.numbered(Self.pieces(membership, rows))
    modularity = Self.modularity(numbers, rows, total)
  }

  private typealias Row = [(node: Int, weight: Double)]

  /// The community of each node after moving, numbered from 0 without gaps; nil where no node moved.
  private static func move(_ rows: [Row], _ total: Double) -> [Int]? {
    var community = Array(rows.indices)
    let weights = rows.map { $0.reduce(0) { $0 + $1.weight } }
    var sums = weights
    var hasMoved = false
    var beside: [Int: Double] = [:]
    var isStable = false
    while !isStable {
      isStable = true
      for node in rows.indices {
        beside.removeAll(keepingCapacity: true)
        for link in rows[node] where link.node != node {
          beside[community[link.node], default: 0] += link.weight
        }
        let home = community[node]
        sums[home] -= weights[node]
        func gain(_ target: Int) -> Double { (beside[target] ?? 0) - sums[target] * weights[node] / total }
        var best = (community: home, gain: gain(home))
        for target in beside.keys.sorted() where gain(target) > best.gain + 1e-9 {
          best = (target, gain(target))
        }
        sums[best.community] += weights[node]
        if best.community != home {
          community[node] = best.community
          (isStable, hasMoved) = (false, true)
        }
      }
    }
    guard hasMoved else { return nil }
    var compact: [Int: Int] = [:]
    return community.map { old in
      let number = compact[old] ?? compact.count
      compact[old] = number
      return number
    }
  }

  private static func merge(_ rows: [Row], _ community: [Int]) -> [Row] {
    var merged = [[Int: Double]](repeating: [:], count: (community.max() ?? -1) + 1)
    for (node, row) in rows.enumerated() {
      for link in row { merged[community[node]][community[link.node], default: 0] += link.weight }
    }
    return merged.map { row in row.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
  }

  private static func pieces(_ membership: [Int], _ rows: [Row]) -> [Int] {
    var piece = [Int](repeating: -1, count: rows.count)
    var count = 0
    for start in rows.indices where piece[start] < 0 {
      piece[start] = count
      var waiting = [start]
      while let node = waiting.popLast() {
        for link in rows[node] where piece[link.node] < 0 && membership[link.node] == membership[start] {
          piece[link.node] = count
          waiting.append(link.node)
        }
      }
      count += 1
    }
    return piece
  }

  private static func numbered(_ piece: [Int]) -> [Int] {
    var sizes = [Int](repeating: 0, count: (piece.max() ?? -1) + 1)
    for number in piece { sizes[number] += 1 }
    let order = sizes.indices.sorted { sizes[$0] != sizes[$1] ? sizes[$0] > sizes[$1] : $0 < $1 }
    var places = sizes
    for (place, number) in order.enumerated() { places[number] = place }
    return piece.map { places[$0] }
  }

  private static func modularity(_ community: [Int], _ rows: [Row], _ total: Double) -> Double {
    guard total > 0 else { return 0 }
    var sums = [Double](repeating: 0, count: (community.max() ?? -1) + 1)
    var inside = 0.0
    for (node, row) in rows.enumerated() {
      for link in row {
        sums[community[node]] += link.weight
        if community[link.node] == community[node] { inside += link.weight }
      }
    }
    return inside / total - sums.reduce(0) { $0 + $1 * $1 } / (total * total)
  }
}
