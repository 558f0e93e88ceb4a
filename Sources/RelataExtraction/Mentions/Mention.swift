import RelataGazetteer
import RelataGraph

/// A place in the text that speaks of something: a name, a description or a pronoun.
struct Mention: Sendable {
  enum Kind: Sendable, Equatable {
    /// A proper name.
    case name
    /// A word derived from a country's name: "Syrian", "Turks".
    case demonym
    /// A description with a common noun: "the group", "Russian officials".
    case nominal
    /// A personal, possessive or relative pronoun.
    case pronoun
  }

  var kind: Kind
  /// Index of the sentence in the document.
  var sentence: Int
  /// The tokens of the name or of the noun with its title; one token for a pronoun.
  var tokens: Range<Int>
  /// The token that stands for it in the tree.
  var head: Int
  /// The name as written, or the noun's or pronoun's lemma in lower case.
  var text: String
  /// What it can be, most likely first; empty where nothing is known (a pronoun: what it can refer to).
  var types: [EntityType]
  /// 0…1.
  var typeConfidence: Double
  var gender: Gazetteer.Gender?
  var isPlural: Bool
  /// The name by which the gazetteer knows it, with identifiers.
  var canonicalName: String?
  var identifiers: [String: String] = [:]
  /// Whether the name stands for the government that sits there ("Moscow said").
  var isMetonym = false
  /// The coreference chains that it speaks of, once resolved: none, one, or several ("the two leaders").
  var entities: [Int] = []

  /// What a description calls its entity, whatever that turned out to be: "the government" is a body,
  /// resolved or not to a country.
  var ownType: EntityType? {
    guard kind == .nominal else { return kind == .pronoun ? nil : types.first }
    return types.contains(.thing) ? .thing : types.first
  }
}
