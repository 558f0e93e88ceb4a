public import RelataGraph

/// One thing that a person says of a graph as it was built.
public struct Correction: Hashable, Sendable {
  /// What is to be different.
  public enum Change: Hashable, Sendable {
    /// The statement does not follow from its sentences.
    case wrong(StatementDescription)
    /// A person has checked the statement.
    case confirmed(StatementDescription)
    /// The statement's relation is this one: of the ontology, or where `isOpen` one of the person's own.
    case relation(StatementDescription, to: String, isOpen: Bool)
    /// Subject and object change places.
    case direction(StatementDescription)
    /// They are one thing, which has this name. At least two.
    case merge([EntityDescription], name: String)
    /// These names of an entity mean another thing, which has this name.
    case split(EntityDescription, names: [String], name: String)
    /// The entity's preferred name is this one.
    case rename(EntityDescription, to: String)
    /// The entity has this type of the ontology.
    case retype(EntityDescription, to: EntityType)
  }

  /// What is to be different.
  public var change: Change
  /// Where it stands in the file, from 1.
  public var line: Int

  /// A change, and the line of the file that asks for it.
  public init(_ change: Change, line: Int = 1) {
    self.change = change
    self.line = line
  }
}

/// A statement as a person saw it: enough to find it in a graph that was built anew.
public struct StatementDescription: Hashable, Sendable {
  /// A sentence that supports it.
  public struct Quotation: Hashable, Sendable {
    /// The identifier of the document.
    public var document: String
    /// nil: given by the offsets alone.
    public var quote: String?
    /// Offsets in the document's text, in Unicode scalars, end exclusive; nil: given by the quote alone.
    public var range: Range<Int>?

    /// A sentence of a document, by its words or its range.
    public init(document: String, quote: String? = nil, range: Range<Int>? = nil) {
      self.document = document
      self.quote = quote
      self.range = range
    }
  }

  /// The names of its ends, in any of their spellings.
  public var subject: String
  /// The identifier of a relation type of the ontology, or a lemma where ``isOpen``.
  public var relation: String
  /// The names of the end that is acted on, in any of their spellings.
  public var object: String
  /// Whether the relation is no type of the ontology but the text's own predicate.
  public var isOpen: Bool
  /// Whether it is so or not.
  public var polarity: Polarity
  /// nil: any.
  public var modality: Modality?
  /// nil: none is said.
  public var time: TimeSpan?
  /// nil: none is said.
  public var role: String?
  /// Names of entities.
  public var attribution: String?
  /// The name of the entity where it happened.
  public var place: String?
  /// At least one.
  public var evidence: [Quotation]

  /// A statement of these parts; what is left out is affirmed and not said.
  public init(
    subject: String, relation: String, object: String, isOpen: Bool = false, polarity: Polarity = .affirmed,
    modality: Modality? = nil, time: TimeSpan? = nil, role: String? = nil, attribution: String? = nil,
    place: String? = nil, evidence: [Quotation]
  ) {
    self.subject = subject
    self.relation = relation
    self.object = object
    self.isOpen = isOpen
    self.polarity = polarity
    self.modality = modality
    self.time = time
    self.role = role
    self.attribution = attribution
    self.place = place
    self.evidence = evidence
  }
}

/// An entity as a person saw it: enough to find it in a graph that was built anew.
public struct EntityDescription: Hashable, Sendable {
  /// The name, in any of its spellings.
  public var name: String
  /// nil: any.
  public var type: EntityType?
  /// The identifier that it had.
  public var id: EntityID?
  /// Other names that it had.
  public var names: [String]
  /// Where a correction makes it: the identifier of the entity that its names were split from.
  public var split: EntityID?

  /// An entity as far as it is described.
  public init(
    name: String, type: EntityType? = nil, id: EntityID? = nil, names: [String] = [], split: EntityID? = nil
  ) {
    self.name = name
    self.type = type
    self.id = id
    self.names = names
    self.split = split
  }
}

extension Correction.Change {
  /// What is said of it in the graph.
  public var action: AppliedCorrection.Action {
    switch self {
    case .wrong: .wrong
    case .confirmed: .confirmed
    case .relation: .relation
    case .direction: .direction
    case .merge: .merge
    case .split: .split
    case .rename: .rename
    case .retype: .retype
    }
  }

  /// The statement that it speaks of; nil where it speaks of entities.
  public var statement: StatementDescription? {
    switch self {
    case .wrong(let statement), .confirmed(let statement), .relation(let statement, _, _),
      .direction(let statement):
      statement
    case .merge, .split, .rename, .retype: nil
    }
  }
}
