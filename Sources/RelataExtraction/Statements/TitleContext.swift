import RelataGazetteer
import RelataGraph
import RelataLanguage
import RelataWords

/// Which titles stand alone, and which say of what by other words than a name: "Society President Sohn",
/// "President Monroe of the teachers' union", "honorary president".
struct TitleContext {
  /// A title that somebody is given.
  struct Title: Hashable {
    var holder: Int
    /// The noun's dictionary form.
    var noun: String

    init(_ role: RoleOccurrence, _ holder: Int, _ tree: SentenceTree) {
      self.holder = holder
      noun = tree.lemmas[role.token]
    }
  }

  private static let acting = CoreferenceWordList.acting.words
  private static let others = CoreferenceWordList.otherHolders.words

  let coreference: Coreference
  let words: WordLists

  /// Who holds a role: who is named beside it, else whom the title itself means.
  func holders(of role: RoleOccurrence, _ sentence: Int) -> [Int] {
    (role.holders.isEmpty ? [role.token] : role.holders).flatMap {
      coreference.entities(at: $0, sentence: sentence)
    }
  }

  /// The titles of which some sentence says of what they are.
  /// - Complexity: linear in roles.
  func told(_ roles: [[RoleOccurrence]]) -> Set<Title> {
    var told = Set<Title>()
    for (sentence, list) in roles.enumerated() {
      for role in list where !isName(role, sentence) && !isBare(role, sentence) {
        for holder in holders(of: role, sentence) {
          told.insert(Title(role, holder, coreference.trees[sentence]))
        }
      }
    }
    return told
  }

  /// Whether nothing beside a title says of what it is; a name that looks like one ("Stephen King") is none.
  func isBare(_ role: RoleOccurrence, _ sentence: Int) -> Bool {
    role.bodies.isEmpty && !isName(role, sentence) && !isNarrowed(role, sentence)
  }

  private func isName(_ role: RoleOccurrence, _ sentence: Int) -> Bool {
    coreference.trees[sentence].nameAt[role.token] != nil
  }

  private func isNarrowed(_ role: RoleOccurrence, _ sentence: Int) -> Bool {
    let tree = coreference.trees[sentence]
    let pattern = role.matches.first?.trigger.pattern ?? []
    let isModified = tree.children[role.token].contains { child in
      let lemma = tree.lemmas[child]
      guard !pattern.contains(lemma), !role.holders.contains(child) else { return false }
      switch tree.universalRelation(of: child) {
      case "compound", "nmod": return true
      case "amod": return child < role.token && !isAboutTime(lemma)
      default: return false
      }
    }
    return isModified
      || role.holders.contains { holder in
        tree.children(of: holder, "nmod").contains { tree.adposition(of: $0) == "of" }
      }
  }

  /// "Former", "acting", "next": when, not of what.
  private func isAboutTime(_ lemma: String) -> Bool {
    words[.formerAdjectives].contains(lemma) || words[.wordsBeforeTitles].contains(lemma)
      || Self.acting.contains(lemma) || Self.others.contains(lemma)
  }
}
