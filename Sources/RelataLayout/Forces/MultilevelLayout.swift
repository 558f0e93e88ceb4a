/// Lays out a connected network: first a rough one of a few nodes, then finer and finer ones from
/// where the rough one stands.
///
/// A network small enough is laid out several times from different starts, and the drawing with the
/// fewest crossings is kept.
///
/// Source: Walshaw, "A Multilevel Algorithm for Force-Directed Graph-Drawing", JGAA 7 (2003).
struct MultilevelLayout: Sendable {
  private let network: Network
  /// From the finest to the roughest.
  private let levels: [Coarsening]
  private let range: Double

  /// Up to this number of nodes a network needs no rougher one.
  private static let fewest = 4

  /// - Complexity: O(*n* log *n* + *m* log *m*) for *n* nodes and *m* links.
  init(of network: Network) {
    self.network = network
    range = 8 * network.typicalLength
    var levels: [Coarsening] = []
    while true {
      let finest = levels.last?.network ?? network
      guard finest.count > Self.fewest else { break }
      let next = Coarsening(of: finest)
      // A rough network nearly as fine as the last one only costs time.
      guard next.network.count * 20 < finest.count * 19 else { break }
      levels.append(next)
    }
    self.levels = levels
  }

  /// The best of the drawings that there is time for.
  /// - Complexity: O(*n* log *n* + *m*) for *n* nodes and *m* links.
  func places(seed: UInt64) -> Places {
    var random = SplitMix(seed: seed)
    var best = drawing(&random)
    guard attempts > 1 else { return best }
    var fewest = Crossings(of: network, at: best).count
    for _ in 1..<attempts where fewest > 0 {
      let next = drawing(&random)
      let crossings = Crossings(of: network, at: next).count
      if crossings < fewest {
        fewest = crossings
        best = next
      }
    }
    return best
  }

  /// Few enough that the crossings of the links can be counted one by one.
  private var attempts: Int {
    network.targets.count > 2_000 ? 1 : max(1, min(4, 1_500 / network.count))
  }

  private func drawing(_ random: inout SplitMix) -> Places {
    let roughest = levels.last?.network ?? network
    var places = scattered(roughest, random: &random)
    ForceLayout(rounds: 200, reach: 2, range: range).move(&places, of: roughest)
    for level in levels.indices.reversed() {
      let finer = level > 0 ? levels[level - 1].network : network
      places = spread(places, to: finer, parents: levels[level].parents, random: &random)
      ForceLayout(rounds: rounds(for: finer.count), reach: 1, range: range).move(&places, of: finer)
    }
    return places
  }

  private func rounds(for count: Int) -> Int {
    count <= 1_000 ? 200 : count <= 20_000 ? 150 : 80
  }

  private func scattered(_ network: Network, random: inout SplitMix) -> Places {
    var places = Places(count: network.count)
    let radius = network.typicalLength
    for node in 0..<network.count {
      places[node] = LayoutPoint(x: random.nextSigned() * radius, y: random.nextSigned() * radius)
    }
    return places
  }

  /// The members of a group around its place.
  private func spread(_ places: Places, to finer: Network, parents: [Int], random: inout SplitMix) -> Places {
    var result = Places(count: finer.count)
    for node in 0..<finer.count {
      let center = places[parents[node]]
      let radius = finer.masses[node].squareRoot()
      result[node] = LayoutPoint(
        x: center.x + random.nextSigned() * radius, y: center.y + random.nextSigned() * radius)
    }
    return result
  }
}
