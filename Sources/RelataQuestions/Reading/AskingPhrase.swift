import RelataLanguage
import RelataWords

/// The phrase that says what an answer is: “Who”, “By whom”, “Which military bases”, “In what
/// year”, “How many cities”.
struct AskingPhrase {
  enum Ask {
    case who, what, when, place, howMany, how, whether
    /// “Tell me about …”
    case tell
  }

  let ask: Ask
  /// Empty for a question for yes or no.
  let tokens: Range<Int>
  /// Its noun in lower case, singular, its describing words before it: ["military", "base"].
  let noun: [String]

  private static let times = QuestionWordList.timeNouns.words
  private static let places = QuestionWordList.placeNouns.words
  /// What may stand between “tell” and a name.
  private static let telling = QuestionWordList.wordsAfterTell.words
  private static let timeAdpositions = QuestionWordList.wordsBeforeAskedTimes.words
  private static let placeAdpositions = QuestionWordList.wordsBeforeAskedPlaces.words
  private static let askingWords = QuestionWordList.askingWords.words

  init(_ tokens: [Token], names: [QuestionWords.Name]) throws(QuestionError) {
    guard let first = tokens.firstIndex(where: { $0.partOfSpeech != .punctuation }) else { throw .empty }
    func form(_ index: Int) -> String {
      tokens.indices.contains(index) ? tokens[index].form.lowercased() : ""
    }
    // The asking word may follow a preposition: “By whom”, “In which year”, “Since when”.
    let start =
      Self.askingWords.contains(form(first + 1)) && !Self.askingWords.contains(form(first))
      ? first + 1 : first
    var end = start + 1
    func readNoun() throws(QuestionError) -> [String] {
      var noun: [String] = []
      // The rest of the noun phrase: “military bases”, up to an auxiliary, a verb or a name.
      while end < tokens.count, !names.contains(where: { $0.tokens.contains(end) }),
        [.noun, .adjective, .properNoun].contains(tokens[end].partOfSpeech)
      {
        noun.append(tokens[end].lemma.lowercased())
        end += 1
      }
      if noun.isEmpty, let name = names.first(where: { $0.tokens.lowerBound == end }),
        let next = tokens.indices.contains(name.tokens.upperBound) ? tokens[name.tokens.upperBound] : nil,
        next.partOfSpeech == .noun
      {
        let words = (tokens[name.tokens] + [next]).map(\.form).joined(separator: " ")
        throw .notUnderstood("“\(words)” does not say what the one has to do with the other; use a verb")
      }
      return noun
    }
    var ask: Ask
    var noun: [String] = []
    switch form(start) {
    case "who", "whom": ask = .who
    case "what", "which":
      ask = .what
      noun = try readNoun()
    case "when": ask = .when
    case "where": ask = .place
    case "how":
      if form(end) == "many" {
        end += 1
        noun = try readNoun()
        guard !noun.isEmpty else { throw .notUnderstood("it does not say what to count") }
        ask = .howMany
      } else {
        ask = .how
      }
    case "tell", "describe":
      ask = .tell
      while Self.telling.contains(form(end)), !names.contains(where: { $0.tokens.contains(end) }) { end += 1 }
    case "why": throw .notUnderstood("the graph knows no reasons")
    case "whose": throw .notUnderstood("“whose” is not among the words that it may begin with")
    default:
      guard
        tokens[first].partOfSpeech == .auxiliary
          || QuestionWords.lightVerbs.contains(tokens[first].lemma.lowercased())
      else {
        throw .notUnderstood(
          "it begins neither with who, what, which, when, where or how, nor with did, is or has")
      }
      ask = .whether
    }
    if ask == .what, let head = noun.last {
      if Self.times.contains(head) { (ask, noun) = (.when, []) }
      if Self.places.contains(head), noun.count == 1 { (ask, noun) = (.place, []) }
    }
    self.ask = ask
    self.noun = noun
    // Which preposition it is decides what is asked, but for plain ones of time and place: “in
    // which year”, “since when”.
    let isPlain =
      switch ask {
      case .when: Self.timeAdpositions.contains(form(first))
      case .place: Self.placeAdpositions.contains(form(first))
      default: false
      }
    self.tokens = ask == .whether ? first..<first : (isPlain ? first : start)..<end
  }

  /// Of a clause inside a question, which asks for nothing itself.
  init(clauseAt start: Int) {
    ask = .what
    tokens = start..<start
    noun = []
  }

  /// Whether an entity is asked for, so that one end of the statement is open.
  var asksForThing: Bool { [.who, .what, .howMany].contains(ask) }
}
