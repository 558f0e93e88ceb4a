import RelataGraph

/// Which places lie in which, as far as the statements say: to be born in Brooklyn and in New
/// York is no contradiction.
struct Containment {
  /// So many places are looked through for an answer; what lies in more of them lies anywhere.
  private static let limit = 512

  /// Distinct, in alphabetical order, so that the limit cuts off the same ones always.
  private let outer: [EntityID: [EntityID]]

  init(_ statements: [Statement], _ ontology: Ontology) {
    self.init(pairs: statements.lazy.filter(ontology.isContainment).map { ($0.subject, $0.object) })
  }

  /// - Parameter pairs: an inner and an outer place each.
  init(pairs: some Sequence<(EntityID, EntityID)>) {
    var found: [EntityID: Set<EntityID>] = [:]
    for (inner, place) in pairs { found[inner, default: []].insert(place) }
    outer = found.mapValues { $0.sorted() }
  }

  /// Whether one lies in the other, through any number of steps.
  func relates(_ a: EntityID, _ b: EntityID) -> Bool { lies(a, in: b) || lies(b, in: a) }

  /// The nearest first, so that the limit cuts off what is far.
  private func lies(_ inner: EntityID, in goal: EntityID) -> Bool {
    var seen: Set<EntityID> = [inner]
    var open = [inner]
    var next = 0
    while next < open.count {
      for place in outer[open[next]] ?? [] {
        if place == goal { return true }
        guard open.count < Self.limit else { return false }
        if seen.insert(place).inserted { open.append(place) }
      }
      next += 1
    }
    return false
  }
}

extension Ontology {
  /// Whether a statement says that its subject lies in its object.
  /// - Complexity: O(1).
  func isContainment(_ statement: Statement) -> Bool {
    statement.polarity == .affirmed && relation(statement.relation)?.isContainment == true
  }
}
