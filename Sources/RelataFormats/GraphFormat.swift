public import RelataGraph
public import RelataLayout

/// The formats in which a graph can be written; `Documentation/formats.md` says what each keeps and loses.
public enum GraphFormat: String, CaseIterable, Sendable {
  /// A drawing for Graphviz.
  case dot
  /// For NetworkX, igraph, Gephi, yEd; ``GraphMLReader`` reads it back.
  case graphml
  /// RDF that carries the whole graph; ``JSONLDReader`` reads it back.
  case jsonld
  /// Two tables with the headers of Neo4j's bulk import; ``CSVReader`` reads them back.
  case csv
  /// The same RDF for people and triple stores.
  case turtle
  /// The same RDF with a named graph for each document.
  case nquads
  /// For Gephi, with a timeline.
  case gexf
  /// A script for Neo4j and other databases that understand Cypher.
  case cypher
  /// Cytoscape JSON.
  case cytoscape
  /// Node-link JSON, for D3 and NetworkX.
  case nodelink
  /// A stream of FollowTheMoney entities.
  case followthemoney
  /// The RDF vocabulary: the ontology, whatever the graph.
  case ontology
  /// SHACL shapes of the RDF formats, whatever the graph.
  case shapes

  /// What `relata build` writes unless it is told otherwise.
  public static let usual: [GraphFormat] = [.dot, .graphml, .jsonld, .csv]

  /// Whether the file tells of a graph, and not of the ontology alone.
  public var hasGraph: Bool { self != .ontology && self != .shapes }

  /// Whether a file says where the entities stand, if ``ExportOptions/layout`` does.
  public var hasPlaces: Bool { self == .graphml || self == .gexf || self == .cytoscape }

  /// The names of the files that ``files(for:ontology:options:)`` returns, in its order.
  public var fileNames: [String] {
    switch self {
    case .dot: ["graph.dot"]
    case .graphml: ["graph.graphml"]
    case .jsonld: ["graph.jsonld"]
    case .csv: ["nodes.csv", "edges.csv"]
    case .turtle: ["graph.ttl"]
    case .nquads: ["graph.nq"]
    case .gexf: ["graph.gexf"]
    case .cypher: ["graph.cypher"]
    case .cytoscape: ["graph.cyjs"]
    case .nodelink: ["graph.json"]
    case .followthemoney: ["graph.ftm.json"]
    case .ontology: ["ontology.ttl"]
    case .shapes: ["shapes.ttl"]
    }
  }

  /// The graph in this format. The same graph gives the same bytes.
  ///
  /// Nothing is written before somebody asks a file for its bytes, or where they are to go.
  /// - Complexity: O(size of the graph), when the bytes are asked for.
  public func files(
    for graph: KnowledgeGraph, ontology: Ontology, options: ExportOptions = ExportOptions()
  ) -> [ExportedFile] {
    let format = self
    return fileNames.enumerated().map { number, name in
      ExportedFile(name: name) {
        format.write(graph, ontology: ontology, options: options, fileNumber: number, to: &$0)
      }
    }
  }

  private func write(
    _ graph: KnowledgeGraph, ontology: Ontology, options: ExportOptions, fileNumber: Int,
    to bytes: inout ByteStream
  ) {
    switch self {
    case .dot: DOTWriter(ontology: ontology, options: options.dot).write(graph, to: &bytes)
    case .graphml:
      GraphMLWriter(ontology: ontology, isForYEd: options.isForYEd, layout: options.layout).write(
        graph, to: &bytes)
    case .jsonld: JSONLDWriter(ontology: ontology).write(graph, to: &bytes)
    case .csv:
      let writer = CSVWriter(ontology: ontology, isForSpreadsheets: options.isForSpreadsheets)
      if fileNumber == 0 {
        writer.writeNodes(of: graph, to: &bytes)
      } else {
        writer.writeEdges(of: graph, to: &bytes)
      }
    case .turtle: RDFWriter(ontology: ontology).writeTurtle(graph, to: &bytes)
    case .nquads: RDFWriter(ontology: ontology).writeNQuads(graph, to: &bytes)
    case .gexf: GEXFWriter(ontology: ontology, layout: options.layout).write(graph, to: &bytes)
    case .cypher: CypherWriter(ontology: ontology, dialect: options.cypher).write(graph, to: &bytes)
    case .cytoscape: CytoscapeWriter(ontology: ontology, layout: options.layout).write(graph, to: &bytes)
    case .nodelink: NodeLinkWriter(ontology: ontology).write(graph, to: &bytes)
    case .followthemoney: FollowTheMoneyWriter(ontology: ontology).write(graph, to: &bytes)
    case .ontology: bytes.append(contentsOf: OntologyWriter(ontology: ontology).write())
    case .shapes: bytes.append(contentsOf: ShapesWriter(ontology: ontology).write())
    }
  }
}

/// The choices that some formats offer; each has a default.
public struct ExportOptions: Hashable, Sendable {
  /// What a drawing shows.
  public var dot: DOTWriter.Options
  /// Whether GraphML has yEd's graphics.
  public var isForYEd: Bool
  /// Which databases a Cypher script is for.
  public var cypher: CypherWriter.Dialect
  /// Whether tables are made for spreadsheets, which would compute text that looks like a formula.
  public var isForSpreadsheets: Bool
  /// Where the entities stand, for formats that can say so (``GraphFormat/hasPlaces``).
  public var layout: GraphLayout?

  /// The usual form of each format; the layout is computed where a format wants places and none is given.
  public init(
    dot: DOTWriter.Options = .init(), isForYEd: Bool = false, cypher: CypherWriter.Dialect = .openCypher,
    isForSpreadsheets: Bool = false, layout: GraphLayout? = nil
  ) {
    self.dot = dot
    self.isForYEd = isForYEd
    self.cypher = cypher
    self.isForSpreadsheets = isForSpreadsheets
    self.layout = layout
  }
}
