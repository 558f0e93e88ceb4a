import ArgumentParser
import Relata

/// Which format to choose for which tool, as `relata export --help` tells it.
enum FormatGuide {
  static let names = GraphFormat.allCases.map(\.rawValue).joined(separator: ", ")

  /// Two columns, one line a format.
  static var table: String {
    let width = (GraphFormat.allCases.map(\.rawValue.count).max() ?? 0) + 2
    return GraphFormat.allCases.map { format in
      "  " + format.rawValue + String(repeating: " ", count: width - format.rawValue.count) + format.use
    }.joined(separator: "\n")
  }

  static func format(named name: String) throws -> GraphFormat {
    guard let format = GraphFormat(rawValue: name.lowercased()) else {
      throw ValidationError(elsewhere[name.lowercased()] ?? "there are \(names)")
    }
    return format
  }

  /// Formats of pictures and pages, by the command that writes them.
  private static let elsewhere = [
    "svg": "“relata render” draws it", "png": "“relata render” draws it", "pdf": "“relata render” draws it",
    "html": "“relata explore” writes it",
  ]
}

extension GraphFormat {
  /// The tools that read it, then what it is best for.
  fileprivate var use: String {
    switch self {
    case .dot: "Graphviz: a drawing with a legend"
    case .graphml: "yEd, Gephi, Cytoscape, NetworkX, igraph: all attributes, typed"
    case .jsonld: "everything; relata itself reads it, and any JSON-LD 1.1 processor"
    case .csv: "Neo4j (bulk import), ladybug, kuzu, spreadsheets: one row a statement"
    case .turtle: "triple stores, Protégé, SPARQL: the RDF of the JSON-LD, readable"
    case .nquads: "triple stores with named graphs: who says what, one graph a document"
    case .gexf: "Gephi: colours, sizes and a timeline from the statements' dates"
    case .cypher: "Neo4j, Memgraph, FalkorDB (or ladybug, kuzu): a script to run"
    case .cytoscape: "Cytoscape and Cytoscape.js; NetworkX by cytoscape_graph"
    case .nodelink: "D3 and other JavaScript; NetworkX by node_link_graph(edges=\"links\")"
    case .followthemoney: "Aleph and other tools for investigations: persons, organisations, places, links"
    case .ontology: "the vocabulary of the RDF formats, for reasoners and Protégé; needs no GRAPH"
    case .shapes: "SHACL shapes that check the RDF formats; needs no GRAPH"
    }
  }
}
