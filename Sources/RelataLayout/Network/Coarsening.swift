/// A smaller network in which each node stands for a few neighbours of a larger one.
///
/// Leaves join their neighbour, all at once; other nodes join the neighbour with the strongest link for
/// its mass, two and two, and who finds nobody joins a pair. Hubs therefore stay apart from each other,
/// and a star becomes one node.
///
/// Sources: Walshaw, "A Multilevel Algorithm for Force-Directed Graph-Drawing", JGAA 7 (2003); Hu,
/// "Efficient, High-Quality Force-Directed Graph Drawing", The Mathematica Journal 10 (2006).
struct Coarsening: Sendable {
  /// The smaller network; its masses and weights are sums of the larger one's.
  var network: Network
  /// The node of the smaller network that stands for each node of the larger one.
  var parents: [Int]

  /// - Complexity: O(*n* log *n* + *m* log *m*).
  init(of finer: Network) {
    var groups = Groups(count: finer.count, masses: finer.masses)
    groups.joinLeaves(of: finer)
    groups.joinPairs(of: finer)
    let (parents, count) = groups.numbered()
    var masses = Array(repeating: 0.0, count: count)
    var links: [Network.Link] = []
    links.reserveCapacity(finer.targets.count / 2)
    for node in 0..<finer.count {
      masses[parents[node]] += finer.masses[node]
      for link in finer.row(of: node) {
        let other = Int(finer.targets[link])
        guard other > node, parents[other] != parents[node] else { continue }
        links.append(Network.Link(parents[node], parents[other], weight: finer.weights[link]))
      }
    }
    network = Network(masses: masses, links: links)
    self.parents = parents
  }
}

/// Nodes that are becoming one, named by one of them.
private struct Groups {
  /// The node that names the group of each; -1: none yet.
  private var heads: [Int]
  /// What the group of each head weighs.
  private var masses: [Double]
  private var isPair: [Bool]

  init(count: Int, masses: [Double]) {
    heads = Array(repeating: -1, count: count)
    isPair = Array(repeating: false, count: count)
    self.masses = masses
  }

  /// Nodes with a single neighbour join it.
  mutating func joinLeaves(of network: Network) {
    for node in 0..<network.count where network.degree(of: node) == 1 && heads[node] < 0 {
      let hub = Int(network.targets[network.starts[node]])
      guard heads[hub] < 0 || heads[hub] == hub else { continue }
      heads[hub] = hub
      heads[node] = hub
      masses[hub] += masses[node]
    }
  }

  /// The nodes with few neighbours choose first: who has many finds somebody anyway.
  mutating func joinPairs(of network: Network) {
    let order = (0..<network.count).sorted {
      let (a, b) = (network.degree(of: $0), network.degree(of: $1))
      return a == b ? $0 < $1 : a < b
    }
    for node in order where heads[node] < 0 {
      if let other = best(for: node, in: network, where: { heads[$0] < 0 }) {
        heads[node] = node
        heads[other] = node
        isPair[node] = true
        masses[node] += masses[other]
      } else if let other = best(for: node, in: network, where: { isPair[heads[$0]] }) {
        let head = heads[other]
        heads[node] = head
        isPair[head] = false
        masses[head] += masses[node]
      } else {
        heads[node] = node
      }
    }
  }

  private func best(for node: Int, in network: Network, where isFree: (Int) -> Bool) -> Int? {
    var best: Int?
    var strength = 0.0
    for link in network.row(of: node) {
      let other = Int(network.targets[link])
      guard isFree(other) else { continue }
      let new = network.weights[link] / masses[heads[other] < 0 ? other : heads[other]]
      if new > strength {
        strength = new
        best = other
      }
    }
    return best
  }

  /// The groups by numbers in the order of their first nodes, and how many there are.
  func numbered() -> (parents: [Int], count: Int) {
    var numbers = Array(repeating: -1, count: heads.count)
    var parents = Array(repeating: 0, count: heads.count)
    var count = 0
    for node in heads.indices {
      if numbers[heads[node]] < 0 {
        numbers[heads[node]] = count
        count += 1
      }
      parents[node] = numbers[heads[node]]
    }
    return (parents, count)
  }
}
