/// What a graph can be drawn as.
public enum DrawingFormat: String, Hashable, Sendable, CaseIterable {
  case svg, png, pdf
}

/// The layout programs of Graphviz.
public enum LayoutEngine: String, Hashable, Sendable, CaseIterable {
  /// Layers, for small graphs with a direction.
  case dot
  /// Springs, for medium graphs.
  case neato, fdp
  /// Multilevel springs, for large graphs.
  case sfdp
  /// Circles.
  case circo, twopi

  /// The most nodes and edges that the engine lays out within about ten seconds (measured with labelled edges; Graphviz 2.43).
  /// A layout cannot be cancelled, so a larger one is not begun.
  public var limits: (nodes: Int, edges: Int) {
    switch self {
    case .dot: (250, 500)
    case .neato: (1_000, 3_000)
    case .fdp: (400, 1_200)
    case .sfdp: (6_000, 15_000)
    case .circo, .twopi: (1_000, 3_000)
    }
  }

  /// The engine for a graph of this size: layers as long as they can be read, springs beyond.
  public static func suited(nodes: Int, edges: Int) -> LayoutEngine {
    nodes <= 60 && edges <= 90 ? .dot : .sfdp
  }
}
