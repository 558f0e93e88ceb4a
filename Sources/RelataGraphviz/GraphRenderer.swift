public import RelataFormats
public import RelataGraph

/// Draws graphs in this process with the system's Graphviz.
///
/// ```swift
/// let svg = try GraphRenderer().render(graph, ontology: ontology, format: .svg)
/// ```
///
/// The same input gives the same bytes on the same machine (fonts and Graphviz's release decide the rest), with every
/// engine but ``LayoutEngine/fdp``. Graphviz is
/// not safe for threads: all renderers of a process take turns, so rendering on several threads is allowed but not
/// faster. Nothing is printed.
///
/// Without the package trait `Graphviz` every method throws ``RenderError/unavailable``.
public struct GraphRenderer: Sendable {
  public init() {}

  /// Whether this build can draw.
  public static var isAvailable: Bool {
    #if Graphviz
      true
    #else
      false
    #endif
  }

  /// Draws the first graph of a DOT text.
  /// - Parameters:
  ///   - dot: DOT text in UTF-8.
  ///   - engine: nil takes what the text's `layout` attribute asks for where that is fast enough at this size, else
  ///     ``LayoutEngine/recommended(for:)``.
  public func draw(
    _ dot: [UInt8], format: DrawingFormat, engine: LayoutEngine? = nil
  ) throws(RenderError) -> Rendering {
    #if Graphviz
      try Graphviz.draw(dot, format: format, engine: engine)
    #else
      throw .unavailable
    #endif
  }

  /// The bytes of ``draw(_:format:engine:)``, for callers that do not look at warnings.
  public func render(
    _ dot: [UInt8], format: DrawingFormat, engine: LayoutEngine? = nil
  ) throws(RenderError) -> [UInt8] {
    try draw(dot, format: format, engine: engine).bytes
  }

  /// Draws a knowledge graph as ``DOTWriter`` describes it.
  /// - Parameter options: what the drawing shows; title, legend and so on.
  public func render(
    _ graph: KnowledgeGraph, ontology: Ontology, format: DrawingFormat, engine: LayoutEngine? = nil,
    options: DOTWriter.Options = DOTWriter.Options(mergesParallelStatements: true)
  ) throws(RenderError) -> [UInt8] {
    guard Self.isAvailable else { throw .unavailable }
    // Entities that nothing is said of are in the files; in a picture they only take room.
    let linked = Set(graph.statements.flatMap { [$0.subject, $0.object] })
    var graph = graph
    if !linked.isEmpty { graph.entities.removeAll { !linked.contains($0.id) } }
    let size = GraphSize(of: graph)
    // Refused before a hundred megabytes of DOT are written.
    guard size.isDrawable else { throw .tooLarge(nodes: size.nodes, edges: size.edges) }
    var options = options
    options.engine = (engine ?? .recommended(for: size)).rawValue
    let writer = DOTWriter(ontology: ontology, options: options)
    return try render(writer.write(graph), format: format, engine: engine)
  }
}
