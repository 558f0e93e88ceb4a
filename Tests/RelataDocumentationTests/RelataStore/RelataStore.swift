import RelataGraph
import RelataQuery
import RelataStore
import Testing

// example
/// The sentences behind the best path between two entities of a graph file.
func quotes(
  from start: EntityID, to end: EntityID, inFileAt path: String
) throws -> [String] {
  let graph = try MappedGraph(mapping: path)
  let finder = try graph.finder(PathOptions(count: 1))
  return try finder.paths(from: start, to: end).flatMap(\.hops).map { hop in
    try graph.statement(hop.steps[0].statement).evidence.first?.quote ?? ""
  }
}
// end

// example
/// Puts a graph into a file, which takes its name only when it is complete.
func filed(
  _ graph: KnowledgeGraph, at path: String
) throws(MappedGraphError) -> MappedGraph {
  try MappedGraph.write(graph, to: path)
  return try MappedGraph(mapping: path)
}
// end

@Suite("Examples of RelataStore")
struct RelataStoreExamples {
  @Test("a graph in a file, and a path in it")
  func file() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("dispute.relata")
    #expect(try filed(Dispute.graph, at: path).knowledgeGraph() == Dispute.graph)
    #expect(
      try quotes(from: Dispute.marsh, to: Dispute.ortiz, inFileAt: path)
        == Dispute.pathOverUnion.map(\.evidence[0].quote))
  }
}
