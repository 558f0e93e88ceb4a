import RelataGraph
import RelataNames

/// The most important bundles of a graph, chosen so that the picture hangs together where it can.
struct BundleSelection {
  /// The chosen ones, in the order of importance.
  let bundles: [StatementBundle]

  /// - Parameter limit: about how many bundles are drawn; up to a fifth more, where these connect parts that
  ///   would lie apart. nil: all.
  /// - Complexity: O(*b* log *b*) for *b* bundles, and a walk over all of them and over the
  ///   entities for each part that is connected.
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
      guard
        let way = Self.wayBetweenParts(
          of: chosen, in: all, ranked: ranked, entityCount: view.entities.count),
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
    of chosen: Set<Int>, in all: [StatementBundle], ranked: [Int], entityCount: Int
  ) -> [Int]? {
    var sets = DisjointSets(count: entityCount)
    var connected: Set<Int> = []
    for index in chosen {
      let (first, second) = (all[index].first, all[index].second)
      sets.join(first, second)
      connected.insert(first)
      connected.insert(second)
    }
    let roots = sets.roots()
    var sizes: [Int: Int] = [:]
    for node in connected { sizes[roots[node], default: 0] += 1 }
    guard sizes.count > 1, let largest = sizes.min(by: { ($1.value, $0.key) < ($0.value, $1.key) })?.key
    else { return nil }

    var rows: [Int: [(to: Int, bundle: Int)]] = [:]
    for index in ranked where !chosen.contains(index) {
      rows[all[index].first, default: []].append((all[index].second, index))
      rows[all[index].second, default: []].append((all[index].first, index))
    }
    var cameBy: [Int: (from: Int, bundle: Int)] = [:]
    var front = connected.filter { roots[$0] == largest }.sorted()
    var seen = Set(front)
    for _ in 0..<3 {
      var next: [Int] = []
      for node in front {
        for way in rows[node] ?? [] where seen.insert(way.to).inserted {
          cameBy[way.to] = (node, way.bundle)
          guard !connected.contains(way.to) else {
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
