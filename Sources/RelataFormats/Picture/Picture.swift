public import RelataGraph

/// A graph as a picture that can be read: parallel statements as one line with a short list, the most
/// important lines only, and all entities and labels placed so that none lies over another.
///
/// The same graph gives the same picture, on every machine.
public struct Picture: Sendable {
  let content: PictureContent
  let nodes: [PictureNode]
  let options: PictureOptions
  let problem: LayoutProblem

  /// Chooses what is drawn and measures it.
  /// - Complexity: O(*n* log *n*) for *n* statements, and O(*b*²) at worst to connect *b* bundles of them.
  public init(_ graph: KnowledgeGraph, ontology: Ontology, options: PictureOptions = PictureOptions()) {
    let content = PictureContent(graph, ontology: ontology, lineLimit: options.lineLimit)
    self.content = content
    self.options = options
    let growths = content.view.growths
    nodes = content.entities.map { index in
      let entity = content.view.entities[index]
      return PictureNode(
        entity: entity, style: EntityStyle(entity.type, in: ontology), lines: PictureText.name(entity.name),
        growth: growths[entity.id] ?? 0)
    }
    let places = content.places
    problem = LayoutProblem(
      nodes: nodes.map(\.extent),
      links: zip(content.bundles, content.labels).map { bundle, label in
        LayoutProblem.Link(
          first: places[bundle.first] ?? 0, second: places[bundle.second] ?? 0, label: label.size)
      })
  }

  /// How many entities, lines and statements are drawn, and how many are not.
  public var entityCount: Int { nodes.count }
  /// How many lines are drawn: one for all statements between two entities.
  public var lineCount: Int { content.bundles.count }
  /// How many entities of the graph are left out.
  public var omittedEntityCount: Int { content.omittedEntities }
  /// How many statements of the graph are left out.
  public var omittedStatementCount: Int { content.omittedStatements }

  /// Whether the picture is small enough for its own layout.
  public var isLaidOutQuickly: Bool { nodes.count + lineCount <= PictureLayout.maximumBoxes }

  /// The middle of each entity that is drawn.
  /// - Complexity: O(*n*²) for *n* entities and lines.
  public func positions() -> [EntityID: PicturePoint] {
    let layout = PictureLayout(problem)
    return Dictionary(
      zip(nodes.map(\.entity.id), layout.nodes), uniquingKeysWith: { first, _ in first })
  }

  /// The picture as DOT text in which every place is given: Graphviz' engine `nop2` draws it as it is.
  /// - Parameter places: where entities and then labels are to be about, e.g. by another layout of
  ///   ``skeleton()``; nil for the picture's own layout.
  /// - Complexity: O(*n*²) for *n* entities and lines.
  public func dot(near places: [PicturePoint]? = nil) -> [UInt8] {
    let layout = places.map { PictureLayout(problem, near: $0) } ?? PictureLayout(problem)
    return ByteStream.collect { PictureWriter(picture: self, layout: layout).write(to: &$0) }
  }

  /// Entities and labels without text, each of its size and named by its number, for a layout by Graphviz.
  /// - Complexity: O(*n*) for *n* entities and lines.
  public func skeleton() -> [UInt8] {
    ByteStream.collect { bytes in
      bytes.write(
        "digraph {\ngraph [rankdir=LR, overlap=prism, sep=\"+4\", nodesep=0.1, ranksep=0.3, splines=line];\n"
          as StaticString)
      bytes.write("node [shape=box, fixedsize=true, label=\"\"];\n" as StaticString)
      for (index, size) in problem.boxes.enumerated() {
        bytes.write("\(index) [width=\(size.width / 72), height=\(size.height / 72)];\n")
      }
      for (index, link) in problem.links.enumerated() {
        let label = nodes.count + index
        bytes.write("\(link.first) -> \(label) -> \(link.second);\n")
      }
      bytes.write("}\n" as StaticString)
    }
  }
}
