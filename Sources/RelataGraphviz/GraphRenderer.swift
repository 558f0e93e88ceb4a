public import RelataFormats
public import RelataGraph

/// Draws graphs in this process with the system's Graphviz.
///
/// ```swift
/// let svg = try GraphRenderer().render(graph, ontology: ontology, format: .svg)
/// ```
///
/// The same input gives the same bytes on the same machine (fonts and Graphviz's release decide the rest),
/// with every engine but ``LayoutEngine/fdp``. Graphviz is not safe for threads: all renderers of a process
/// take turns, so rendering on several threads is allowed but not faster. Nothing is printed.
///
/// Without the package trait `Graphviz`, and in a released program where the library is not there, every
/// method throws ``RenderError/unavailable``.
public struct GraphRenderer: Sendable {
  /// Needs nothing: fonts and plugins are found when it first draws.
  public init() {}

  /// Whether this program can draw: it was built with Graphviz and, where it looks for the
  /// library only now, finds it.
  public static var isAvailable: Bool {
    #if Graphviz
      Graphviz.isAvailable
    #else
      false
    #endif
  }

  /// Draws the first graph of a DOT text.
  /// - Parameters:
  ///   - dot: DOT text in UTF-8.
  ///   - engine: nil takes what the text's `layout` attribute asks for where that is fast enough at this
  ///     size, else ``LayoutEngine/recommended(for:)``.
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

  /// Draws a knowledge graph as ``Picture`` describes it: one line for all statements between two entities,
  /// the most important lines unless the options ask for all, no label over another one or over an entity.
  /// - Parameters:
  ///   - engine: places entities and labels; nil takes the picture's own layout, and for
  ///     thousands of lines `sfdp`.
  ///   - options: how much is drawn; title, legend and so on.
  public func render(
    _ graph: KnowledgeGraph, ontology: Ontology, format: DrawingFormat, engine: LayoutEngine? = nil,
    options: PictureOptions = PictureOptions()
  ) throws(RenderError) -> [UInt8] {
    guard Self.isAvailable else { throw .unavailable }
    #if Graphviz
      let picture = Picture(graph, ontology: ontology, options: options)
      // Refused before a hundred megabytes of DOT are written.
      guard GraphSize(nodes: picture.entityCount, edges: picture.lineCount, cycles: 0).isDrawable else {
        throw .tooLarge(nodes: picture.entityCount, edges: picture.lineCount)
      }
      // So many labels find no room whatever is done: Graphviz places them as it can.
      guard picture.entityCount + picture.lineCount <= GraphSize.maximumNodes else {
        return try renderCrowd(graph, ontology: ontology, format: format, engine: engine, options: options)
      }
      guard let engine = engine ?? (picture.isLaidOutQuickly ? nil : .sfdp) else {
        return try Graphviz.drawPlaced(picture.dot(), format: format)
      }
      // Graphviz counts from the lower left.
      let places = try Graphviz.places(of: picture.skeleton(), engine: engine).map {
        PicturePoint(x: $0.x, y: -$0.y)
      }
      return try Graphviz.drawPlaced(picture.dot(near: places), format: format)
    #else
      throw .unavailable
    #endif
  }

  /// Thousands of lines, as ``DOTWriter`` describes them.
  private func renderCrowd(
    _ graph: KnowledgeGraph, ontology: Ontology, format: DrawingFormat, engine: LayoutEngine?,
    options: PictureOptions
  ) throws(RenderError) -> [UInt8] {
    // Entities that nothing is said of are in the files; in a picture they only take room.
    let linked = Set(graph.statements.flatMap { [$0.subject, $0.object] })
    var graph = graph
    if !linked.isEmpty { graph.entities.removeAll { !linked.contains($0.id) } }
    let writer = DOTWriter(
      ontology: ontology,
      options: DOTWriter.Options(
        title: options.title, showsLegend: options.showsLegend,
        engine: (engine ?? .recommended(for: GraphSize(of: graph))).rawValue, bundlesParallelStatements: true,
        showsTooltips: options.showsTooltips, linksEntities: options.linksEntities))
    return try render(writer.write(graph), format: format, engine: engine)
  }
}
