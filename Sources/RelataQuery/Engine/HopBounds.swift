/// How many hops each node is from an end at least: found once, for all searches of one query.
final class HopBounds {
  private var known: [UInt8]?

  /// By node; at most 254, 255 where the end is not within `limit` hops. Roots and times do not matter,
  /// so these are lower bounds.
  ///
  /// - Complexity: O(nodes + slots within reach), the first time.
  func hops(_ filter: TraversalFilter, to end: UInt32, limit: Int, _ budget: inout StepBudget) -> [UInt8] {
    if let known { return known }
    // Further away, a bound of 0 says nothing wrong.
    let limit = min(limit, 254)
    var hops = [UInt8](repeating: limit < 254 ? 255 : 0, count: filter.index.entityCount)
    var isReached = [Bool](repeating: false, count: hops.count)
    hops[Int(end)] = 0
    isReached[Int(end)] = true
    var level = [end]
    for distance in stride(from: 1, to: limit, by: 1) where !level.isEmpty {
      var next: [UInt32] = []
      for node in level {
        let row = filter.index.row(of: node)
        budget.spend(row.count)
        for slot in row {
          let neighbor = filter.index.slots.base[slot].node
          guard !isReached[Int(neighbor)],
            filter.follows(slot, filter.index.slots.base[slot].kind, flip: 1)
          else { continue }
          isReached[Int(neighbor)] = true
          hops[Int(neighbor)] = UInt8(distance)
          if filter.passes(neighbor) { next.append(neighbor) }
        }
      }
      level = next
    }
    known = hops
    return hops
  }
}
