import RelataExtraction
import RelataGazetteer
import RelataGraph

/// Which entities of new documents are which of a graph, and which are new: the identity of all documents (``EntityClustering``), with the
/// graph's entities as one more document whose entities are never taken for each other.
struct IdentityJoining {
  let ontology: Ontology
  let gazetteer: Gazetteer
  let identities: IdentityRules

  struct Result {
    /// The new documents, with the types that they and the graph agree on.
    var documents: [ExtractedDocument]
    /// Entities of the graph of which the documents speak, with what they add, and new ones.
    var entities: [Entity]
    /// For each document the entity that each of its entities is.
    var ids: [[EntityID]]
  }

  /// - Parameters:
  ///   - documents: the new ones, in their order.
  ///   - known: the entities of the graph that the documents may speak of.
  ///   - isTaken: whether the graph has an entity of an identifier.
  func join<Failure: Error>(
    _ documents: [ExtractedDocument], to known: [Entity], isTaken: (EntityID) throws(Failure) -> Bool
  ) throws(Failure) -> Result {
    let names = Set(documents.lazy.flatMap(\.entities).flatMap { [$0.name] + $0.names.map(\.name) })
    let known = known.filter { mayBeSpokenOf($0, names) }
    let graph = ExtractedDocument(
      record: DocumentRecord(id: ""), entities: known.map(DocumentEntity.init(known:)), statements: [])
    let all = TypeConsensus(types: TypeCompatibility(ontology: ontology), gazetteer: gazetteer)
      .corrected([graph] + documents)
    let groups = EntityClustering(ontology: ontology, gazetteer: gazetteer, identities: identities)
      .cluster(all, graph: 0).groups

    var ids = all.map { [EntityID](repeating: EntityID(rawValue: ""), count: $0.entities.count) }
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
    let made = try assembly.entities(added, all, isTaken: isTaken)
    for (group, entity) in zip(added, made) {
      for reference in group.references { ids[reference.document][reference.entity] = entity.id }
    }
    return Result(
      documents: Array(all.dropFirst()), entities: entities + made, ids: Array(ids.dropFirst()))
  }

  /// An entity of which the graph knows nothing but a name that many can bear is another document's only by that very name.
  private func mayBeSpokenOf(_ entity: Entity, _ names: Set<String>) -> Bool {
    guard entity.identifiers.isEmpty else { return true }
    let kind = TypeCompatibility(ontology: ontology).nameKind(of: entity.type)
    let own = entity.aliases.isEmpty ? [entity.name] : entity.aliases.map(\.name)
    return own.contains { names.contains($0) || !ParsedName($0, kind: kind).isBare }
  }
}
