import RelataWords

/// The lists of words that names are given without. The comments in `names.tsv` say what each is for.
enum NameWordList: String, EmbeddedWordList {
  case attachedArticles, bareArticles, englishArticles, fillers, legalForms

  static let file = WordFile(.names)
}
