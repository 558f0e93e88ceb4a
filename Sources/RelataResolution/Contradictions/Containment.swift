import RelataGraph

/// Which places lie in which, as far as the statements say: to be born in Brooklyn and in New York is no contradiction.
struct Containment {
  private var outer: [EntityID: Set<EntityID>] = [:]

  init(_ statements: [Statement]) {
    for statement in statements
    where statement.polarity == .affirmed && ["located_in", "part_of"].contains(statement.relation) {
      outer[statement.subject, default: []].insert(statement.object)
    }
  }

  /// Whether one lies in the other, through any number of steps.
  func relates(_ a: EntityID, _ b: EntityID) -> Bool { lies(a, in: b) || lies(b, in: a) }

  private func lies(_ inner: EntityID, in goal: EntityID) -> Bool {
    var seen: Set<EntityID> = [inner]
    var open = [inner]
    while let place = open.popLast() {
      if place == goal { return true }
      open += (outer[place] ?? []).filter { seen.insert($0).inserted }
    }
    return false
  }
}
