import RelataGraph

extension GraphView {
  /// How much a node grows with its statements: 0, 1, 2, 3, 4 for 0, 1, 2–3, 4–7, 8 and more, at most 6. Whole
  /// numbers, so that the bytes never vary.
  var growths: [EntityID: Int] {
    var degrees: [EntityID: Int] = [:]
    for edge in edges {
      degrees[edge.statement.subject, default: 0] += 1
      degrees[edge.statement.object, default: 0] += 1
    }
    return degrees.mapValues { min(6, Int.bitWidth - $0.leadingZeroBitCount) }
  }
}
