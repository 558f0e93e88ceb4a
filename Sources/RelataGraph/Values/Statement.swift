/// Whether the text affirms a statement or negates it.
public enum Polarity: String, Hashable, Sendable, Codable, CaseIterable {
  case affirmed, negated
}

/// How far the text commits itself to a statement.
public enum Modality: String, Hashable, Sendable, Codable, CaseIterable {
  /// The article itself says so.
  case asserted
  /// A source says so.
  case reported
  /// A contested claim.
  case alleged
  /// Announced, scheduled, intended.
  case planned
  /// May, would, if, wants.
  case hypothetical
}

/// The unit of the graph: subject –relation→ object, with qualifiers and with evidence.
public struct Statement: Hashable, Sendable, Codable {
  /// Who or what acts.
  public var subject: EntityID
  /// The identifier of a relation type of the ontology, or the predicate's lemma where `isOpen`.
  public var relation: String
  /// Whom or what it is done to.
  public var object: EntityID
  /// Whether the relation is no type of the ontology but the text's own predicate.
  public var isOpen: Bool
  /// Whether the texts say that it is so or that it is not.
  public var polarity: Polarity
  /// As what the texts present it: a fact, hearsay, a plan.
  public var modality: Modality
  /// Who said it, where the text names somebody.
  public var attribution: EntityID?
  /// When it held or happened; nil where no text tells.
  public var time: TimeSpan?
  /// Where it happened; nil where no text tells, or where its own object is the place and has a name.
  public var place: EntityID?
  /// The office or title, for relations that are offices ("Deputy Foreign Minister").
  public var role: String?
  /// 0…1: how sure the extraction is that the text says so.
  public var confidence: Double
  /// 0…1: how probable it is that the statement is what its article is essentially about, of several
  /// articles the highest; nil: unknown, as for statements that were not read from a text.
  public var importance: Double?
  /// At least one, in document order.
  public var evidence: [Evidence]

  /// A statement of these parts; what is left out is affirmed, asserted, undated and certain.
  public init(
    subject: EntityID, relation: String, object: EntityID, isOpen: Bool = false,
    polarity: Polarity = .affirmed, modality: Modality = .asserted, attribution: EntityID? = nil,
    time: TimeSpan? = nil, place: EntityID? = nil, role: String? = nil, confidence: Double = 1,
    importance: Double? = nil, evidence: [Evidence]
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

extension Statement {
  /// The importance for orders, in which the unknown comes after all that is known.
  package var importanceRank: Double { importance ?? -1 }
}

/// The sentence that supports a statement.
public struct Evidence: Hashable, Sendable, Codable {
  /// The identifier of the document (``DocumentRecord/id``).
  public var document: String
  /// Offsets of the quote in the document's original text, in Unicode scalars from 0, end exclusive.
  public var start: Int
  /// Where the quote ends: the offset behind its last scalar.
  public var end: Int
  /// The original text at these offsets, exactly.
  public var quote: String
  /// The trigger by which the statement was found, e.g. `verb capture` (shown by `--trace`).
  public var trigger: String

  /// A sentence of a document, by its range in the original text.
  public init(document: String, start: Int, end: Int, quote: String, trigger: String = "") {
    self.document = document
    self.start = start
    self.end = end
    self.quote = quote
    self.trigger = trigger
  }
}
