import RelataWords

/// The lists of words by which lemmas are found. The comments in `lemmatization.tsv` say what each is for.
enum LemmatizationList: String, EmbeddedWordList {
  case verbPrefixes

  static let file = WordFile(.lemmatization)
}
