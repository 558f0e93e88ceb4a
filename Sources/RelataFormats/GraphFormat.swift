public import RelataGraph

/// A file as an exporter hands it over; writing it somewhere is the caller's affair.
public struct ExportedFile: Hashable, Sendable {
  /// The file name, without a folder.
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

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
  /// - Complexity: O(size of the graph).
  public func files(
    for graph: KnowledgeGraph, ontology: Ontology, options: ExportOptions = ExportOptions()
  ) -> [ExportedFile] {
    let contents: [[UInt8]] =
      switch self {
      case .dot: [DOTWriter(ontology: ontology, options: options.dot).write(graph)]
      case .graphml: [GraphMLWriter(ontology: ontology, isForYEd: options.isForYEd).write(graph)]
      case .jsonld: [JSONLDWriter(ontology: ontology).write(graph)]
      case .csv:
        [
          CSVWriter(ontology: ontology).nodes(of: graph),
          CSVWriter(ontology: ontology).edges(of: graph),
        ]
      case .turtle: [RDFWriter(ontology: ontology).turtle(graph)]
      case .nquads: [RDFWriter(ontology: ontology).nQuads(graph)]
      case .gexf: [GEXFWriter(ontology: ontology).write(graph)]
      case .cypher: [CypherWriter(ontology: ontology, dialect: options.cypher).write(graph)]
      case .cytoscape: [CytoscapeWriter(ontology: ontology).write(graph)]
      case .nodelink: [NodeLinkWriter(ontology: ontology).write(graph)]
      case .followthemoney: [FollowTheMoneyWriter(ontology: ontology).write(graph)]
      case .ontology: [OntologyWriter(ontology: ontology).write()]
      case .shapes: [ShapesWriter(ontology: ontology).write()]
      }
    return zip(fileNames, contents).map { ExportedFile(name: $0, bytes: $1) }
  }
}

/// The choices that some formats offer; each has a default.
public struct ExportOptions: Hashable, Sendable {
  public var dot: DOTWriter.Options
  /// Whether GraphML has yEd's graphics.
  public var isForYEd: Bool
  public var cypher: CypherWriter.Dialect

  public init(
    dot: DOTWriter.Options = .init(), isForYEd: Bool = false, cypher: CypherWriter.Dialect = .openCypher
  ) {
    self.dot = dot
    self.isForYEd = isForYEd
    self.cypher = cypher
  }
}
