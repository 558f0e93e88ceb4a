/// Numbered nodes with masses and weighted links between them, each link in the rows of both its ends.
struct Network: Hashable, Sendable {
  /// A link between two different nodes.
  struct Link: Hashable, Sendable {
    var low: Int32
    var high: Int32
    var weight: Double

    /// Of one node with another, whichever comes first.
    init(_ a: Int, _ b: Int, weight: Double) {
      low = Int32(truncatingIfNeeded: min(a, b))
      high = Int32(truncatingIfNeeded: max(a, b))
      self.weight = weight
    }

    fileprivate var key: UInt64 { UInt64(UInt32(bitPattern: low)) << 32 | UInt64(UInt32(bitPattern: high)) }
  }

  /// How strongly each node pushes others away.
  private(set) var masses: [Double]
  /// Where each node's row starts in ``targets``; one more than there are nodes.
  private(set) var starts: [Int]
  /// The other ends of the links, ascending in each row.
  private(set) var targets: [Int32]
  /// The weights of the links, beside ``targets``.
  private(set) var weights: [Double]

  var count: Int { masses.count }

  func row(of node: Int) -> Range<Int> { starts[node]..<starts[node + 1] }

  func degree(of node: Int) -> Int { starts[node + 1] - starts[node] }

  /// Links between the same nodes become one with the sum of their weights, in whatever order they come.
  /// - Precondition: the ends are different nodes from 0 up to the number of masses.
  /// - Complexity: O(*n* + *m* log *m*) for *n* nodes and *m* links.
  init(masses: [Double], links unordered: [Link]) {
    // By weight as well: a sum of numbers depends on their order.
    let sorted = unordered.sorted { $0.key == $1.key ? $0.weight < $1.weight : $0.key < $1.key }
    var links: [Link] = []
    links.reserveCapacity(sorted.count)
    for link in sorted {
      if let last = links.last, last.key == link.key {
        links[links.count - 1].weight += link.weight
      } else {
        links.append(link)
      }
    }
    self.init(masses: masses, distinct: links)
  }

  /// Of links in ascending order, no two alike.
  private init(masses: [Double], distinct links: [Link]) {
    var starts = Array(repeating: 0, count: masses.count + 1)
    for link in links {
      starts[Int(link.low) + 1] += 1
      starts[Int(link.high) + 1] += 1
    }
    for node in masses.indices { starts[node + 1] += starts[node] }
    var ends = starts
    var targets = Array(repeating: Int32(0), count: 2 * links.count)
    var weights = Array(repeating: 0.0, count: 2 * links.count)
    // The lower neighbours of a node come first, ascending, then the higher ones: its row is in order.
    for link in links {
      targets[ends[Int(link.high)]] = link.low
      weights[ends[Int(link.high)]] = link.weight
      ends[Int(link.high)] += 1
    }
    for link in links {
      targets[ends[Int(link.low)]] = link.high
      weights[ends[Int(link.low)]] = link.weight
      ends[Int(link.low)] += 1
    }
    self.masses = masses
    self.starts = starts
    self.targets = targets
    self.weights = weights
  }

  /// The same links with other masses.
  func with(masses: [Double]) -> Network {
    var copy = self
    copy.masses = masses
    return copy
  }
}
