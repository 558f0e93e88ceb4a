import Relata

/// An extracted document in a file.
struct StoredDocument: Codable {
  struct Entity: Codable {
    var name: String
    var type: EntityType
    var typeConfidence: Double
    var names: [Alias]
    var mentionCount: Int
    var identifiers: [String: String]
    var titles: [String]
    var links: [IdentityLink]
    var isDescribed: Bool
  }

  struct Statement: Codable {
    var subject: Int
    var relation: String
    var object: Int
    var isOpen: Bool
    var polarity: Polarity
    var modality: Modality
    var attribution: Int?
    var time: TimeSpan?
    var place: Int?
    var role: String?
    var confidence: Double
    var importance: Double?
    var evidence: Evidence
  }

  var record: DocumentRecord
  var entities: [Entity]
  var statements: [Statement]

  init(_ document: ExtractedDocument) {
    record = document.record
    entities = document.entities.map { entity in
      Entity(
        name: entity.name, type: entity.type, typeConfidence: entity.typeConfidence, names: entity.names,
        mentionCount: entity.mentionCount, identifiers: entity.identifiers, titles: entity.titles,
        links: entity.links, isDescribed: entity.isDescribed)
    }
    statements = document.statements.map { found in
      Statement(
        subject: found.subject, relation: found.relation, object: found.object, isOpen: found.isOpen,
        polarity: found.polarity, modality: found.modality, attribution: found.attribution, time: found.time,
        place: found.place, role: found.role, confidence: found.confidence, importance: found.importance,
        evidence: found.evidence)
    }
  }

  var document: ExtractedDocument {
    ExtractedDocument(
      record: record,
      entities: entities.map { entity in
        DocumentEntity(
          name: entity.name, type: entity.type, typeConfidence: entity.typeConfidence, names: entity.names,
          mentionCount: entity.mentionCount, identifiers: entity.identifiers, titles: entity.titles,
          links: entity.links, isDescribed: entity.isDescribed)
      },
      statements: statements.map { found in
        DocumentStatement(
          subject: found.subject, relation: found.relation, object: found.object, isOpen: found.isOpen,
          polarity: found.polarity, modality: found.modality, attribution: found.attribution,
          time: found.time, place: found.place, role: found.role, confidence: found.confidence,
          importance: found.importance, evidence: found.evidence)
      })
  }
}
