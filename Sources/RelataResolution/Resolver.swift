public import RelataExtraction
public import RelataGazetteer
public import RelataGraph

/// Many documents → one graph: one entity for each thing in the world, one statement for each fact, and
/// what cannot all be true.
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
    /// One graph of all documents.
    public var graph: KnowledgeGraph
    /// Rules of the user that name nothing or could not be kept, in the order of their file.
    public var unmet: [UnmetRule]

    /// A resolution of these parts.
    public init(graph: KnowledgeGraph, unmet: [UnmetRule] = []) {
      self.graph = graph
      self.unmet = unmet
    }
  }

  /// The documents' identifiers are to be distinct, and all evidence is to be of its document's own text.
  /// - Complexity: O(n log n) in the number of entities and statements for texts whose
  ///   names are mostly different.
  public func resolve(_ documents: [ExtractedDocument]) -> KnowledgeGraph {
    resolution(of: PackedDocuments(documents)).graph
  }

  /// As ``resolve(_:)``, with the rules that could not be kept.
  public func resolution(of documents: [ExtractedDocument]) -> Resolution {
    resolution(of: PackedDocuments(documents))
  }

  /// As ``resolve(_:)``, with the rules that could not be kept.
  public func resolution(of documents: PackedDocuments) -> Resolution {
    var graph = KnowledgeGraph()
    let unmet = resolve(documents, into: &graph)
    graph.checkInvariants()
    return Resolution(graph: graph, unmet: unmet)
  }

  /// As ``resolve(_:)``, without the graph ever being there as a whole.
  ///
  /// - Returns: the rules of the user that name nothing or could not be kept, in the order of their file.
  /// - Throws: what the consumer throws.
  public func resolve<Consumer: GraphConsumer>(
    _ documents: PackedDocuments, into graph: inout Consumer
  ) throws(Consumer.Failure) -> [UnmetRule] {
    let identified = identified(documents.selecting(documents.order()))
    try graph.begin(identified.numbers.ids)
    try addEntities(of: identified, to: &graph)
    try addStatements(of: identified, to: &graph)
    return identified.unmet
  }

  /// Which entity of the graph each entity of each document is, in the order of the documents.
  /// - Complexity: as ``resolve(_:)``, without the statements.
  public func identify(_ documents: [ExtractedDocument]) -> [[EntityID]] {
    let packed = PackedDocuments(documents)
    let order = packed.order()
    let identified = identified(packed.selecting(order))
    var result = documents.map { _ in [EntityID]() }
    for (place, index) in order.enumerated() { result[index] = identified.numbers.ids(of: place) }
    return result
  }

  /// As ``resolve(_:)`` and ``identify(_:)`` in one, of documents in the order of their identifiers.
  ///
  /// - Parameter same: entities of different documents that are known to be one; kept apart all the same
  ///   where their types or identifiers exclude each other.
  package func resolve(
    _ documents: [ExtractedDocument], same: [[EntityReference]]
  ) -> (graph: KnowledgeGraph, ids: [[EntityID]]) {
    let packed = PackedDocuments(documents)
    let identified = identified(packed.selecting(packed.order()), same: same)
    var graph = KnowledgeGraph()
    graph.begin(identified.numbers.ids)
    addEntities(of: identified, to: &graph)
    addStatements(of: identified, to: &graph)
    return (graph, documents.indices.map { identified.numbers.ids(of: $0) })
  }

  // MARK: Steps

  private struct Identified {
    /// In their order, with the types that they agree on.
    var documents: PackedDocuments
    var groups: [EntityClustering.Result.Group]
    /// Of the groups.
    var heads: [EntityHead]
    var numbers: EntityNumbers
    var unmet: [UnmetRule]
  }

  private func identified(_ documents: PackedDocuments, same: [[EntityReference]] = []) -> Identified {
    var documents = documents
    TypeConsensus(types: TypeCompatibility(ontology: ontology), gazetteer: gazetteer).correct(&documents)
    let clustering = EntityClustering(ontology: ontology, gazetteer: gazetteer, identities: identities)
      .cluster(documents, same: same)
    let heads = EntityAssembly(ontology: ontology, gazetteer: gazetteer).heads(clustering.groups, documents)
    return Identified(
      documents: documents, groups: clustering.groups, heads: heads,
      numbers: EntityNumbers(heads, clustering.groups, documents), unmet: clustering.unmet)
  }

  private func addEntities<Consumer: GraphConsumer>(
    of identified: Identified, to graph: inout Consumer
  ) throws(Consumer.Failure) {
    let assembly = EntityAssembly(ontology: ontology, gazetteer: gazetteer)
    for group in identified.numbers.groups {
      try graph.add(
        assembly.entity(identified.heads[group], of: identified.groups[group], in: identified.documents))
    }
  }

  /// Statements, documents and contradictions.
  private func addStatements<Consumer: GraphConsumer>(
    of identified: Identified, to graph: inout Consumer
  ) throws(Consumer.Failure) {
    let heads = EntityHeads(identified.heads, identified.numbers)
    var rows = StatementRows(identified.documents, identified.numbers, ontology: ontology)
    rows.keepConsistent(Consistency.checks(ontology: ontology) { heads[$0]?.type })
    let merging = StatementMerging()
    var opposable = OpposableStatements(ontology: ontology)
    try rows.forEachGroup { (group) throws(Consumer.Failure) in
      for statement in merging.merged(group) {
        opposable.add(statement)
        try graph.add(statement)
      }
    }
    for document in identified.documents.indices { try graph.add(identified.documents.record(document)) }
    for contradiction in opposable.contradictions(heads) { try graph.add(contradiction) }
  }
}
