public import RelataExtraction
public import RelataGazetteer
public import RelataGraph

/// Many documents → one graph: one entity for each thing in the world, one statement for each fact, and what cannot all be true.
///
/// The result does not depend on the order of the documents.
public struct Resolver: Sendable {
  private let ontology: Ontology
  private let gazetteer: Gazetteer
  private let identities: IdentityRules

  /// - Parameter identities: which names are one thing's and which are not, by the word of a user.
  public init(ontology: Ontology, gazetteer: Gazetteer, identities: IdentityRules = IdentityRules()) {
    self.ontology = ontology
    self.gazetteer = gazetteer
    self.identities = identities
  }

  /// The graph of many documents, and what a user should know of how it came about.
  public struct Resolution: Hashable, Sendable {
    public var graph: KnowledgeGraph
    /// Rules of the user that name nothing or could not be kept, in the order of their file.
    public var unmet: [UnmetIdentity]

    public init(graph: KnowledgeGraph, unmet: [UnmetIdentity] = []) {
      self.graph = graph
      self.unmet = unmet
    }
  }

  /// The documents' identifiers should be distinct.
  /// - Complexity: O(n log n) in the number of entities and statements for texts whose names are mostly different.
  public func resolve(_ documents: [ExtractedDocument]) -> KnowledgeGraph {
    resolution(of: documents).graph
  }

  /// Which entity of the graph each entity of each document is, in the order of the documents.
  /// - Complexity: as ``resolve(_:)``, without the statements.
  public func identify(_ documents: [ExtractedDocument]) -> [[EntityID]] {
    let order = documents.indices.sorted { sortsBefore(documents[$0], documents[$1]) }
    let consensus = TypeConsensus(types: TypeCompatibility(ontology: ontology), gazetteer: gazetteer)
    let sorted = consensus.corrected(order.map { documents[$0] })
    let clustering = EntityClustering(ontology: ontology, gazetteer: gazetteer, identities: identities)
      .cluster(sorted)
    let entities = EntityAssembly(ontology: ontology, gazetteer: gazetteer).entities(
      clustering.groups, sorted)
    var result = documents.map { [EntityID?](repeating: nil, count: $0.entities.count) }
    for (group, entity) in zip(clustering.groups, entities) {
      for reference in group.references { result[order[reference.document]][reference.entity] = entity.id }
    }
    return result.map { $0.compactMap(\.self) }
  }

  private func sortsBefore(_ a: ExtractedDocument, _ b: ExtractedDocument) -> Bool {
    (a.record.id, a.record.title ?? "", a.record.wordCount, a.entities.count, a.statements.count)
      < (b.record.id, b.record.title ?? "", b.record.wordCount, b.entities.count, b.statements.count)
  }

  /// As ``resolve(_:)``, with the rules that could not be kept.
  public func resolution(of documents: [ExtractedDocument]) -> Resolution {
    let sorted = documents.sorted(by: sortsBefore)
    let consensus = TypeConsensus(types: TypeCompatibility(ontology: ontology), gazetteer: gazetteer)
    let documents = consensus.corrected(sorted)
    let clustering = EntityClustering(ontology: ontology, gazetteer: gazetteer, identities: identities)
      .cluster(documents)
    let groups = clustering.groups
    let entities = EntityAssembly(ontology: ontology, gazetteer: gazetteer).entities(groups, documents)
    var ids: [EntityReference: EntityID] = [:]
    for (group, entity) in zip(groups, entities) {
      for reference in group.references { ids[reference] = entity.id }
    }
    let types = Dictionary(entities.map { ($0.id, $0.type) }, uniquingKeysWith: { first, _ in first })
    let statements = StatementMerging(ontology: ontology, types: types).merge(documents) { document, entity in
      ids[EntityReference(document: document, entity: entity)]
    }
    let graph = KnowledgeGraph(
      entities: entities.sorted { $0.id < $1.id }, statements: statements, documents: documents.map(\.record),
      contradictions: ContradictionFinder(ontology: ontology, entities: entities).find(in: statements))
    return Resolution(graph: graph, unmet: clustering.unmet)
  }
}
