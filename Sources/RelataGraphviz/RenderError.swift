/// Why a graph could not be drawn.
public enum RenderError: Error, Hashable, Sendable, CustomStringConvertible {
  /// This build has no Graphviz.
  case unavailable
  /// The DOT text cannot be read; what Graphviz says, with its line.
  case syntax(String)
  case layout(engine: LayoutEngine, message: String)
  case rendering(format: DrawingFormat, message: String)
  /// The layout would take minutes.
  case tooLarge(nodes: Int, edges: Int, engine: LayoutEngine, alternative: LayoutEngine?)

  public var description: String {
    switch self {
    case .unavailable:
      return
        "this build cannot draw: install Graphviz (apt-get install libgraphviz-dev, or brew install graphviz) and build again"
    case .syntax(let message):
      return "Graphviz cannot read the graph: \(message)"
    case .layout(let engine, let message):
      return "Graphviz cannot lay out the graph with \(engine.rawValue): \(message)"
    case .rendering(let format, let message):
      return "Graphviz cannot write \(format.rawValue.uppercased()): \(message)"
    case .tooLarge(let nodes, let edges, let engine, let alternative):
      let advice = alternative.map { "use \($0.rawValue), or " } ?? ""
      return
        "\(nodes) nodes and \(edges) edges would take \(engine.rawValue) minutes to lay out; \(advice)draw a part of the graph (--focus)"
    }
  }
}
