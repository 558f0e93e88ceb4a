/// What a layout takes care of.
public struct LayoutOptions: Hashable, Sendable {
  /// What becomes of entities without a statement to another entity.
  public enum Isolated: Hashable, Sendable {
    /// They stand in a grid below everything else.
    case grid
    /// They get no point.
    case omitted
  }

  /// The room for labels, which no two nodes share; nil: nodes are dots of ``dotSize``
  /// that may touch each other.
  public var labels: LabelMetrics?
  /// The diameter of a node without a label, in points.
  public var dotSize: Double
  /// The width of the whole drawing divided by its height, about.
  public var aspectRatio: Double
  /// What becomes of entities without a statement to another entity.
  public var isolated: Isolated
  /// Where the search for a good drawing starts. Each seed gives one drawing, on every machine.
  public var seed: UInt64

  /// The usual layout.
  public init(
    labels: LabelMetrics? = LabelMetrics(), dotSize: Double = 8, aspectRatio: Double = 1.6,
    isolated: Isolated = .grid, seed: UInt64 = 1
  ) {
    self.labels = labels
    self.dotSize = dotSize
    self.aspectRatio = aspectRatio
    self.isolated = isolated
    self.seed = seed
  }
}
