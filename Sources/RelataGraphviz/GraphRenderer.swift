import RelataFormats
public import RelataGraph

/// Draws graphs in-process with the system's Graphviz.
///
/// The C library is not thread-safe: calls from any number of threads are made one after another.
public struct GraphRenderer: Sendable {
  public init() {}

  /// Draws a knowledge graph.
  /// - Parameter engine: nil: chosen by the size of the graph.
  /// - Throws: ``RenderError``.
  public func render(
    _ graph: KnowledgeGraph, ontology: Ontology, format: DrawingFormat, engine: LayoutEngine? = nil
  ) throws(RenderError) -> [UInt8] {
    let chosen = engine ?? LayoutEngine.suited(nodes: graph.entities.count, edges: graph.statements.count)
    var options = DOTWriter.Options()
    options.engine = chosen.rawValue
    return try render(
      DOTWriter(ontology: ontology, options: options).write(graph), format: format, engine: chosen)
  }

  /// Draws DOT text.
  /// - Throws: ``RenderError`` with what Graphviz says about the text, or where the layout would take minutes.
  public func render(
    _ dot: [UInt8], format: DrawingFormat, engine: LayoutEngine? = nil
  ) throws(RenderError) -> [UInt8] {
    #if Graphviz
      return try GraphvizLibrary.render(dot, format: format, engine: engine)
    #else
      throw .unavailable
    #endif
  }
}
