/// The algorithm that places the nodes.
public enum LayoutEngine: String, CaseIterable, Hashable, Sendable {
  /// Hierarchical; the most readable for small graphs.
  case dot
  /// Stress model; for some hundred nodes.
  case neato
  /// Springs; for some hundred nodes. The only engine that does not draw the same picture again within one
  /// process: it orders edges by their addresses in memory
  /// (https://github.com/ellson/MOTHBALLED-graphviz/issues/1214).
  case fdp
  /// Springs on several scales; for large graphs.
  case sfdp
  /// Circles, one for each biconnected component.
  case circo
  /// Rings around a centre.
  case twopi

  /// The engine for graphs of this size: `dot` while its layers are legible, else `sfdp`.
  public static func recommended(for size: GraphSize) -> LayoutEngine {
    size.nodes <= 60 && size.edges <= 90 ? .dot : .sfdp
  }

  /// Whether this engine lays out every graph of this size in well under a minute.
  ///
  /// A layout cannot be interrupted, so one that could take minutes must not begin. The bounds are what
  /// random graphs and graphs with hubs took, all edges labelled, on one core of a server: at the bound `dot`
  /// and `circo` 20 to 30 s, `sfdp` and `twopi` 15 to 30 s, `neato` and `fdp` below 15 s. Twice beyond it
  /// `dot` takes many minutes.
  public func canLayOut(_ size: GraphSize) -> Bool {
    guard size.isDrawable else { return false }
    return switch self {
    case .dot: size.nodes <= 1_000 && size.edges * size.cycles <= 150_000
    case .circo: size.nodes <= 500 && size.edges * size.cycles <= 80_000
    case .neato: size.nodes <= 2_000
    case .fdp: size.nodes <= 2_000 && size.edges <= 8_000
    case .twopi, .sfdp: true
    }
  }
}
