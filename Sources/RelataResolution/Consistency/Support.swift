import RelataGraph

/// How much the statements of all documents say for each of several things that cannot all be.
struct Support {
  /// What has at least this part of the best's support stands beside it.
  private static let near = 0.75

  private struct Pair: Hashable {
    var subject: EntityID
    var object: EntityID
  }

  private var sums: [Pair: Double] = [:]

  mutating func add(_ confidence: Double, _ subject: EntityID, _ object: EntityID) {
    sums[Pair(subject: subject, object: object), default: 0] += confidence
  }

  /// Whether nothing among `objects` has much more support as the subject's.
  func isGreatest(_ object: EntityID, among objects: Set<EntityID>, of subject: EntityID) -> Bool {
    let own = sums[Pair(subject: subject, object: object)] ?? 0
    return objects.allSatisfy { own >= Self.near * (sums[Pair(subject: subject, object: $0)] ?? 0) }
  }
}
