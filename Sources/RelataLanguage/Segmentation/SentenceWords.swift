import RelataWords

/// Words that tell where sentences begin and end, all in lower case.
enum SentenceWords {
  static let starters = SegmentationList.sentenceStarters.words
  static let cannotEnd = SegmentationList.wordsThatCannotEnd.words
  static let leadsOn = SegmentationList.abbreviationsThatLeadOn.words
  static let speech = SegmentationList.speechVerbs.words
  static let timeZones = SegmentationList.wordsAfterTimes.words
  static let domainEndings = SegmentationList.domainEndings.words
}
