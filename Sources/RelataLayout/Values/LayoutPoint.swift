/// A place in a drawing: to the right and down, in typographic points (1/72 inch), as SVG counts.
public struct LayoutPoint: Hashable, Sendable {
  public var x: Double
  public var y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
