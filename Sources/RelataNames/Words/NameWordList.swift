import RelataWords

/// The lists of words that names are given with or without. The comments in `names.tsv` say what each is for.
enum NameWordList: String, EmbeddedWordList {
  case attachedArticles, bareArticles, englishArticles, fillers, legalForms, regnalTitles

  static let file = WordFile(.names)
}
