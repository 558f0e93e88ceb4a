import RelataGraph
import RelataQuery
import Testing

// example
/// The statements of the best path between two entities, by their names.
func connection(
  between one: String, and other: String, in graph: KnowledgeGraph
) -> [Statement] {
  let names = EntityMatcher(graph)
  guard case .unique(let start) = names.find(one),
    case .unique(let end) = names.find(other)
  else { return [] }
  let finder = PathFinder(graph)
  let best = finder.paths(from: start.entity.id, to: end.entity.id).first
  return (best?.hops ?? []).map { graph.statements[$0.steps[0].statement] }
}
// end

// example
/// Who leads a group that criticized somebody, and whom.
func criticsLeaders(
  in graph: KnowledgeGraph, ontology: Ontology
) throws(PatternError) -> [[String]] {
  let query = try PatternQuery(
    "(p:Person)-[:leads]->(g)-[:criticized]->(q) RETURN p, q")
  let answer = try PatternMatcher(graph, ontology: ontology).match(query)
  return answer.rows.map { $0.values.map(\.plainText) }
}
// end

@Suite("Examples of RelataQuery")
struct RelataQueryExamples {
  @Test("a path by names")
  func names() {
    #expect(connection(between: "Marsh", and: "Ben Ortiz", in: Dispute.graph) == Dispute.pathOverUnion)
    #expect(connection(between: "Marsh", and: "Nobody", in: Dispute.graph).isEmpty)
  }

  @Test("a pattern")
  func pattern() throws {
    let ontology = try Ontology.embedded(includesTriggers: false)
    #expect(
      try criticsLeaders(in: Dispute.graph, ontology: ontology)
        == [[Dispute.marsh.rawValue, Dispute.ortiz.rawValue]])
  }
}
