import RelataGraph
import RelataLanguage
import RelataWords

/// The words of a question, what they name, and the phrase that asks.
struct QuestionWords {
  /// What is named.
  enum Thing {
    case entity(Entity)
    /// Something unknown that a clause tells: “the group that captured Damascus”.
    case described([EntityType], [PatternWriter.Step])
  }

  struct Name {
    var thing: Thing
    var tokens: Range<Int>

    var entity: Entity? { if case .entity(let entity) = thing { entity } else { nil } }

    /// Any of them may be its type; empty: any type at all.
    var types: [EntityType] {
      switch thing {
      case .entity(let entity): [entity.type]
      case .described(let types, _): types
      }
    }
  }

  let tokens: [Token]
  var names: [Name]
  /// What part of the tokens is looked at: all, or one clause.
  var scope: Range<Int>
  var phrase: AskingPhrase

  /// Verbs that say nothing of their own.
  static let lightVerbs = QuestionWordList.lightVerbs.words
  /// Small words that change what is asked, and that no query can say.
  private static let qualifying = QuestionWordList.qualifyingWords.words
  private let lemmas: [String]
  private let forms: [String]

  init(tokens: [Token], names: [Name], phrase: AskingPhrase) {
    self.tokens = tokens
    lemmas = tokens.map { $0.lemma.lowercased() }
    forms = tokens.map { $0.form.lowercased() }
    self.names = names
    self.phrase = phrase
    scope = tokens.indices
  }

  /// Where it says “not” or “never”.
  var negations: [Int] { scope.filter { !isNamed($0) && SmallWords.negations.contains(form($0)) } }

  /// “Didn't X …?” expects yes and asks the same as “Did X …?”; “Did X not …?” and
  /// “Did X never …?” do not.
  var isRhetorical: Bool {
    guard phrase.ask == .whether, let negation = negations.first, negations.count == 1 else { return false }
    return ["n't", "n’t"].contains(form(negation))
      && !tokens[..<negation].dropLast().contains { $0.partOfSpeech != .punctuation }
  }

  /// Whether it asks for what is to come: “Who will visit X?”
  var asksForPlans: Bool { scope.contains { !isNamed($0) && SmallWords.isFuture(tokens[$0]) } }

  var root: Int? { scope.first { tokens[$0].head == nil } }

  /// In lower case.
  func lemma(_ index: Int) -> String { lemmas[index] }

  /// In lower case.
  func form(_ index: Int) -> String { forms[index] }

  func isNamed(_ token: Int) -> Bool { names.contains { $0.tokens.contains(token) } }

  /// The text of some words, a space between each.
  func text(_ range: Range<Int>) -> String { tokens[range].map(\.form).joined(separator: " ") }

  /// The preposition right before a name, in lower case, an article between them aside.
  func adposition(before name: Name) -> (index: Int, word: String)? {
    var place = name.tokens.lowerBound - 1
    while place >= 0, [.determiner, .adjective].contains(tokens[place].partOfSpeech) { place -= 1 }
    guard place >= 0, tokens[place].partOfSpeech == .adposition || tokens[place].tag == "TO" else {
      return nil
    }
    return (place, form(place))
  }

  /// Whether a name is a possessor: “Syria's …”.
  func isPossessive(_ name: Name) -> Bool {
    name.tokens.upperBound < tokens.count && tokens[name.tokens.upperBound].tag == "POS"
  }

  /// Whether a word is a verb. The model takes rarer ones for nouns, but in “Whom did X phone?” the verb
  /// can only stand after the subject.
  func isVerb(_ index: Int) -> Bool {
    if tokens[index].partOfSpeech == .verb { return true }
    guard let subject = names.first(where: { $0.tokens.upperBound == index }),
      scope.contains(where: { $0 < subject.tokens.lowerBound && lemma($0) == "do" })
    else { return false }
    return !scope.contains { !isNamed($0) && tokens[$0].partOfSpeech == .verb && lemma($0) != "do" }
  }

  /// Whether a verb is in the passive voice. In “Was X acquitted?” the participle alone may tell it.
  func isPassive(_ verb: Int) -> Bool {
    if tokens[verb].tag == "VBN", scope.contains(where: { $0 < verb && lemma($0) == "be" && !isNamed($0) }) {
      return true
    }
    return tokens.contains {
      $0.head == verb && ["aux:pass", "nsubj:pass", "obl:agent"].contains($0.relation)
    }
  }

  /// Small words that must not be passed over, nor are in the asking phrase or a date.
  var smallWords: [Int] {
    let dates = QuestionDates(self).used
    return scope.filter { index in
      !isNamed(index) && !phrase.tokens.contains(index) && !dates.contains(index)
        && !SmallWords.isPassedOver(tokens[index]) && tokens[index].tag != "POS"
    }
  }

  /// Words that say something and are neither names nor the asking phrase nor a date: each must be
  /// understood, or the question is not.
  var content: [Int] {
    let dates = QuestionDates(self).used
    return scope.filter { index in
      guard !isNamed(index), !phrase.tokens.contains(index), !dates.contains(index) else { return false }
      if Self.qualifying.contains(form(index)) { return true }
      return [.noun, .properNoun, .verb, .adjective, .numeral, .symbol, .other].contains(
        tokens[index].partOfSpeech)
        && !Self.lightVerbs.contains(lemma(index)) && tokens[index].tag != "POS"
    }
  }
}
