import RelataLanguage
import RelataWords

/// Adverbs, pronouns, determiners, conjunctions, auxiliaries: words that carry no name and no relation.
///
/// Few of them leave what is asked as it is. All others change it (“else”, “seldom”, “nobody”,
/// “but”, “might”), and no query says how, so that a question with one of them is refused by name.
enum SmallWords {
  private static let adverbs = QuestionWordList.adverbs.words
  private static let pronouns = QuestionWordList.pronouns.words
  private static let determiners = QuestionWordList.determiners.words
  private static let conjunctions = QuestionWordList.conjunctions.words
  private static let particles = QuestionWordList.particles.words
  static let negations = QuestionWordList.negations.words
  /// Verbs of tense and voice.
  private static let auxiliaries = QuestionWordList.auxiliaries.words
  private static let futures = QuestionWordList.futureAuxiliaries.words
  private static let modals = QuestionWordList.modals.words

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
