/// Entities on a way, with what it costs.
struct NodePath: Comparable {
  var nodes: [UInt32]
  var cost: Int

  static func < (a: NodePath, b: NodePath) -> Bool {
    a.cost != b.cost ? a.cost < b.cost : a.nodes.lexicographicallyPrecedes(b.nodes)
  }
}

/// The question that every path search answers: the best way on from the end of a root.
struct PathQuery {
  /// What has been walked, at least the start. The way on visits none of it again.
  var root: [UInt32]
  /// What the root costs.
  var rootCost = 0
  /// Where the first step must not lead.
  var banned: [UInt32] = []
  var end: UInt32
  /// Nodes that the way on must not visit besides the root.
  var blocked: [UInt32] = []
  /// Paths of more hops, root included, do not count.
  var maximumHops = Int.max
  /// Paths that cost more do not interest.
  var maximumCost = Int.max
  /// Shared by all queries with the same end.
  var hopBounds = HopBounds()

  var start: UInt32 { root.last ?? end }
}

/// What a step costs: a fixed part, one by statement, one for passing through the entity that it leads to.
struct StepCosts: Sendable {
  let perHop: Int
  let byStatement: FixedBuffer<UInt32>
  /// Which bits of a statement's number count.
  var mask = UInt32.max
  /// nil: nothing. The end of a path is not passed through.
  let byNode: FixedBuffer<UInt32>?

  /// Of a slot from its row's entity towards `node`.
  @inline(__always) func cost(_ statement: UInt32, into node: UInt32, end: UInt32) -> Int {
    let step = perHop + Int(byStatement.base[Int(statement)] & mask)
    guard let byNode, node != end else { return step }
    return step + Int(byNode.base[Int(node)])
  }
}
