import RelataWords

/// The lists of English words that segmentation looks in. The comments in
/// `segmentation.tsv` say what each is for.
///
/// Which words those are is data, so that a list can be read, judged and mended without reading code.
enum SegmentationList: String, EmbeddedWordList {
  // Datelines.
  case agencies, agencyKinds, functionWords, labels, placesWithArticle, degrees, placeParticles,
    placePrepositions, months, weekdays

  // Lines above an article with its date and author.
  case publishingWords, updatingWords, wordsBesideDates, authorLineWords, wordsBeforeToldDates, dateLineWords,
    dateLineBeginnings, bylineWords

  // Where sentences begin and end.
  case sentenceStarters, wordsThatCannotEnd, abbreviationsThatLeadOn, speechVerbs, wordsAfterTimes,
    domainEndings, nameArticles, finiteVerbs, verbClitics, verbContractions

  // What web pages print around their articles.
  case linkSections, commentSections, frameLines, frameBeginnings, frameParts

  static let file = WordFile(.segmentation)
}
