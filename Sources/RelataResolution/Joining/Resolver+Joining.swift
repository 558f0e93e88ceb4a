public import RelataExtraction
public import RelataGraph
import RelataNames

extension Resolver {
  /// What a few new documents change of a graph that was made of many: what they say joins the entities and
  /// statements that are there by the rules by which ``resolve(_:)`` joins documents.
  ///
  /// It is less than resolving all documents anew: no two entities of the graph become one, none gets another
  /// name or type, and copies of what was decided before are not decided again. What takes time grows with
  /// the new documents and not with the graph.
  ///
  /// Of a graph that a person has corrected: ``Corrections/mayConcern(_:candidates:changed:applied:)`` says
  /// whether it can be changed so.
  ///
  /// - Parameters:
  ///   - documents: whose identifiers the graph does not have.
  ///   - graph: made by the same ontology, gazetteer and rules.
  ///   - candidates: the entities of the graph that the documents may speak of: all those with a name
  ///     like one of ``names(of:)``.
  /// - Throws: what `graph` throws.
  public func change<Graph: KnownGraph>(
    of graph: Graph, by documents: PackedDocuments, candidates: [Entity]
  ) throws(Graph.Failure) -> GraphChange {
    let joined = try IdentityJoining(ontology: ontology, gazetteer: gazetteer, identities: identities)
      .join(documents.selecting(documents.order()), to: candidates) { (id) throws(Graph.Failure) in
        try graph.entity(id) != nil
      }
    let types = Dictionary(joined.entities.map { ($0.id, $0.type) }, uniquingKeysWith: { first, _ in first })
    let new = StatementRows(joined.documents, EntityNumbers(joined.ids), ontology: ontology).statements()
    let statements = try StatementJoining(ontology: ontology, types: types, graph: graph).join(new)
    let contradictions = try ContradictionJoining(
      ontology: ontology, graph: graph, entities: joined.entities
    ).find(statements.added, without: statements.removed)
    return GraphChange(
      entities: joined.entities.sorted { $0.id < $1.id }, removedStatements: statements.removed,
      addedStatements: statements.added, documents: joined.documents.indices.map(joined.documents.record),
      contradictions: contradictions)
  }

  /// The names by which the entities of a graph are found that new documents may speak of: their
  /// own, those by which the gazetteer's identifiers may be known to others, and those that the user
  /// takes for one with these.
  public func names(of documents: [ExtractedDocument]) -> Set<String> {
    let names = Set(
      documents.lazy.flatMap(\.entities).filter { !$0.isDescribed }
        .flatMap { [$0.name] + $0.names.map(\.name) + $0.identifiers.values })
    guard !identities.same.isEmpty else { return names }
    let folded = Set(names.lazy.map(NameWords.folded))
    return identities.same.reduce(into: names) { names, rule in
      if rule.names.contains(where: { folded.contains(NameWords.folded($0)) }) { names.formUnion(rule.names) }
    }
  }
}
