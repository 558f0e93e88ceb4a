import RelataExtraction
import RelataGazetteer
import RelataGraph

/// Which entities of new documents are which of a graph, and which are new: the identity of all
/// documents (``EntityClustering``), with the graph's entities as one more document whose entities are
/// never taken for each other.
struct IdentityJoining {
  let ontology: Ontology
  let gazetteer: Gazetteer
  let identities: IdentityRules

  struct Result {
    /// The new documents, with the types that they and the graph agree on.
    var documents: PackedDocuments
    /// Entities of the graph of which the documents speak, with what they add, and new ones.
    var entities: [Entity]
    /// For each document, and each of its entities, the entity that it is.
    var ids: [[EntityID]]
  }

  /// - Parameters:
  ///   - documents: the new ones, in their order.
  ///   - known: the entities of the graph that the documents may speak of.
  ///   - isTaken: whether the graph has an entity of an identifier.
  func join<Failure: Error>(
    _ documents: PackedDocuments, to known: [Entity], isTaken: (EntityID) throws(Failure) -> Bool
  ) throws(Failure) -> Result {
    var names: Set<String> = []
    documents.forEachEntity { _, entity in names.formUnion([entity.name] + entity.names.map(\.name)) }
    let known = known.filter { mayBeSpokenOf($0, names) }
    let graph = ExtractedDocument(
      record: DocumentRecord(id: ""), entities: known.map(DocumentEntity.init(known:)), statements: [])
    var all = documents
    all.append(graph)
    all = all.selecting([documents.count] + documents.indices)
    TypeConsensus(types: TypeCompatibility(ontology: ontology), gazetteer: gazetteer).correct(&all)
    let groups = EntityClustering(ontology: ontology, gazetteer: gazetteer, identities: identities)
      .cluster(all, graph: 0).groups

    var ids = all.indices.map {
      [EntityID](repeating: EntityID(rawValue: ""), count: all.entityCount(of: $0))
    }
    var entities: [Entity] = []
    var added: [EntityClustering.Result.Group] = []
    let assembly = EntityAssembly(ontology: ontology, gazetteer: gazetteer)
    for group in groups {
      let new = group.references.filter { $0.document > 0 }
      guard !new.isEmpty else { continue }
      // What two entities of the graph are called alike goes to the one that is spoken of more.
      let owner = group.references.lazy.filter { $0.document == 0 }.map { known[$0.entity] }
        .max { ($0.mentionCount, $1.id) < ($1.mentionCount, $0.id) }
      guard let owner else {
        added.append(group)
        continue
      }
      entities.append(assembly.entity(owner, with: new, links: group.links, in: all))
      for reference in new { ids[reference.document][reference.entity] = owner.id }
    }
    let heads = try assembly.heads(added, all, isTaken: isTaken)
    for (group, head) in zip(added, heads) {
      for reference in group.references { ids[reference.document][reference.entity] = head.id }
      entities.append(assembly.entity(head, of: group, in: all))
    }
    return Result(
      documents: all.selecting(Array(all.indices.dropFirst())), entities: entities,
      ids: Array(ids.dropFirst()))
  }

  /// An entity of which the graph knows nothing but a name that many can bear is another
  /// document's only by that very name.
  private func mayBeSpokenOf(_ entity: Entity, _ names: Set<String>) -> Bool {
    guard entity.identifiers.isEmpty else { return true }
    let kind = TypeCompatibility(ontology: ontology).nameKind(of: entity.type)
    let own = entity.aliases.isEmpty ? [entity.name] : entity.aliases.map(\.name)
    return own.contains { names.contains($0) || !ParsedName($0, kind: kind).isBare }
  }
}
