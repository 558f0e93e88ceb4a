import RelataWords

/// The lists of words by which sentences are cut into words. The comments in
/// `tokenization.tsv` say what each is for.
enum TokenizationList: String, EmbeddedWordList {
  // Abbreviations that are written with a full stop, without it.
  case titleAbbreviations, generalAbbreviations, ambiguousAbbreviations, abbreviationsBeforeNumbers

  // Parts of words.
  case prefixes, suffixes, contractions, wordsBeforeClitics, numberUnits, capitalUnits, addressEndings

  static let file = WordFile(.tokenization)
}
