public import RelataGraph

/// Writes a graph as a drawing in Graphviz's DOT language.
///
/// Entities have the colour and shape of their type, statements the line of their polarity and modality, a
/// label of relation, role and time, and a tooltip with the quote. Nodes grow a little with their statements,
/// lines with their evidence. A statement that others contradict is marked with ⚠. The most important
/// statements come first, in the file and on the label and in the tooltip of an edge that stands for several.
/// The file loads without a warning whatever the names.
///
/// Specification: https://graphviz.org/doc/info/lang.html
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
    /// Where the `dot` engine ranks nodes to.
    public var direction: Direction
    /// Whether all statements between the same two entities, in both directions, are one edge with a list of
    /// the three most important; its line is that of the strongest. Otherwise each statement is an edge, so
    /// that other programs read them all.
    public var bundlesParallelStatements: Bool
    /// Whether hovering over a node or an edge shows names, sources and quotes.
    public var showsTooltips: Bool
    /// Whether a node leads to the page of its entity, where Wikidata or GeoNames have one.
    public var linksEntities: Bool
    /// Which entities stand together in a frame (`dot`, `fdp` and `osage` draw frames); nil: none do.
    public var clusters: Clusters?

    /// The usual drawing: a legend, an edge for each statement, no clusters.
    public init(
      title: String? = nil, showsLegend: Bool = true, engine: String? = nil,
      direction: Direction = .leftToRight, bundlesParallelStatements: Bool = false,
      showsTooltips: Bool = true, linksEntities: Bool = true, clusters: Clusters? = nil
    ) {
      self.title = title
      self.showsLegend = showsLegend
      self.engine = engine
      self.direction = direction
      self.bundlesParallelStatements = bundlesParallelStatements
      self.showsTooltips = showsTooltips
      self.linksEntities = linksEntities
      self.clusters = clusters
    }
  }

  /// What gives types and relations their labels, kinds and links.
  public var ontology: Ontology
  /// What the drawing shows.
  public var options: Options

  /// Writes with the labels, colours and shapes of this ontology.
  public init(ontology: Ontology, options: Options = Options()) {
    self.ontology = ontology
    self.options = options
  }

  /// The drawing of a graph, or of the part of one that the caller chose, as UTF-8 DOT text.
  /// - Complexity: O(size of the graph).
  public func write(_ graph: KnowledgeGraph) -> [UInt8] { ByteStream.collect { write(graph, to: &$0) } }

  func write(_ graph: KnowledgeGraph, to bytes: inout ByteStream) {
    let view = GraphView(graph, ontology: ontology)
    let styles = Dictionary(
      view.entities.map { ($0.type, EntityStyle($0.type, in: ontology)) },
      uniquingKeysWith: { first, _ in first })
    bytes.write("digraph relata {\n" as StaticString)
    writeDefaults(to: &bytes)
    writeNodes(of: view, styles: styles, to: &bytes)
    writeEdges(of: view, to: &bytes)
    if options.showsLegend {
      legend(of: view, styles: styles).write(to: &bytes)
    }
    bytes.write("}\n" as StaticString)
  }

  private func writeDefaults(to bytes: inout ByteStream) {
    var graph = ""
    if let title = options.title {
      graph += "label=\(DOTText.quoted(title)), labelloc=t, fontsize=20, "
    }
    if let engine = options.engine { graph += "layout=\(DOTText.quoted(engine)), " }
    graph += "rankdir=\(options.direction.rawValue), overlap=false, splines=true, "
    graph +=
      "nodesep=0.35, ranksep=0.9, sep=\"+12\", pad=0.3, bgcolor=white, outputorder=edgesfirst, tooltip=\" \""
    bytes.write(
      """
        graph [\(graph), fontname=\(Self.font)];
        node [fontname=\(Self.font), fontsize=11, color="#4b5563", margin="0.14,0.07"];
        edge [fontname=\(Self.font), fontsize=9, arrowsize=0.7];

      """)
  }

  private func writeNodes(
    of view: GraphView, styles: [EntityType: EntityStyle], to bytes: inout ByteStream
  ) {
    let growths = view.growths
    let (frames, outside) = frames(of: view)
    for (number, frame) in frames.enumerated() {
      bytes.write(
        "  subgraph cluster_\(number) {\n    graph [label=\(DOTText.quoted(DOTText.shortened(frame.title, to: 60))), "
      )
      bytes.write("labelloc=t, fontsize=12, style=rounded, color=\"#d1d5db\", margin=12];\n")
      writeNodes(frame.entities, styles: styles, growths: growths, to: &bytes)
      bytes.write("  }\n" as StaticString)
    }
    writeNodes(outside, styles: styles, growths: growths, to: &bytes)
  }

  private func writeNodes(
    _ entities: [Entity], styles: [EntityType: EntityStyle], growths: [EntityID: Int],
    to bytes: inout ByteStream
  ) {
    bytes.writeInParts(of: entities.count) { range, bytes in
      for entity in entities[range] { write(entity, styles: styles, growths: growths, to: &bytes) }
    }
  }

  private func write(
    _ entity: Entity, styles: [EntityType: EntityStyle], growths: [EntityID: Int], to bytes: inout ByteStream
  ) {
    guard let style = styles[entity.type] else { return }
    let growth = growths[entity.id] ?? 0
    bytes.write("  " as StaticString)
    bytes.writeDOT(PortableText.identifier(entity.id))
    bytes.write(" [label=" as StaticString)
    bytes.writeDOT(DOTText.wrapped(DOTText.shortened(entity.name, to: 60), width: 20))
    bytes.write(", shape=" as StaticString)
    bytes.write(style.shape)
    bytes.write(", style=\"" as StaticString)
    bytes.write(style.style)
    bytes.write("\", fillcolor=\"" as StaticString)
    bytes.write(style.fill)
    bytes.write("\", fontcolor=\"" as StaticString)
    bytes.write(style.fontColor)
    bytes.write("\", fontsize=" as StaticString)
    bytes.write(10 + growth)
    bytes.write(", penwidth=" as StaticString)
    bytes.writeTenths(8 + 2 * growth)
    if options.linksEntities, let page = EntityPage.address(of: entity) {
      bytes.write(", URL=" as StaticString)
      bytes.writeDOT(page)
      bytes.write(", target=\"_blank\"" as StaticString)
    }
    // Without a tooltip of its own a node has its label's.
    bytes.write(", tooltip=" as StaticString)
    bytes.writeDOT(options.showsTooltips ? DOTTooltip.text(of: entity, style: style) : " ")
    bytes.write("];\n" as StaticString)
  }

  private func writeEdges(of view: GraphView, to bytes: inout ByteStream) {
    if options.bundlesParallelStatements { return writeBundles(of: view, to: &bytes) }
    let order = view.edges.byImportance
    bytes.writeInParts(of: order.count) { range, bytes in
      var tooltip = DOTTooltip()
      for index in order[range] { write(view.edges[index], in: view, tooltip: &tooltip, to: &bytes) }
    }
  }

  private func write(
    _ edge: GraphView.Edge, in view: GraphView, tooltip: inout DOTTooltip, to bytes: inout ByteStream
  ) {
    let line = LineStyle(edge.statement)
    writeEnds(of: edge, to: &bytes)
    bytes.write(" [label=" as StaticString)
    let label = view.drawnLabel(of: edge)
    if edge.statement.isOpen { bytes.write(DOTText.italic(label)) } else { bytes.writeDOT(label) }
    writeLine(line, support: edge.statement.evidence.count, to: &bytes)
    bytes.write(", fontcolor=\"" as StaticString)
    bytes.write(line.fontColor)
    bytes.write("\"" as StaticString)
    tooltip.clear()
    if options.showsTooltips { tooltip.add(edge, of: view) }
    write(tooltip, to: &bytes)
  }

  func writeEnds(of edge: GraphView.Edge, to bytes: inout ByteStream) {
    bytes.write("  " as StaticString)
    bytes.writeDOT(PortableText.identifier(edge.statement.subject))
    bytes.write(" -> " as StaticString)
    bytes.writeDOT(PortableText.identifier(edge.statement.object))
  }

  func writeLine(_ line: LineStyle, support: Int, to bytes: inout ByteStream) {
    bytes.write(", style=" as StaticString)
    bytes.write(line.dash)
    bytes.write(", color=\"" as StaticString)
    bytes.write(line.color)
    bytes.write("\", penwidth=" as StaticString)
    bytes.writeTenths(10 + 3 * min(4, max(0, support - 1)))
  }

  /// Ends the edge.
  func write(_ tooltip: borrowing DOTTooltip, to bytes: inout ByteStream) {
    bytes.write(", tooltip=" as StaticString)
    tooltip.write(to: &bytes)
    bytes.write(", labeltooltip=" as StaticString)
    tooltip.write(to: &bytes)
    bytes.write("];\n" as StaticString)
  }

  private func legend(of view: GraphView, styles: [EntityType: EntityStyle]) -> Legend {
    let present = Set(view.entities.map(\.type))
    let described = ontology.types.map(\.type)
    let order = described.filter(present.contains) + present.subtracting(described).sorted()
    return Legend(
      entityStyles: order.compactMap { styles[$0] },
      lineStyles: view.lineStyles.sorted(),
      hasContradictions: view.edges.hasContradictions)
  }

  private static let font = "\"Helvetica,Arial,sans-serif\""
}

extension ByteStream {
  fileprivate mutating func writeTenths(_ number: Int) {
    write(number / 10)
    append(UInt8(ascii: "."))
    write(number % 10)
  }
}
