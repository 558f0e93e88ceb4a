import RelataWords

/// The lists of words in names of persons that come and go. The comments in
/// `persons.tsv` say what each is for.
enum PersonWordList: String, EmbeddedWordList {
  case particles, ambiguousParticles, wordsBeforePlaces

  static let file = WordFile(.persons)
}
