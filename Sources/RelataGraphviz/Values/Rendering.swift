/// A drawn graph.
public struct Rendering: Hashable, Sendable {
  /// The picture, a complete file.
  public var bytes: [UInt8]
  /// The format of the file.
  public var format: DrawingFormat
  /// The engine that placed the nodes.
  public var engine: LayoutEngine
  /// That of the graph that was drawn.
  public var size: GraphSize
  /// What Graphviz did not understand and drew around, one line each: unknown shapes,
  /// colours, attribute values.
  public var warnings: [String]

  /// A drawing of these parts.
  public init(
    bytes: [UInt8], format: DrawingFormat, engine: LayoutEngine, size: GraphSize, warnings: [String]
  ) {
    self.bytes = bytes
    self.format = format
    self.engine = engine
    self.size = size
    self.warnings = warnings
  }
}
