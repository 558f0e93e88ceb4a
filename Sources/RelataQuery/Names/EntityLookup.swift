public import RelataGraph

/// How a query agrees with a name, best first.
public enum MatchQuality: Int, Hashable, Sendable, Comparable, CaseIterable {
  /// The query is the entity's identifier.
  case identifier
  /// The query is one of its names, letter by letter.
  case name
  /// The same but for case, diacritics, apostrophes, hyphens or an article.
  case spelling
  /// The same name in another transliteration.
  case transliteration
  /// All words of the query are words of the name.
  case words
  /// Words of the query are first letters of words of the name: “V. Putin”, “HTS”.
  case initials
  /// A typing error away from the name or from words of it: one in a word of 5 to 7
  /// letters, two in a longer one.
  case nearby

  /// The better match is greater.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// An entity that a query may mean.
public struct EntityMatch: Hashable, Sendable {
  /// The entity.
  public var entity: Entity
  /// The name of the entity that agrees best with the query.
  public var name: String
  /// How well that name agrees.
  public var quality: MatchQuality

  /// A match of these parts.
  public init(entity: Entity, name: String, quality: MatchQuality) {
    self.entity = entity
    self.name = name
    self.quality = quality
  }
}

/// What a name turned out to mean.
public enum EntityLookup: Hashable, Sendable {
  /// Exactly one entity agrees best.
  case unique(EntityMatch)
  /// Several agree equally well: at least two, the most mentioned first.
  case ambiguous([EntityMatch])
  /// None agrees; the nearest names, best first, possibly none.
  case unknown(suggestions: [EntityMatch])
}
