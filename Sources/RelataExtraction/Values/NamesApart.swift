public import RelataGraph

/// Names that a user knows to be different things' in whatever document they stand.
public struct NamesApart: Hashable, Sendable {
  public var names: [String]
  /// Only for things of this type, its kinds and what is more general; nil: for any.
  public var type: EntityType?

  public init(names: [String], type: EntityType? = nil) {
    self.names = names
    self.type = type
  }
}
