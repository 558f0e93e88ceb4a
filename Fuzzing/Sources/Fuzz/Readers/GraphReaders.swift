import Relata

enum GraphReaders {
  /// Parts the tables of a pair.
  static let border = Array("\n---\n".utf8)

  static func jsonld() -> Target {
    let writer = JSONLDWriter(ontology: Shared.ontology)
    return Target { bytes in
      guard let graph = try? JSONLDReader.read(bytes) else { return }
      check(graph, bytes)
      let again = try? JSONLDReader.read(writer.write(graph))
      precondition(again != nil, "what is written of a graph that was read cannot be read")
    }
  }

  static func graphml() -> Target {
    let reader = GraphMLReader(ontology: Shared.ontology)
    return Target { bytes in
      guard let imported = try? reader.read(bytes) else { return }
      check(imported.graph, bytes)
    }
  }

  static func csv() -> Target {
    let reader = CSVReader(ontology: Shared.ontology)
    return Target { bytes in
      var nodes = bytes
      var edges: [UInt8] = []
      if let place = bytes.firstRange(of: border) {
        nodes = Array(bytes[..<place.lowerBound])
        edges = Array(bytes[place.upperBound...])
      }
      _ = CSVReader.table(of: nodes)
      guard let imported = try? reader.read(nodes: nodes, edges: edges) else { return }
      check(imported.graph, bytes)
    }
  }

  static func nodelink() -> Target {
    let reader = NodeLinkReader(ontology: Shared.ontology)
    return Target { bytes in
      guard let imported = try? reader.read(bytes) else { return }
      check(imported.graph, bytes)
    }
  }

  /// What is done with a graph once it is read: a graph file of it answers the same, and
  /// every format can be written.
  private static func check(_ graph: KnowledgeGraph, _ bytes: [UInt8]) {
    guard bytes.isOne(of: 8) else { return }
    if let mapped = try? MappedGraph(graph) {
      precondition((try? mapped.knowledgeGraph()) == graph, "a graph file of it has another graph")
    }
    guard bytes.isOne(of: 64) else { return }
    let options = ExportOptions(layout: GraphLayout())
    for format in GraphFormat.allCases where format.hasGraph {
      for file in format.files(for: graph, ontology: Shared.ontology, options: options) { _ = file.bytes }
    }
  }
}
