import RelataGraph

/// The most important bundles of a graph, chosen so that the picture hangs together where it can.
struct BundleSelection {
  /// The chosen ones, in the order of importance.
  let bundles: [StatementBundle]

  /// - Parameter limit: about how many bundles are drawn; up to a fifth more, where these connect parts that
  ///   would lie apart. nil: all.
  /// - Complexity: O(*b* log *b*) for *b* bundles, and a walk over all of them for
  ///   each part that is connected.
  init(of view: GraphView, limit: Int?) {
    let all = StatementBundle.bundles(of: view)
    guard let limit, all.count > limit + limit / 5 else {
      bundles = all
      return
    }
    let ranked = Self.ranked(all, entityCount: view.entities.count)
    // Connections take the place of the least important ones, so that the number stays near to the limit.
    var chosen = Set(ranked.prefix(limit - limit / 8))
    let most = limit + limit / 5
    var isOpen = true
    while isOpen, chosen.count < most {
      guard let way = Self.wayBetweenParts(of: chosen, in: all, ranked: ranked),
        chosen.count + way.count <= most
      else {
        isOpen = false
        continue
      }
      chosen.formUnion(way)
    }
    for index in ranked where chosen.count < limit { chosen.insert(index) }
    bundles = chosen.sorted().map { all[$0] }
  }

  /// All indices, the most important first: by the strongest statement, then by evidence, then by how
  /// much is said of the ends.
  private static func ranked(_ all: [StatementBundle], entityCount: Int) -> [Int] {
    var degrees = [Int](repeating: 0, count: entityCount)
    for bundle in all {
      degrees[bundle.first] += 1
      degrees[bundle.second] += 1
    }
    let keys = all.map { bundle in
      (
        bundle.edges[0].statement.importanceRank, bundle.support,
        degrees[bundle.first] + degrees[bundle.second]
      )
    }
    return all.indices.sorted { a, b in
      if keys[a] != keys[b] { return keys[a] > keys[b] }
      return a < b
    }
  }

  /// The bundles of a shortest way, of at most three, from the largest part to another one;
  /// nil where there is none.
  private static func wayBetweenParts(
    of chosen: Set<Int>, in all: [StatementBundle], ranked: [Int]
  ) -> [Int]? {
    var parents: [Int: Int] = [:]
    func root(_ node: Int) -> Int {
      var node = node
      while let parent = parents[node], parent != node { node = parent }
      return node
    }
    for index in chosen.sorted() {
      let (a, b) = (root(all[index].first), root(all[index].second))
      parents[a] = min(a, b)
      parents[b] = min(a, b)
    }
    var sizes: [Int: Int] = [:]
    for node in parents.keys { sizes[root(node), default: 0] += 1 }
    guard sizes.count > 1, let largest = sizes.min(by: { ($1.value, $0.key) < ($0.value, $1.key) })?.key
    else { return nil }

    var rows: [Int: [(to: Int, bundle: Int)]] = [:]
    for index in ranked where !chosen.contains(index) {
      rows[all[index].first, default: []].append((all[index].second, index))
      rows[all[index].second, default: []].append((all[index].first, index))
    }
    var cameBy: [Int: (from: Int, bundle: Int)] = [:]
    var front = parents.keys.filter { root($0) == largest }.sorted()
    var seen = Set(front)
    for _ in 0..<3 {
      var next: [Int] = []
      for node in front {
        for way in rows[node] ?? [] where seen.insert(way.to).inserted {
          cameBy[way.to] = (node, way.bundle)
          guard parents[way.to] == nil else {
            // Another part is reached: back along the way.
            var bundles: [Int] = []
            var place = way.to
            while let step = cameBy[place] {
              bundles.append(step.bundle)
              place = step.from
            }
            return bundles
          }
          next.append(way.to)
        }
      }
      front = next
    }
    return nil
  }
}
