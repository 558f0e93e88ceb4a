/// The places of numbered nodes, one column a coordinate, as the loops over all nodes want them.
struct Places: Hashable, Sendable {
  var x: [Double]
  var y: [Double]

  /// All at the origin.
  init(count: Int) {
    x = Array(repeating: 0, count: count)
    y = Array(repeating: 0, count: count)
  }

  var count: Int { x.count }

  subscript(node: Int) -> LayoutPoint {
    get { LayoutPoint(x: x[node], y: y[node]) }
    set {
      x[node] = newValue.x
      y[node] = newValue.y
    }
  }
}
