import RelataWords

/// Abbreviations that are written with a full stop, by how far the stop tells the end of a sentence.
enum Abbreviations {
  /// What a full stop after a word says.
  enum Kind {
    /// A title or the like that a name must follow: never ends a sentence.
    case title
    /// Keeps its stop, may also end a sentence.
    case general
    /// Is a word of its own without the stop ("no", "sun"): an abbreviation only before the right company.
    case ambiguous
  }

  private static let titles = TokenizationList.titleAbbreviations.words

  private static let generals = TokenizationList.generalAbbreviations.words

  private static let ambiguous = TokenizationList.ambiguousAbbreviations.words

  /// What these are followed by when they are abbreviations: a number.
  static let beforeNumbers = TokenizationList.abbreviationsBeforeNumbers.words

  /// What a full stop after `word` (given without it) says; nil where it is only a full stop.
  static func kind(_ word: String) -> Kind? {
    let lower = word.lowercased()
    if isInitials(word) { return .general }
    let isTitle = titles.contains(lower)
    // Titles are capitalised; "v." and "vs." are not.
    if isTitle, word.first?.isUppercase == true || lower == "v" || lower == "vs" { return .title }
    if ambiguous.contains(lower) { return .ambiguous }
    return generals.contains(lower) ? .general : nil
  }

  /// `U.S`, `a.m`, `J`, `J.K`: single letters with stops between.
  static func isInitials(_ word: String) -> Bool {
    var expectsLetter = true
    var letters = 0
    for character in word {
      if expectsLetter {
        guard character.isLetter else { return false }
        letters += 1
      } else if character != "." {
        return false
      }
      expectsLetter.toggle()
    }
    guard letters > 0, !expectsLetter else { return false }
    return letters > 1 || word.first?.isUppercase == true
  }

  /// A single capital letter.
  static func isInitial(_ word: String) -> Bool {
    word.unicodeScalars.count == 1 && word.unicodeScalars.first?.isUppercaseLetter == true
  }
}
