import RelataExtraction
import RelataGraph

/// An entity of what all documents say of it: ``EntityAssembly`` of sums.
struct EntityStep {
  struct Input: Decodable {
    /// Each once, with its count in all documents and its first example.
    var names: [MentionsStep.Name]
    var types: [TypeVotes]
    /// In any order, each value of a scheme once.
    var identifiers: [MentionsStep.Identifier]?
    var mentions: Int
    /// Why names are in it: across documents, and within each the first that says so.
    var links: [IdentityLink]?
  }

  struct TypeVotes: Decodable {
    var type: EntityType
    /// In millionths.
    var votes: Int
  }

  struct Output: Encodable {
    /// With the identifier that it asks for.
    var entity: Entity
    /// That identifier in composed form, and what it is without numbers at its end: those of one family may
    /// get in each other's way.
    var base: String
    var family: String
  }
}

/// The identifiers of entities that ask for the same one, or for one that another gets with a number.
struct IdentifiersStep {
  struct Input: Decodable {
    /// All of a family.
    var entities: [Row]
  }

  struct Row: Codable {
    /// Tells the entity from others.
    var root: String
    var id: EntityID
    var mentions: Int
    /// Where it is spoken of first.
    var document: String
    var entity: Int
  }

  struct Output: Encodable {
    var entities: [Named]
  }

  struct Named: Encodable {
    var root: String
    var id: EntityID
  }
}

extension ResolutionSteps {
  func entity(_ line: EntityStep.Input) throws -> EntityStep.Output {
    var identifiers: [String: String] = [:]
    for row in line.identifiers ?? [] {
      identifiers.merge([row.scheme: row.value]) { min($0, $1) }
    }
    // One part for each type carries its votes, the first all the rest.
    var parts = line.types.map {
      DocumentEntity(
        name: "", type: $0.type, typeConfidence: Double($0.votes) / 1e6, names: [], mentionCount: 0)
    }
    guard !parts.isEmpty else { throw Refusal(description: "an entity has at least one type") }
    parts[0].names = line.names.map { Alias(name: $0.name, count: $0.count, example: $0.example) }
    parts[0].identifiers = identifiers
    parts[0].mentionCount = line.mentions
    let documents = PackedDocuments([
      ExtractedDocument(record: DocumentRecord(id: ""), entities: parts, statements: [])
    ])
    let group = EntityClustering.Result.Group(
      references: parts.indices.map { EntityReference(document: 0, entity: $0) }, links: line.links ?? [])
    let assembly = EntityAssembly(ontology: ontology, gazetteer: gazetteer)
    guard let head = assembly.heads([group], documents).first else {
      throw Refusal(description: "an entity has at least one name")
    }
    let entity = assembly.entity(head, of: group, in: documents)
    let base = CanonicalText.composed(entity.id.rawValue)
    return EntityStep.Output(entity: entity, base: base, family: Self.family(base))
  }

  /// "person/x-2-10" → "person/x".
  static func family(_ base: String) -> String {
    var family = base[...]
    while let dash = family.lastIndex(of: "-") {
      let digits = family[family.index(after: dash)...]
      guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { break }
      family = family[..<dash]
    }
    return String(family)
  }

  func identifiers(_ line: IdentifiersStep.Input) -> IdentifiersStep.Output {
    let order = line.entities.sorted { a, b in
      (b.mentions, a.document, a.entity) < (a.mentions, b.document, b.entity)
    }
    var distinct = DistinctIdentifiers()
    return IdentifiersStep.Output(
      entities: order.map { row in
        let id = distinct.next(row.id) { (_) throws(Never) in false }
        return IdentifiersStep.Named(root: row.root, id: id)
      })
  }
}
