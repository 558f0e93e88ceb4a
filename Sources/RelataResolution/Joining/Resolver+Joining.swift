public import RelataGraph

extension Resolver {
  /// What a few new documents change of a graph that was made of many: what they say joins the entities and statements that are there by
  /// the rules by which ``resolve(_:)`` joins documents.
  ///
  /// It is less than resolving all documents anew: no two entities of the graph become one, none gets another name or type, and copies
  /// of what was decided before are not decided again. What takes time grows with the new documents and not with the graph.
  ///
  /// - Parameters:
  ///   - documents: whose identifiers the graph does not have.
  ///   - graph: made by the same ontology, gazetteer and rules.
  ///   - candidates: the entities of the graph that the documents may speak of: all those with a name like one of theirs.
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
}
