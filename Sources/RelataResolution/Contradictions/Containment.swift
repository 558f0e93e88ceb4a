import RelataGraph

/// Which places lie in which, as far as the statements say: to be born in Brooklyn and in New York is no contradiction.
struct Containment {
  /// So many places are looked through for an answer; what lies in more of them lies anywhere.
  private static let limit = 512

  private var outer: [EntityID: Set<EntityID>] = [:]

  init(_ statements: [Statement]) {
    for statement in statements
    where statement.polarity == .affirmed && ["located_in", "part_of"].contains(statement.relation) {
      outer[statement.subject, default: []].insert(statement.object)
    }
  }

  /// Whether one lies in the other, through any number of steps.
  func relates(_ a: EntityID, _ b: EntityID) -> Bool { lies(a, in: b) || lies(b, in: a) }

  /// The nearest first, so that the limit cuts off what is far.
  private func lies(_ inner: EntityID, in goal: EntityID) -> Bool {
    var seen: Set<EntityID> = [inner]
    var open = [inner]
    var next = 0
    while next < open.count, next < Self.limit {
      let place = open[next]
      next += 1
      if place == goal { return true }
      let further = (outer[place] ?? []).filter { seen.insert($0).inserted }
      if further.contains(goal) { return true }
      open += further.count > 1 ? further.sorted() : Array(further)
    }
    return false
  }
}
