import RelataGraph
import Testing

// example
/// What one sentence says, as a graph.
func visit() -> KnowledgeGraph {
  let marsh = Entity(
    id: EntityID(rawValue: "person/ada-marsh"), name: "Ada Marsh",
    type: .person)
  let oslo = Entity(
    id: EntityID(rawValue: "city/oslo"), name: "Oslo", type: .city)
  let text = "Ada Marsh visited Oslo on 3 May 2021."
  let statement = Statement(
    subject: marsh.id, relation: "visited", object: oslo.id,
    time: TimeSpan(at: PartialDate(year: 2021, month: 5, day: 3)),
    evidence: [
      Evidence(document: "visit.txt", start: 0, end: 37, quote: text)
    ])
  return KnowledgeGraph(
    entities: [oslo, marsh], statements: [statement],
    documents: [DocumentRecord(id: "visit.txt", text: text)])
}
// end

// example
/// Whether the ends of a statement are of types that its relation allows.
func isWellTyped(
  _ statement: Statement, in graph: KnowledgeGraph, by ontology: Ontology
) -> Bool {
  guard let relation = ontology.relation(statement.relation),
    let subject = graph.entities.first(where: { $0.id == statement.subject }),
    let object = graph.entities.first(where: { $0.id == statement.object })
  else { return false }
  return ontology.allows(subject.type, in: relation.domain)
    && ontology.allows(object.type, in: relation.range)
}
// end

@Suite("Examples of RelataGraph")
struct RelataGraphExamples {
  @Test("a sentence as a graph, whose evidence is all of its text")
  func sentence() throws {
    let graph = visit()
    #expect(graph.documents[0].text?.unicodeScalars.count == graph.statements[0].evidence[0].end)
    let ontology = try Ontology.embedded(includesTriggers: false)
    #expect(isWellTyped(graph.statements[0], in: graph, by: ontology))
    var reversed = graph.statements[0]
    swap(&reversed.subject, &reversed.object)
    #expect(!isWellTyped(reversed, in: graph, by: ontology))
  }
}
