/// How well the tokeniser and the segmenter agree with a gold file.
public struct SegmentationScore: Hashable, Sendable {
  /// Words found in the text of each gold sentence.
  public var words = SpanCount()
  /// Words found in the raw text of whole documents.
  public var rawWords = SpanCount()
  /// Sentences found in the raw text of whole documents.
  public var rawSentences = SpanCount()

  /// Compares with `gold`. Raw documents are the gold sentences' texts, joined by spaces,
  /// paragraphs by empty lines.
  /// - Complexity: O(*n*).
  public init(gold: [CoNLLUSentence]) {
    let tokenizer = Tokenizer()
    for sentence in gold {
      words.add(
        gold: Set(sentence.sentence.tokens.map(\.range)),
        system: Set(tokenizer.tokens(of: sentence.text).map(\.range)))
    }
    for document in gold.documents {
      let raw = RawDocument(document)
      let found = Segmenter().segment(raw.source).flatMap(\.sentences)
      rawSentences.add(gold: Set(raw.sentences.map(\.range)), system: Set(found.map(\.range)))
      rawWords.add(
        gold: Set(raw.sentences.flatMap { $0.tokens.map(\.range) }),
        system: Set(found.flatMap { $0.tokens.map(\.range) }))
    }
  }
}
