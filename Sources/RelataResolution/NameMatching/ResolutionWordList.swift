import RelataWords

/// The lists of words with a part to play inside names. The comments in
/// `resolution.tsv` say what each is for.
enum ResolutionWordList: String, EmbeddedWordList {
  // Names of persons.
  case particles, kunyas, servants, honorifics, givenNames

  // Names of organisations and places.
  case longLegalForms, genericWords, sharedNouns, placeHeads, expansions

  // Numbers.
  case smallNumbers, tens

  static let file = WordFile(.resolution)
}
