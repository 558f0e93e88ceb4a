import RelataWords

/// The lists of words by which parts of documents are known. The comments in
/// `documents.tsv` say what each is for.
enum DocumentWordList: String, EmbeddedWordList {
  case replyMarks, forwardMarks, programTitles, newDocumentTitles, installationUsers, months

  static let file = WordFile(.documents)
}
