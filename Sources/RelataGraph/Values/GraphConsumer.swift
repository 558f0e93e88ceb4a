/// Takes a graph piece by piece, in the order of ``KnowledgeGraph``, so that nobody has to hold all of it.
///
/// First all identifiers, then the entities, the statements, the documents, the contradictions, and
/// what a person corrected.
public protocol GraphConsumer {
  associatedtype Failure: Error

  /// - Parameter ids: of all entities, ascending.
  mutating func begin(_ ids: [EntityID]) throws(Failure)
  mutating func add(_ entity: Entity) throws(Failure)
  mutating func add(_ statement: Statement) throws(Failure)
  mutating func add(_ document: DocumentRecord) throws(Failure)
  /// - Parameter contradiction: by the places of its statements in the order in which they came.
  mutating func add(_ contradiction: Contradiction) throws(Failure)
  mutating func add(_ correction: AppliedCorrection) throws(Failure)
}

extension KnowledgeGraph: GraphConsumer {
  /// Makes room for that many entities.
  public mutating func begin(_ ids: [EntityID]) { entities.reserveCapacity(ids.count) }
  /// Appends an entity.
  public mutating func add(_ entity: Entity) { entities.append(entity) }
  /// Appends a statement.
  public mutating func add(_ statement: Statement) { statements.append(statement) }
  /// Appends a document.
  public mutating func add(_ document: DocumentRecord) { documents.append(document) }
  /// Appends a contradiction.
  public mutating func add(_ contradiction: Contradiction) { contradictions.append(contradiction) }
  /// Appends a correction.
  public mutating func add(_ correction: AppliedCorrection) { corrections.append(correction) }
}
