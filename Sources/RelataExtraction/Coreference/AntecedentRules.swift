import RelataGazetteer
import RelataGraph
import RelataLanguage
import RelataWords

/// What cannot speak of the same, whatever the model says: "Russian forces" are no "Islamist factions", "an
/// explosion" is not one that was told before, "his party" not "her party".
struct AntecedentRules: Sendable {
  private let sentence: Int
  private let isPerson: Bool
  /// What the names within a description stand for: Russia in "Russian forces" and "Moscow's troops".
  private let names: Set<String>
  /// Whether it is introduced as something new: "an explosion", "another militia".
  private let isIndefinite: Bool
  /// Whose it is, by a pronoun: the number of "his" or "her"; nil without one.
  private let possessor: Int?

  init(_ mention: Mention, in tree: SentenceTree, _ gazetteer: Gazetteer) {
    let isDescription = mention.kind == .nominal
    sentence = mention.sentence
    isPerson = mention.types.first == .person
    names = isDescription ? Self.names(before: mention.head, in: tree, gazetteer) : []
    isIndefinite = isDescription && Self.isIndefinite(mention.head, in: tree)
    possessor = Self.possessor(of: mention.head, in: tree)
  }

  /// Whether this mention cannot speak of one before it.
  func exclude(_ other: Self) -> Bool {
    if !names.isEmpty, !other.names.isEmpty, names.isDisjoint(with: other.names) { return true }
    // "A former minister" may well have been named before.
    if isIndefinite, !isPerson, other.sentence < sentence { return true }
    guard let possessor, let others = other.possessor else { return false }
    return possessor != others
  }

  /// The names and demonyms that hang on a description's head and stand before it: the country that one
  /// stands for, else its word.
  private static func names(before head: Int, in tree: SentenceTree, _ gazetteer: Gazetteer) -> Set<String> {
    var names: Set<String> = []
    for child in tree.children[head]
    where child < head && ["amod", "compound", "nmod:poss"].contains(tree.relations[child]) {
      // Any word has a capital where a sentence begins.
      let isPossessor = tree.relations[child] == "nmod:poss" && tree.tokens[child].partOfSpeech == .properNoun
      guard child > 0 || isPossessor else { continue }
      let form = tree.tokens[child].form
      guard form.first?.isUppercase == true else { continue }
      let country =
        gazetteer.country(demonym: form) ?? gazetteer.country(named: form)
        ?? gazetteer.country(capital: form) ?? gazetteer.country(metonym: form)
      names.insert(country?.name ?? form.lowercased())
    }
    return names
  }

  private static func isIndefinite(_ head: Int, in tree: SentenceTree) -> Bool {
    tree.children(of: head, "det").contains {
      CoreferenceWordList.indefinite.words.contains(tree.lemmas[$0])
    }
  }

  /// Of the pronouns those that tell persons apart: "its" and "their" may be anybody's.
  private static func possessor(of head: Int, in tree: SentenceTree) -> Int? {
    tree.children(of: head, "nmod:poss").lazy.compactMap {
      MentionTraits.pronouns[tree.tokens[$0].form.lowercased()]
    }.first {
      $0 == MentionTraits.pronouns["he"] || $0 == MentionTraits.pronouns["she"]
    }
  }
}
