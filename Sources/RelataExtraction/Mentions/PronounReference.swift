import RelataGazetteer
import RelataGraph

/// What an English pronoun can refer to.
struct PronounReference: Sendable {
  var types: [EntityType]
  var gender: Gazetteer.Gender?
  var isPlural = false
  var isRelative = false

  /// What each pronoun of the word lists can refer to, by its form in lower case.
  static func all(_ words: WordLists) -> [String: PronounReference] {
    let references: [(WordList, PronounReference)] = [
      (.masculinePronouns, PronounReference(types: [.person], gender: .masculine)),
      (.femininePronouns, PronounReference(types: [.person], gender: .feminine)),
      (
        .neuterPronouns,
        PronounReference(types: [.organization, .country, .place, .event, .agreement, .thing])
      ),
      (
        .pluralPronouns,
        PronounReference(types: [.organization, .populationGroup, .country, .person], isPlural: true)
      ),
      (
        .personalRelatives,
        PronounReference(types: [.person, .organization, .country, .populationGroup], isRelative: true)
      ),
      (.relatives, PronounReference(types: [], isRelative: true)),
      (.speakerPronouns, PronounReference(types: [.person])),
      (.speakersPronouns, PronounReference(types: [.organization, .country, .person], isPlural: true)),
      (.addresseePronouns, PronounReference(types: [.person])),
    ]
    return Dictionary(
      references.flatMap { list, reference in words[list].map { ($0, reference) } },
      uniquingKeysWith: { first, _ in first })
  }
}
