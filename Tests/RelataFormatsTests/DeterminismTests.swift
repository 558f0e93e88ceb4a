import RelataFormats
import RelataGraph
import Testing

@Suite struct DeterminismTests {
  /// The same entities with their dictionaries filled in another order and grown to another size.
  private func shuffled(_ graph: KnowledgeGraph) -> KnowledgeGraph {
    var graph = graph
    for index in graph.entities.indices {
      var identifiers: [String: String] = [:]
      identifiers.reserveCapacity(1 << (index % 12))
      for (scheme, value) in graph.entities[index].identifiers.sorted(by: { $0.key > $1.key }) {
        identifiers[scheme] = value
      }
      graph.entities[index].identifiers = identifiers
    }
    return graph
  }

  @Test(arguments: GraphFormat.allCases) func theSameGraphGivesTheSameBytes(format: GraphFormat) {
    var rich = Samples.conflict
    for index in 0..<50 { rich.entities[0].identifiers["scheme \(index)"] = "\(index)" }
    for graph in [rich, Samples.nasty, KnowledgeGraph()] {
      let files = format.files(for: graph, ontology: Samples.ontology)
      #expect(files.map(\.name) == format.fileNames)
      // In formats of lines nothing at all is said by nothing at all.
      #expect(
        files.allSatisfy { !$0.bytes.isEmpty }
          || ([.nquads, .followthemoney].contains(format) && graph == KnowledgeGraph()))
      for _ in 0..<5 {
        let again = format.files(for: shuffled(graph), ontology: Samples.ontology)
        #expect(again.map(\.name) == files.map(\.name) && again.map(\.bytes) == files.map(\.bytes))
      }
    }
  }

  @Test func fileNamesAreTheDocumentedOnes() {
    #expect(
      GraphFormat.allCases.flatMap(\.fileNames)
        == [
          "graph.dot", "graph.graphml", "graph.jsonld", "nodes.csv", "edges.csv", "graph.ttl", "graph.nq",
          "graph.gexf", "graph.cypher", "graph.cyjs", "graph.json",
          "graph.ftm.json", "ontology.ttl", "shapes.ttl",
        ])
  }
}
