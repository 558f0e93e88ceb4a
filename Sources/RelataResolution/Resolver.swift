public import RelataExtraction
public import RelataGazetteer
public import RelataGraph

/// Many documents → one graph: one entity for each thing in the world, one statement for each fact, and what cannot all be true.
///
/// The result does not depend on the order of the documents.
public struct Resolver: Sendable {
  private let ontology: Ontology
  private let gazetteer: Gazetteer

  public init(ontology: Ontology, gazetteer: Gazetteer) {
    self.ontology = ontology
    self.gazetteer = gazetteer
  }

  /// The documents' identifiers should be distinct.
  /// - Complexity: O(n log n) in the number of entities and statements for texts whose names are mostly different.
  public func resolve(_ documents: [ExtractedDocument]) -> KnowledgeGraph {
    let sorted = documents.sorted { a, b in
      (a.record.id, a.record.title ?? "", a.record.wordCount, a.entities.count, a.statements.count)
        < (b.record.id, b.record.title ?? "", b.record.wordCount, b.entities.count, b.statements.count)
    }
    let consensus = TypeConsensus(types: TypeCompatibility(ontology: ontology), gazetteer: gazetteer)
    let documents = consensus.corrected(sorted)
    let groups = EntityClustering(ontology: ontology, gazetteer: gazetteer).groups(documents)
    let entities = EntityAssembly(ontology: ontology, gazetteer: gazetteer).entities(groups, documents)
    var ids: [EntityReference: EntityID] = [:]
    for (group, entity) in zip(groups, entities) {
      for reference in group { ids[reference] = entity.id }
    }
    let statements = StatementMerging(ontology: ontology).merge(documents) { document, entity in
      ids[EntityReference(document: document, entity: entity)]
    }
    return KnowledgeGraph(
      entities: entities.sorted { $0.id < $1.id }, statements: statements, documents: documents.map(\.record),
      contradictions: ContradictionFinder(ontology: ontology, entities: entities).find(in: statements))
  }
}
