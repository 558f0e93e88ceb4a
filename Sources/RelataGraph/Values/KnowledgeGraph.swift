/// Statements of one graph that cannot all be true.
public struct Contradiction: Hashable, Sendable, Codable {
  /// In the order in which a graph lists them.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// The same event at dates that exclude each other.
    case time
    /// Affirmed here, negated there.
    case polarity
    /// Different values of a relation that can have only one at a time.
    case value
    /// The same event of one day at places that exclude each other.
    case place
  }

  /// In what the statements differ.
  public var kind: Kind
  /// Indices into ``KnowledgeGraph/statements``, ascending, at least two.
  public var statements: [Int]
  /// One line for people.
  public var explanation: String

  /// A contradiction between statements, by their indices in the graph.
  public init(kind: Kind, statements: [Int], explanation: String) {
    self.kind = kind
    self.statements = statements
    self.explanation = explanation
  }
}

/// Entities, the statements between them, and the documents that say so.
public struct KnowledgeGraph: Hashable, Sendable, Codable {
  /// In ascending order of their identifiers.
  public var entities: [Entity]
  /// In a stable order: by subject, relation, object, then qualifiers.
  public var statements: [Statement]
  /// In ascending order of their identifiers.
  public var documents: [DocumentRecord]
  /// What cannot all be true.
  public var contradictions: [Contradiction]
  /// What a person corrected, by file and line. The rest of the graph is as they say already.
  public var corrections: [AppliedCorrection]

  /// A graph of these parts, which are to be in the orders that the properties promise.
  public init(
    entities: [Entity] = [], statements: [Statement] = [], documents: [DocumentRecord] = [],
    contradictions: [Contradiction] = [], corrections: [AppliedCorrection] = []
  ) {
    self.entities = entities
    self.statements = statements
    self.documents = documents
    self.contradictions = contradictions
    self.corrections = corrections
  }
}
