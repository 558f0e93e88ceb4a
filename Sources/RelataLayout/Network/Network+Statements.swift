extension Network {
  /// Of pairs of nodes in any order, several times the same or not.
  ///
  /// *k* pairs of the same nodes are a link of weight √*k*, at most ``heaviest``: what is said often
  /// binds, but not so that the two become one. A node's mass grows with the number of its neighbours, so
  /// that hubs make room for theirs.
  /// - Complexity: O(*n* + *m* log *m*).
  init(nodes: Int, ends: [(Int, Int)]) {
    let counted = Network(
      masses: Array(repeating: 1, count: nodes),
      links: ends.compactMap { $0 == $1 ? nil : Link($0, $1, weight: 1) })
    var links: [Link] = []
    links.reserveCapacity(counted.targets.count / 2)
    for node in 0..<nodes {
      for link in counted.row(of: node) where Int(counted.targets[link]) > node {
        links.append(
          Link(
            node, Int(counted.targets[link]), weight: min(Self.heaviest, counted.weights[link].squareRoot())))
      }
    }
    self.init(masses: (0..<nodes).map { 1 + 2 * Double(counted.degree(of: $0)) }, links: links)
  }

  /// The weight that no number of statements exceeds.
  private static var heaviest: Double { 3 }
}
