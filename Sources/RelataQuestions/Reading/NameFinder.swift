import RelataGraph
import RelataLanguage
import RelataQuery

/// Finds the entities that a question names: the longest runs of words that the graph knows as a name.
struct NameFinder {
  let matcher: EntityMatcher
  let kinds: KindFinder

  /// How many words a name has at most.
  private static let longest = 7

  func names(in sentence: Sentence, text: String) throws(QuestionError) -> [QuestionWords.Name] {
    let tokens = sentence.tokens
    let scalars = Array(text.unicodeScalars)
    var found: [QuestionWords.Name] = []
    var place = 0
    while place < tokens.count {
      if let name = try name(at: place, tokens, scalars) {
        found.append(name)
        place = name.tokens.upperBound
      } else {
        place += 1
      }
    }
    try refuseUnknown(sentence, scalars, found)
    return joined(found, tokens, scalars)
  }

  /// “Russian President Vladimir Putin”: a country before a title before a name only
  /// says more of who is named.
  private func joined(
    _ names: [QuestionWords.Name], _ tokens: [Token], _ scalars: [Unicode.Scalar]
  ) -> [QuestionWords.Name] {
    var result: [QuestionWords.Name] = []
    for name in names {
      if let last = result.last, last.tokens.upperBound < name.tokens.lowerBound, name.types == [.person],
        kinds.isTitle(Self.text(tokens[last.tokens.upperBound..<name.tokens.lowerBound], scalars))
      {
        result.removeLast()
        result.append(
          QuestionWords.Name(thing: name.thing, tokens: last.tokens.lowerBound..<name.tokens.upperBound))
      } else {
        result.append(name)
      }
    }
    return result
  }

  private func name(
    at start: Int, _ tokens: [Token], _ scalars: [Unicode.Scalar]
  ) throws(QuestionError) -> QuestionWords.Name? {
    guard canBegin(tokens[start], isFirst: start == 0) else { return nil }
    for end in stride(from: min(tokens.count, start + Self.longest), to: start, by: -1) {
      guard canEnd(tokens[end - 1]) else { continue }
      let words = tokens[start..<end]
      let phrase = Self.text(words, scalars)
      switch matcher.find(phrase) {
      case .unique(let match) where isAcceptable(match.quality, words) && isNamed(match.entity, by: words):
        return QuestionWords.Name(thing: .entity(match.entity), tokens: start..<end)
      case .ambiguous(let matches):
        guard let first = matches.first, isAcceptable(first.quality, words),
          matches.contains(where: { isNamed($0.entity, by: words) })
        else { continue }
        throw .ambiguousName(phrase, candidates: matches)
      default: continue
      }
    }
    return nil
  }

  static func text(_ words: ArraySlice<Token>, _ scalars: [Unicode.Scalar]) -> String {
    guard let first = words.first, let last = words.last else { return "" }
    return String(String.UnicodeScalarView(scalars[first.range.lowerBound..<last.range.upperBound]))
  }

  private static func isCapital(_ token: Token) -> Bool {
    token.form.unicodeScalars.first?.properties.isUppercase == true
  }

  /// “IF”, “WHO”: an acronym that the model may take for a common word. Of any length, for the graph tells
  /// whether it names something.
  private static func isInCapitals(_ token: Token) -> Bool {
    token.form.unicodeScalars.count > 1 && token.form.unicodeScalars.allSatisfy { $0.properties.isUppercase }
  }

  private func canBegin(_ token: Token, isFirst: Bool) -> Bool {
    if !isFirst, Self.isInCapitals(token) { return true }
    switch token.partOfSpeech {
    case .auxiliary, .pronoun, .determiner, .adverb, .adposition, .punctuation, .particle,
      .subordinatingConjunction, .coordinatingConjunction, .interjection:
      return false
    case .verb: return !isFirst && Self.isCapital(token)
    default: return true
    }
  }

  private func canEnd(_ token: Token) -> Bool {
    if Self.isInCapitals(token) { return true }
    switch token.partOfSpeech {
    case .auxiliary, .determiner, .adposition, .punctuation, .particle, .coordinatingConjunction: return false
    default: return token.tag != "POS"
    }
  }

  /// A word in small letters must be the name itself (“who leads hts?”): it may be a common word as well.
  /// Parts of names and typing errors count only where every word that carries meaning has a capital.
  private func isAcceptable(_ quality: MatchQuality, _ words: ArraySlice<Token>) -> Bool {
    let content = words.filter {
      ![.adposition, .determiner, .punctuation, .particle].contains($0.partOfSpeech)
    }
    if quality >= .words { return content.allSatisfy(Self.isCapital) }
    return content.contains(where: Self.isCapital) || quality <= .spelling
  }

  /// Words in small letters are no name of what a text only described ("the group", "a leader").
  private func isNamed(_ entity: Entity, by words: ArraySlice<Token>) -> Bool {
    words.contains(where: Self.isCapital)
      || ([entity.name] + entity.aliases.map(\.name)).contains { name in
        name.split(separator: " ").allSatisfy { $0.first?.isLowercase != true || $0.count < 4 }
      }
  }

  /// A name that the graph does not know must not be passed over in silence.
  private func refuseUnknown(
    _ sentence: Sentence, _ scalars: [Unicode.Scalar], _ found: [QuestionWords.Name]
  ) throws(QuestionError) {
    let known = Set(found.flatMap { Array($0.tokens) })
    var place = 0
    while place < sentence.tokens.count {
      var end = place
      while end < sentence.tokens.count, !known.contains(end), isName(sentence.tokens[end], isFirst: end == 0)
      {
        end += 1
      }
      guard end > place else {
        place += 1
        continue
      }
      let phrase = Self.text(sentence.tokens[place..<end], scalars)
      if !QuestionDates.isDateWord(phrase), !kinds.isTitle(phrase) {
        guard case .unknown(let suggestions) = matcher.find(phrase) else {
          throw .unknownName(phrase, suggestions: [])
        }
        throw .unknownName(phrase, suggestions: suggestions)
      }
      place = end
    }
  }

  private func isName(_ token: Token, isFirst: Bool) -> Bool {
    !isFirst && Self.isCapital(token) && token.partOfSpeech == .properNoun
  }
}
