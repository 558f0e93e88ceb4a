import RelataGraph
import RelataQuery
import Testing

// example
/// The connections that say most, as lines.
func informativePaths(
  from start: EntityID, to end: EntityID, in graph: KnowledgeGraph,
  ontology: Ontology
) -> [String] {
  let options = PathOptions(
    ranking: .informative, informativeness: Informativeness(ontology), count: 5)
  let paths = PathFinder(graph, options: options).paths(from: start, to: end)
  return paths.map { path in
    path.entities.map(\.rawValue).joined(separator: " – ")
  }
}
// end

// example
/// How influence could have travelled: by facts of the years before 2022, in
/// their order, not over Norway.
func influence() -> PathOptions {
  PathOptions(
    maximumHops: 6,
    statements: StatementSelection(
      isDirected: true, isAssertedOnly: true, minimumConfidence: 0.6,
      until: PartialDate(year: 2021)),
    avoid: [EntityID(rawValue: "country/norway")],
    isTimeRespecting: true)
}
// end

// example
/// A path, hop by hop, each with the sentence behind it.
func sentences(
  of path: GraphPath, in graph: KnowledgeGraph, ontology: Ontology
) -> [String] {
  path.hops.compactMap { hop in
    guard let step = hop.steps.first else { return nil }
    let statement = graph.statements[step.statement]
    let relation = ontology.relation(statement.relation)
    let label = relation?.label ?? statement.relation
    let reading = step.isForward ? label : relation?.inverse ?? "← \(label)"
    let quote = statement.evidence.first?.quote ?? ""
    return "\(hop.from) \(reading) \(hop.to): “\(quote)”"
  }
}
// end

// example
/// Who stands between two entities: nobody gets past those whose share is 1.
func gatekeepers(
  between start: EntityID, and end: EntityID, in graph: KnowledgeGraph
) -> [EntityID] {
  let report = PathFinder(graph).brokers(from: start, to: end)
  return report.brokers.filter { $0.share == 1 }.map(\.entity)
}
// end

@Suite("Examples of the article on paths")
struct FindingPathsExamples {
  private let ontology: Ontology

  init() throws { ontology = try Ontology.embedded(includesTriggers: false) }

  @Test("what says most comes first")
  func ranking() {
    let paths = informativePaths(
      from: Dispute.marsh, to: Dispute.ortiz, in: Dispute.graph, ontology: ontology)
    #expect(
      paths == [
        "person/ada-marsh – organization/harbour-union – person/ben-ortiz",
        "person/ada-marsh – country/norway – person/ben-ortiz",
      ])
  }

  @Test("only facts of some years, in their order, past some entities")
  func constraints() {
    let finder = PathFinder(Dispute.graph, options: influence())
    #expect(
      finder.paths(from: Dispute.marsh, to: Dispute.ortiz).map(\.entities)
        == [[Dispute.marsh, Dispute.union, Dispute.ortiz]])
    #expect(finder.paths(from: Dispute.ortiz, to: Dispute.marsh).isEmpty)
  }

  @Test("a path in words, in either direction")
  func words() throws {
    let finder = PathFinder(Dispute.graph)
    let path = try #require(finder.paths(from: Dispute.ortiz, to: Dispute.marsh).first)
    #expect(
      sentences(of: path, in: Dispute.graph, ontology: ontology) == [
        "person/ben-ortiz criticized by organization/harbour-union: “The Harbour Union criticized Ben Ortiz.”",
        "organization/harbour-union led by person/ada-marsh: “Ada Marsh leads the Harbour Union.”",
      ])
  }

  @Test("who stands between")
  func between() {
    #expect(gatekeepers(between: Dispute.marsh, and: Dispute.ortiz, in: Dispute.graph).isEmpty)
    let part = Dispute.graph.keepingStatements { $0.relation != "visited" }
    #expect(gatekeepers(between: Dispute.marsh, and: Dispute.ortiz, in: part) == [Dispute.union])
  }
}
