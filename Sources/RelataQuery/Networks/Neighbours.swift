public import RelataGraph

/// An entity near another one.
public struct Neighbour: Hashable, Sendable {
  /// Who is near.
  public var entity: EntityID
  /// How many statements away at least.
  public var hops: Int
  /// The best last hop of a shortest way to it: the one with the most important
  /// statement, of these the surest.
  public var last: PathHop

  /// A neighbour of these parts.
  public init(entity: EntityID, hops: Int, last: PathHop) {
    self.entity = entity
    self.hops = hops
    self.last = last
  }
}

extension PathFinder {
  /// What lies within ``PathOptions/maximumHops`` of an entity: the nearest first, then the most important
  /// last hop, then the surest, then by identifier.
  ///
  /// The options' types say through what the ways may lead; entities of other types end them.
  ///
  /// - Parameters:
  ///   - id: whose neighbours; an entity that is not there has none.
  ///   - limit: how many neighbours at most.
  /// - Returns: the neighbours, and how many there are in all.
  /// - Complexity: O(n log n) for n statements within reach.
  public func neighbours(of id: EntityID, limit: Int = .max) -> (nearest: [Neighbour], count: Int) {
    guard let start = index.number(of: id).map(UInt32.init) else { return ([], 0) }
    let avoided = Set(options.avoid.compactMap { index.number(of: $0).map(UInt32.init) })
    var reached: Set<UInt32> = [start]
    var level = [start]
    var hops = 0
    var found: [Neighbour] = []
    var count = 0
    while hops < options.maximumHops ?? .max, !level.isEmpty {
      hops += 1
      // The importance counted down, so that less is better in all three.
      var best: [UInt32: (unimportance: UInt8, doubt: UInt32, from: UInt32)] = [:]
      for node in level where node == start || search.filter.passes(node) {
        for slot in index.row(of: node) {
          let (next, kind) = (index.slots.base[slot].node, index.slots.base[slot].kind)
          guard !reached.contains(next), !avoided.contains(next), search.filter.follows(slot, kind) else {
            continue
          }
          let statement = Int(index.statements.base[slot])
          let way = (
            unimportance: UInt8.max - index.importances.base[statement],
            doubt: index.strengths.base[statement] & GraphIndex.doubtMask, from: node
          )
          if let known = best[next], known <= way { continue }
          best[next] = way
        }
      }
      level = best.keys.sorted()
      reached.formUnion(level)
      count += level.count
      let ranked = best.sorted {
        ($0.value.unimportance, $0.value.doubt, $0.key) < ($1.value.unimportance, $1.value.doubt, $1.key)
      }
      for (node, way) in ranked.prefix(max(0, limit - found.count)) {
        let hop = graphPath(NodePath(nodes: [way.from, node], cost: 0)).hops
        if let last = hop.first {
          found.append(Neighbour(entity: index.ids[Int(node)], hops: hops, last: last))
        }
      }
    }
    return (found, count)
  }
}
