import RelataLanguage

/// Adverbs, pronouns, determiners, conjunctions, auxiliaries: words that carry no name and no relation.
///
/// Few of them leave what is asked as it is. All others change it (“else”, “seldom”, “nobody”, “but”, “might”), and no query says how,
/// so that a question with one of them is refused by name.
enum SmallWords {
  private static let adverbs: Set<String> = [
    "ever", "actually", "really", "exactly", "currently", "now", "presently", "already", "there", "when",
    "where",
    "how",
  ]
  private static let pronouns: Set<String> = [
    "who", "whom", "what", "which", "that", "there", "we", "you", "i", "me", "us", "anyone", "anybody",
    "anything",
    "someone", "somebody", "something",
  ]
  private static let determiners: Set<String> = ["the", "a", "an", "any", "some", "which", "what"]
  private static let conjunctions: Set<String> = ["and", "that"]
  private static let particles: Set<String> = ["'s", "’s", "'", "’"]
  static let negations: Set<String> = ["not", "n't", "n’t", "never"]
  /// Verbs of tense and voice.
  private static let auxiliaries: Set<String> = ["be", "do", "have", "get", "will"]
  private static let futures: Set<String> = ["will", "'ll", "’ll", "wo"]
  private static let modals: Set<String> = [
    "can", "ca", "cannot", "could", "may", "might", "must", "should", "would", "shall", "ought",
  ]

  static func isFuture(_ token: Token) -> Bool {
    token.partOfSpeech == .auxiliary && futures.contains(token.form.lowercased())
  }

  /// “Might”, “should”: asks for what may or ought to be.
  static func isModal(_ token: Token) -> Bool {
    modals.contains(token.form.lowercased())
      || (token.partOfSpeech == .auxiliary && !auxiliaries.contains(token.lemma.lowercased())
        && !isFuture(token) && !particles.contains(token.form.lowercased()))
  }

  /// Whether it may stand in a question without its being in the query; adpositions never.
  static func isPassedOver(_ token: Token) -> Bool {
    let form = token.form.lowercased()
    if negations.contains(form) { return true }
    return switch token.partOfSpeech {
    case .adverb: adverbs.contains(form)
    case .pronoun: pronouns.contains(form)
    case .determiner: determiners.contains(form)
    case .coordinatingConjunction, .subordinatingConjunction: conjunctions.contains(form)
    case .particle: particles.contains(form)
    case .interjection: form == "please"
    case .adposition: false
    default: true
    }
  }
}
