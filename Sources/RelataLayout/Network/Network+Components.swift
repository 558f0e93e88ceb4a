extension Network {
  /// A connected part with nodes of its own numbering.
  struct Component: Sendable {
    /// The number of each node in the whole network, ascending.
    var nodes: [Int]
    var network: Network
  }

  /// The connected parts, the one with most nodes first, ties in the order of their first nodes.
  /// - Complexity: O(*n* log *n* + *m* log *m*).
  func components() -> [Component] {
    var part = Array(repeating: -1, count: count)
    var members: [[Int]] = []
    var waiting: [Int] = []
    for first in 0..<count where part[first] < 0 {
      part[first] = members.count
      waiting.append(first)
      var nodes: [Int] = []
      while let node = waiting.popLast() {
        nodes.append(node)
        for link in row(of: node) {
          let other = Int(targets[link])
          if part[other] < 0 {
            part[other] = members.count
            waiting.append(other)
          }
        }
      }
      members.append(nodes.sorted())
    }
    let order = members.indices.sorted {
      members[$0].count == members[$1].count ? $0 < $1 : members[$0].count > members[$1].count
    }
    var numbers = Array(repeating: 0, count: count)
    return order.map { index in
      for (number, node) in members[index].enumerated() { numbers[node] = number }
      return component(of: members[index], numbers: numbers)
    }
  }

  private func component(of nodes: [Int], numbers: [Int]) -> Component {
    var links: [Link] = []
    for node in nodes {
      for link in row(of: node) where Int(targets[link]) > node {
        links.append(Link(numbers[node], numbers[Int(targets[link])], weight: weights[link]))
      }
    }
    return Component(nodes: nodes, network: Network(masses: nodes.map { masses[$0] }, links: links))
  }
}
