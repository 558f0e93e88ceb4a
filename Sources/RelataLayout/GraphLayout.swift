public import RelataGraph

/// Where things stand in a drawing: points to the right and down, in typographic points.
///
/// ```swift
/// let layout = GraphLayout(of: graph)
/// let place = layout.points[EntityID(rawValue: "person/ahmed-al-sharaa")]
/// ```
public struct GraphLayout: Hashable, Sendable {
  /// The centre of each entity's node.
  public var points: [EntityID: LayoutPoint]
  /// What each entity's node covers around its point.
  public var sizes: [EntityID: Size]
  /// The smallest rectangle around all nodes.
  public var bounds: Bounds

  /// A layout of these parts.
  public init(points: [EntityID: LayoutPoint] = [:], sizes: [EntityID: Size] = [:], bounds: Bounds = .zero) {
    self.points = points
    self.sizes = sizes
    self.bounds = bounds
  }
}
