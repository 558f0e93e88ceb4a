/// What changes of a graph.
///
/// Entities and documents never go; statements and contradictions do.
public struct GraphChange: Hashable, Sendable {
  /// A statement that an added contradiction speaks of.
  public enum StatementReference: Hashable, Sendable {
    /// Its place in the graph that is changed.
    case known(Int)
    /// Its place in ``GraphChange/addedStatements``.
    case added(Int)
  }

  /// A contradiction that is new.
  public struct AddedContradiction: Hashable, Sendable {
    /// In what the statements differ.
    public var kind: Contradiction.Kind
    /// In any order, none twice.
    public var statements: [StatementReference]
    /// One line for people.
    public var explanation: String

    /// A contradiction of these parts.
    public init(kind: Contradiction.Kind, statements: [StatementReference], explanation: String) {
      self.kind = kind
      self.statements = statements
      self.explanation = explanation
    }
  }

  /// Each takes the place of the entity with its identifier, or is new. No two have the same identifier.
  public var entities: [Entity]
  /// The places, in the graph that is changed, of statements that go.
  public var removedStatements: Set<Int>
  /// Statements that come, in any order. One that changes is a removed one and an added one.
  public var addedStatements: [Statement]
  /// Each takes the place of the document with its identifier, or is new. No two have the same identifier.
  public var documents: [DocumentRecord]
  /// Contradictions that come. Those of the graph that lose a statement go by themselves.
  public var contradictions: [AddedContradiction]

  /// A change that adds and removes this; nothing that is left out.
  public init(
    entities: [Entity] = [], removedStatements: Set<Int> = [], addedStatements: [Statement] = [],
    documents: [DocumentRecord] = [], contradictions: [AddedContradiction] = []
  ) {
    self.entities = entities
    self.removedStatements = removedStatements
    self.addedStatements = addedStatements
    self.documents = documents
    self.contradictions = contradictions
  }
}
