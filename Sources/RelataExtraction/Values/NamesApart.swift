public import RelataGraph

/// Names that a user knows to be different things' in whatever document they stand.
public struct NamesApart: Hashable, Sendable {
  /// The names, as the user wrote them.
  public var names: [String]
  /// Only for things of this type, its kinds and what is more general; nil: for any.
  public var type: EntityType?

  /// Names of things of one type, or of any where it is nil.
  public init(names: [String], type: EntityType? = nil) {
    self.names = names
    self.type = type
  }
}
