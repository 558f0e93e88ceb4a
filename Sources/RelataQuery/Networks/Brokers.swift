public import RelataGraph

/// An entity that stands between two others.
public struct Broker: Hashable, Sendable {
  /// Who stands between.
  public var entity: EntityID
  /// The share of the shortest paths that pass through it, 0…1: betweenness for this one pair.
  public var shortestShare: Double
  /// The share of all paths within the limit of hops that pass through it, 0…1; 1: nothing gets past it.
  public var share: Double

  /// A broker of these parts.
  public init(entity: EntityID, shortestShare: Double, share: Double) {
    self.entity = entity
    self.shortestShare = shortestShare
    self.share = share
  }
}

/// Who stands between two entities.
public struct BrokerReport: Hashable, Sendable {
  /// By the share of shortest paths, then of all paths, then by identifier.
  public var brokers: [Broker]
  /// How many paths there are within the limit, and how many of these are shortest.
  public var paths: Int
  /// How many of the paths are shortest ones.
  public var shortestPaths: Int
  /// Hops of a shortest path; nil: none.
  public var distance: Int?
  /// Whether all paths were counted.
  public var isComplete: Bool

  /// Brokers, and the paths that they were counted on.
  public init(brokers: [Broker], paths: Int, shortestPaths: Int, distance: Int?, isComplete: Bool) {
    self.brokers = brokers
    self.paths = paths
    self.shortestPaths = shortestPaths
    self.distance = distance
    self.isComplete = isComplete
  }
}

extension PathFinder {
  /// Counts through whom the paths between two entities go (L. Freeman, A Set of Measures of Centrality Based
  /// on Betweenness, Sociometry 40, 1977, for one pair).
  ///
  /// - Complexity: that of ``entityPaths(from:to:)``.
  public func brokers(from: EntityID, to: EntityID) -> BrokerReport {
    let all = entityPaths(from: from, to: to)
    var counts: [UInt32: (shortest: Int, all: Int)] = [:]
    let shortest = all.count > 0 ? all.paths[0].count : 0
    var shortestCount = 0
    for number in 0..<all.count {
      let path = all.paths[number]
      let isShortest = path.count == shortest
      if isShortest { shortestCount += 1 }
      for node in path.dropFirst().dropLast() {
        counts[node, default: (0, 0)].all += 1
        if isShortest { counts[node, default: (0, 0)].shortest += 1 }
      }
    }
    let ranked = counts.sorted {
      $0.value.shortest != $1.value.shortest
        ? $0.value.shortest > $1.value.shortest
        : $0.value.all != $1.value.all ? $0.value.all > $1.value.all : $0.key < $1.key
    }
    return BrokerReport(
      brokers: ranked.map { node, count in
        Broker(
          entity: index.ids[Int(node)], shortestShare: Double(count.shortest) / Double(shortestCount),
          share: Double(count.all) / Double(all.count))
      }, paths: all.count, shortestPaths: shortestCount, distance: shortest > 0 ? shortest - 1 : nil,
      isComplete: all.isComplete)
  }
}
