import RelataWords

/// The lists of words by which mentions are known to speak of the same. The comments in
/// `coreference.tsv` say what each is for.
enum CoreferenceWordList: String, EmbeddedWordList {
  case masculine, feminine, neuter, plural, speaker, speakers, addressee, relativePersonal, relative
  case definite, demonstrative, introducing, whole, namesFunctionWords
  case aliasPhrases, indefinite, soleOffices, acting, otherHolders

  static let file = WordFile(.coreference)

  /// The groups of pronouns in the order in which the model numbers them.
  static let pronounGroups: [Self] = [
    .masculine, .feminine, .neuter, .plural, .speaker, .speakers, .addressee, .relativePersonal, .relative,
  ]
}
