public import RelataGraph

/// An entity as one document speaks of it: a coreference chain.
public struct DocumentEntity: Hashable, Sendable {
  /// The fullest name in the document.
  public var name: String
  public var type: EntityType
  /// How sure the type is, 0…1.
  public var typeConfidence: Double
  /// Every proper name used for it in the document, with counts; descriptions and pronouns are not names.
  public var names: [Alias]
  /// All mentions, pronouns and descriptions included.
  public var mentionCount: Int
  /// Identifiers that the gazetteer gives, by scheme (`iso3166`, `geonames`, `wikidata`).
  public var identifiers: [String: String]
  /// Titles and roles seen with the name, in lower case: "foreign minister", "president".
  public var titles: [String]
  /// Why its names were taken for one entity's.
  public var links: [IdentityLink]
  /// Whether the document only describes it ("the attack"): then `names` are descriptions, and it is no other document's entity.
  public var isDescribed: Bool

  public init(
    name: String, type: EntityType, typeConfidence: Double = 1, names: [Alias],
    mentionCount: Int = 1, identifiers: [String: String] = [:], titles: [String] = [],
    links: [IdentityLink] = [], isDescribed: Bool = false
  ) {
    self.name = name
    self.type = type
    self.typeConfidence = typeConfidence
    self.names = names
    self.mentionCount = mentionCount
    self.identifiers = identifiers
    self.titles = titles
    self.links = links
    self.isDescribed = isDescribed
  }
}

/// A statement of one document: as ``Statement``, with indices into ``ExtractedDocument/entities`` for ends.
public struct DocumentStatement: Hashable, Sendable {
  public var subject: Int
  public var relation: String
  public var object: Int
  public var isOpen: Bool
  public var polarity: Polarity
  public var modality: Modality
  public var attribution: Int?
  public var time: TimeSpan?
  public var place: Int?
  public var role: String?
  public var confidence: Double
  /// How probable it is that the document is essentially about it, 0…1; nil where no model has judged that.
  public var importance: Double?
  public var evidence: Evidence

  public init(
    subject: Int, relation: String, object: Int, isOpen: Bool = false,
    polarity: Polarity = .affirmed, modality: Modality = .asserted, attribution: Int? = nil,
    time: TimeSpan? = nil, place: Int? = nil, role: String? = nil, confidence: Double = 1,
    importance: Double? = nil, evidence: Evidence
  ) {
    self.subject = subject
    self.relation = relation
    self.object = object
    self.isOpen = isOpen
    self.polarity = polarity
    self.modality = modality
    self.attribution = attribution
    self.time = time
    self.place = place
    self.role = role
    self.confidence = confidence
    self.importance = importance
    self.evidence = evidence
  }
}

/// What extraction knows of one document.
public struct ExtractedDocument: Hashable, Sendable {
  public var record: DocumentRecord
  public var entities: [DocumentEntity]
  public var statements: [DocumentStatement]

  public init(
    record: DocumentRecord, entities: [DocumentEntity], statements: [DocumentStatement]
  ) {
    self.record = record
    self.entities = entities
    self.statements = statements
  }
}
