/// An upright rectangle in a drawing, in typographic points.
public struct Bounds: Hashable, Sendable {
  /// The left edge.
  public var minX: Double
  /// The upper edge.
  public var minY: Double
  /// The right edge.
  public var maxX: Double
  /// The lower edge.
  public var maxY: Double

  /// The rectangle without any extent at the origin.
  public static let zero = Bounds(minX: 0, minY: 0, maxX: 0, maxY: 0)

  /// A rectangle between these edges.
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// From the left edge to the right one.
  public var width: Double { maxX - minX }
  /// From the upper edge to the lower one.
  public var height: Double { maxY - minY }

  /// Whether the two have more than a border in common.
  public func overlaps(_ other: Bounds) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }
}

extension Bounds {
  /// A box around its centre.
  public init(center: LayoutPoint, size: Size) {
    self.init(
      minX: center.x - size.width / 2, minY: center.y - size.height / 2,
      maxX: center.x + size.width / 2, maxY: center.y + size.height / 2)
  }

  /// The smallest rectangle around both.
  public func union(_ other: Bounds) -> Bounds {
    Bounds(
      minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
      maxY: max(maxY, other.maxY))
  }

  /// The smallest rectangle around boxes that stand at places with the same numbers; ``zero`` around none.
  /// - Complexity: O(number of boxes).
  init(of places: Places, sizes: [Size]) {
    var all: Bounds?
    for index in sizes.indices {
      let box = Bounds(center: places[index], size: sizes[index])
      all = all?.union(box) ?? box
    }
    self = all ?? .zero
  }
}
