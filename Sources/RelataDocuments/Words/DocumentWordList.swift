import RelataWords

/// The lists of words by which parts of documents are known. The comments in
/// `documents.tsv` say what each is for.
enum DocumentWordList: String, EmbeddedWordList {
  case replyMarks, forwardMarks, programTitles, newDocumentTitles, installationUsers, months

  // Names of classes and ids in web pages.
  case bodyStems, commentsStems, relatedStems, listingStems, sharingStems, navigationStems, noticeStems,
    aboutStems, captionStems, leadStems, hiddenStems

  static let file = WordFile(.documents)
}
