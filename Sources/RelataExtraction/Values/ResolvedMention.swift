public import RelataGraph

/// A place in a text that speaks of something.
public struct ResolvedMention: Hashable, Sendable {
  /// By what sort of words a text speaks of something.
  public enum Kind: String, Hashable, Sendable {
    /// A proper name.
    case name
    /// A word derived from a country's name: "Syrian".
    case demonym
    /// A description with a common noun: "the group".
    case nominal
    /// A personal, possessive or relative pronoun.
    case pronoun
  }

  /// Unicode scalars of the source text, counted from 0.
  public var range: Range<Int>
  /// The words as written.
  public var text: String
  /// What sort of words these are.
  public var kind: Kind
  /// What it is called or, for a pronoun, what it refers to; nil where nothing is known.
  public var type: EntityType?
  /// The document's entities that it speaks of, as numbers that only tell them apart: none, one, or
  /// several ("the two leaders").
  public var entities: [Int]
  /// The fullest names of these entities in the document; descriptions of those that it does not name, empty
  /// ones where it has pronouns only.
  public var names: [String]
}

extension Mention.Kind {
  var published: ResolvedMention.Kind {
    switch self {
    case .name: .name
    case .demonym: .demonym
    case .nominal: .nominal
    case .pronoun: .pronoun
    }
  }
}
