/// Boxes in rows and columns, in their order.
struct IsolatedGrid: Sendable {
  /// The centres of the boxes, from a corner at the origin.
  private(set) var centers: Places

  /// - Parameters:
  ///   - width: How wide what stands above is; the grid is as wide, or wider where that keeps the
  ///     whole from becoming a tower.
  /// - Complexity: O(number of boxes).
  init(sizes: [Size], gap: Double, width: Double, aspectRatio: Double) {
    centers = Places(count: sizes.count)
    let cell = Self.cell(of: sizes, gap: gap)
    let square = (Double(sizes.count) * cell.width * cell.height * aspectRatio).squareRoot()
    let columns = max(1, Int(max(width, square) / cell.width))
    for index in sizes.indices {
      centers[index] = LayoutPoint(
        x: (Double(index % columns) + 0.5) * cell.width, y: (Double(index / columns) + 0.5) * cell.height)
    }
  }

  /// How much room the grid of some boxes takes.
  /// - Complexity: O(number of boxes).
  static func surface(of sizes: [Size], gap: Double) -> Double {
    let cell = cell(of: sizes, gap: gap)
    return Double(sizes.count) * cell.width * cell.height
  }

  private static func cell(of sizes: [Size], gap: Double) -> Size {
    Size(
      width: sizes.reduce(0) { max($0, $1.width) } + gap, height: sizes.reduce(0) { max($0, $1.height) } + gap
    )
  }
}
