/// How wide and high something in a drawing is, in typographic points.
public struct Size: Hashable, Sendable {
  /// From left to right.
  public var width: Double
  /// From top to bottom.
  public var height: Double

  /// A size of these parts.
  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }
}
