/// Why a graph was not drawn.
public enum RenderError: Error, Hashable, Sendable {
  /// The package was built without Graphviz, or the library is not there.
  case unavailable
  /// The input holds no graph.
  case empty
  /// The input is not DOT; the line counts from 1.
  case syntax(line: Int?, message: String)
  /// More than can be drawn with any engine; see ``GraphSize/maximumNodes``.
  case tooLarge(nodes: Int, edges: Int)
  /// The engine asked for would take minutes; `alternative` would not.
  case tooSlow(engine: LayoutEngine, nodes: Int, edges: Int, alternative: LayoutEngine)
  /// Graphviz refused, in its own words.
  case failed(message: String)
}

extension RenderError: CustomStringConvertible {
  /// One line.
  public var description: String {
    switch self {
    case .unavailable:
      #if Graphviz
        "cannot draw without Graphviz, which is not there or of another version than this program was built for: install it (apt-get install libgvc6)"
      #else
        "this build cannot draw: install Graphviz (apt-get install libgraphviz-dev, or brew install graphviz), then build again"
      #endif
    case .empty:
      "there is no graph to draw: the DOT text is empty"
    case .syntax(let line?, let message):
      "not valid DOT, line \(line): \(message)"
    case .syntax(nil, let message):
      "not valid DOT: \(message)"
    case .tooLarge(let nodes, let edges):
      """
      too large to draw: \(nodes) nodes and \(edges) edges, at most \(GraphSize.maximumNodes) and \
      \(GraphSize.maximumEdges); draw the neighbourhood of one entity with --focus
      """
    case .tooSlow(let engine, let nodes, let edges, let alternative):
      """
      the layout engine \(engine.rawValue) could take minutes for \(nodes) nodes and \(edges) edges; use \
      \(alternative.rawValue), or draw the neighbourhood of one entity with --focus
      """
    case .failed(let message):
      "Graphviz could not draw the graph: \(message)"
    }
  }
}
