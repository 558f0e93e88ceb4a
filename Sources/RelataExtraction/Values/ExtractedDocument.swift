public import RelataGraph

/// An entity as one document speaks of it: a coreference chain.
public struct DocumentEntity: Hashable, Sendable {
  /// The fullest name in the document.
  public var name: String
  /// The narrowest type that the document allows to tell.
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
  /// Whether the document only describes it ("the attack"): then `names` are descriptions, and it is no
  /// other document's entity.
  public var isDescribed: Bool

  /// An entity of these parts; what is left out is empty, certain and mentioned once.
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
  /// Who or what acts.
  public var subject: Int
  /// The identifier of a relation type of the ontology, or the predicate's lemma where ``isOpen``.
  public var relation: String
  /// Whom or what it is done to.
  public var object: Int
  /// Whether the relation is no type of the ontology but the text's own predicate.
  public var isOpen: Bool
  /// Whether the text says that it is so or that it is not.
  public var polarity: Polarity
  /// As what the text presents it: a fact, hearsay, a plan.
  public var modality: Modality
  /// Who said it, where the text names somebody.
  public var attribution: Int?
  /// When it held or happened; nil where the text does not tell.
  public var time: TimeSpan?
  /// Where, as the index of an entity.
  public var place: Int?
  /// In what capacity: a title, "as ally".
  public var role: String?
  /// How probable it is that the text says so, 0…1.
  public var confidence: Double
  /// How probable it is that the document is essentially about it, 0…1; nil where no model has judged that.
  public var importance: Double?
  /// The sentence that says so.
  public var evidence: Evidence

  /// A statement of these parts; what is left out is affirmed, asserted, undated and certain.
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
  /// The document itself.
  public var record: DocumentRecord
  /// In the order of their first mention.
  public var entities: [DocumentEntity]
  /// In the order of the text.
  public var statements: [DocumentStatement]

  /// What was read in one document.
  public init(
    record: DocumentRecord, entities: [DocumentEntity], statements: [DocumentStatement]
  ) {
    self.record = record
    self.entities = entities
    self.statements = statements
  }
}
