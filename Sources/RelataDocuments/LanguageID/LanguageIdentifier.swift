/// Says which language a text is in.
///
/// Most scripts say it at once; for those that several languages share (Latin, Cyrillic, Arabic, Devanagari,
/// Hebrew, Ethiopic) a small model looks at the sequences of letters within words. It knows no grammar and
/// hardly any words, so closely related languages (Croatian and Serbian, Malay and Indonesian, Xhosa and
/// Zulu) may be taken for each other.
///
/// ```swift
/// let identifier = try LanguageIdentifier()
/// identifier.foreignLanguage(of: "Le président a quitté Paris mardi soir.")?.name  // "French"
/// ```
public struct LanguageIdentifier: Sendable {
  /// English is told from others by this code.
  public static let english = "en"

  private let model: NgramModel
  private let folding: LetterFolding

  /// - Throws: `LanguageModelError` if the program was built with a wrong data file.
  public init() throws(LanguageModelError) {
    model = try NgramModel.embedded()
    folding = LetterFolding()
  }

  /// The languages of a text with their shares, the largest first; those below `least` are left out. Empty if
  /// the text has fewer than `shortest` letters.
  ///
  /// Of a text longer than 64 KiB sixteen stretches, evenly spread, are looked at.
  /// - Complexity: linear in the text, 64 KiB at most.
  public func shares(of text: some StringProtocol) -> [IdentifiedLanguage] {
    tally(text).shares(model: model)
  }

  /// The language that most of a text is in, nil if it has too few letters to tell.
  public func language(of text: some StringProtocol) -> IdentifiedLanguage? {
    tally(text).shares(model: model).first
  }

  /// The language of a text that is beyond doubt not English, else nil: for a text that is English, has too
  /// few letters, or is in parts English, as an article with long quotations is.
  ///
  /// A text of names alone looks foreign, so that the shorter it is the surer one has to be.
  public func foreignLanguage(of text: some StringProtocol) -> IdentifiedLanguage? {
    let tally = tally(text)
    let shares = tally.shares(model: model)
    guard let first = shares.first, first.code != Self.english else { return nil }
    guard tally.letters >= Self.fewestForModel || tally.lettersOfSystems > tally.letters / 2 else {
      return nil
    }
    let english = shares.first { $0.code == Self.english }?.probability ?? 0
    let length = min(tally.letters / Self.sureLetters, 1)
    return english < Self.leastEnglish * length && first.probability > Self.leastForeign ? first : nil
  }

  /// A text with fewer letters is in no language.
  public static let shortest = 12
  /// A smaller share of a text's letters is no language of it.
  public static let least = 0.005

  /// Fewer letters than this say nothing unless their script does: abbreviations, a dateline, coordinates.
  private static let fewestForModel = 40.0
  /// From so many letters on the share of English alone decides.
  private static let sureLetters = 400.0
  /// A text of which so much is English is read.
  private static let leastEnglish = 0.35
  /// Letters without sense are spread over many languages.
  private static let leastForeign = 0.3

  private func tally(_ text: some StringProtocol) -> LanguageTally {
    var tally = LanguageTally(model: model, folding: folding)
    if text.utf8.count <= TextStretches.wholeBytes {
      tally.add(text.unicodeScalars)
    } else {
      var text = String(text)
      text.withUTF8 { bytes in
        for stretch in TextStretches(bytes) { tally.add(stretch) }
      }
    }
    tally.finish()
    return tally
  }
}
