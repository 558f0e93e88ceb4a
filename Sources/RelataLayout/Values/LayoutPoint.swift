/// A place in a drawing: to the right and down, in typographic points (1/72 inch), as SVG counts.
public struct LayoutPoint: Hashable, Sendable {
  /// To the right.
  public var x: Double
  /// Down.
  public var y: Double

  /// A place by its distances from the origin.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
