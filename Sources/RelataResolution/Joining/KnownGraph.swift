public import RelataGraph

/// A graph of documents that were resolved before, as far as new documents must know it.
public protocol KnownGraph: Sendable {
  associatedtype Failure: Error

  /// Nil where there is none of that identifier.
  func entity(_ id: EntityID) throws(Failure) -> Entity?

  /// The places of the statements of one relation of the ontology, or of one open predicate, of which an
  /// entity is an end, ascending.
  ///
  /// - Parameters:
  ///   - end: which end; nil: either.
  ///   - other: only those whose other end it is; nil: any.
  func statements(
    of id: EntityID, as end: StatementEnd?, relation: String, isOpen: Bool, with other: EntityID?
  ) throws(Failure) -> [Int]

  func statement(_ number: Int) throws(Failure) -> Statement
}

/// What an entity is in a statement.
public enum StatementEnd: Hashable, Sendable { case subject, object }
