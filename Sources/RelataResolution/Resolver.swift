public import RelataExtraction
public import RelataGazetteer
public import RelataGraph

/// Many documents → one graph: one entity for each thing in the world, one statement for each fact, and what cannot all be true.
///
/// The result does not depend on the order of the documents.
public struct Resolver: Sendable {
  let ontology: Ontology
  let gazetteer: Gazetteer
  let identities: IdentityRules

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
    let order = order(of: documents)
    let identified = identified(order.map { documents[$0] })
    var result = documents.map { _ in [EntityID]() }
    for (ids, index) in zip(identified.ids, order) { result[index] = ids }
    return result
  }

  /// As ``resolve(_:)``, with the rules that could not be kept.
  public func resolution(of documents: [ExtractedDocument]) -> Resolution {
    let identified = identified(order(of: documents).map { documents[$0] })
    let entities = identified.entities
    let types = Dictionary(entities.map { ($0.id, $0.type) }, uniquingKeysWith: { first, _ in first })
    let statements = StatementMerging(ontology: ontology, types: types).merge(identified.documents) {
      let ids = identified.ids[$0]
      return ids.indices.contains($1) ? ids[$1] : nil
    }
    let graph = KnowledgeGraph(
      entities: entities.sorted { $0.id < $1.id }, statements: statements,
      documents: identified.documents.map(\.record),
      contradictions: ContradictionFinder(ontology: ontology, entities: entities).find(in: statements))
    return Resolution(graph: graph, unmet: identified.unmet)
  }

  // MARK: Steps

  private struct Identified {
    /// In their order, with the types that they agree on.
    var documents: [ExtractedDocument]
    var entities: [Entity]
    /// For each document the entity that each of its entities is.
    var ids: [[EntityID]]
    var unmet: [UnmetIdentity]
  }

  /// The order in which documents are worked on, whatever the one in which they come.
  func order(of documents: [ExtractedDocument]) -> [Int] {
    documents.indices.sorted { first, second in
      let (a, b) = (documents[first], documents[second])
      return (a.record.id, a.record.title ?? "", a.record.wordCount, a.entities.count, a.statements.count)
        < (b.record.id, b.record.title ?? "", b.record.wordCount, b.entities.count, b.statements.count)
    }
  }

  private func identified(_ documents: [ExtractedDocument]) -> Identified {
    let types = TypeCompatibility(ontology: ontology)
    let documents = TypeConsensus(types: types, gazetteer: gazetteer).corrected(documents)
    let clustering = EntityClustering(ontology: ontology, gazetteer: gazetteer, identities: identities)
      .cluster(documents)
    let entities = EntityAssembly(ontology: ontology, gazetteer: gazetteer)
      .entities(clustering.groups, documents)
    var ids = documents.map { [EntityID](repeating: EntityID(rawValue: ""), count: $0.entities.count) }
    for (group, entity) in zip(clustering.groups, entities) {
      for reference in group.references { ids[reference.document][reference.entity] = entity.id }
    }
    return Identified(documents: documents, entities: entities, ids: ids, unmet: clustering.unmet)
  }
}
