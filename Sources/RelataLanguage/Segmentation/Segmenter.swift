/// Text → blocks → sentences → tokens.
///
/// ```swift
/// for block in Segmenter().segment(document) where block.kind == .prose {
///   print(block.sentences.map { $0.tokens.map(\.form) })
/// }
/// ```
public struct Segmenter: Sendable {
  /// A sentence of more tokens is cut: after the last punctuation mark before the limit, else hard.
  public static let longestSentence = 200

  public init() {}

  /// The blocks of a document in the order of the text.
  /// - Complexity: O(*n*) for *n* scalars.
  public func blocks(of document: SourceDocument) -> [TextBlock] {
    layout(of: document).blocks
  }

  /// The blocks of a document with the tokens of their sentences, which lack all but form and place: parts of
  /// speech, lemmas, heads and names are for the language model to fill in.
  public func segment(_ document: SourceDocument) -> [AnalyzedBlock] {
    let layout = layout(of: document)
    let tokenizer = Tokenizer()
    return layout.blocks.compactMap { block in
      let sentences = block.sentences.flatMap { range in
        SentenceCutter.cut(
          tokenizer.tokens(of: layout.visible, in: range, original: layout.original),
          most: Self.longestSentence)
      }
      return sentences.isEmpty
        ? nil : AnalyzedBlock(kind: block.kind, sentences: sentences.map { Sentence(tokens: $0) })
    }
  }

  /// What the text is seen to consist of.
  private struct Layout {
    var original: [Unicode.Scalar]
    /// The original with markup made invisible, scalar for scalar.
    var visible: [Unicode.Scalar]
    var blocks: [TextBlock]
  }

  private func layout(of document: SourceDocument) -> Layout {
    let original = Array(document.text.unicodeScalars)
    var blocks: [TextBlock] = []
    var open: Range<Int>?
    for line in LineReader(original) {
      if original[line].allSatisfy({ $0.isSpace }) {
        if let range = open { blocks.append(TextBlock(kind: .prose, sentences: [range])) }
        open = nil
      } else {
        open = (open?.lowerBound ?? line.lowerBound)..<line.upperBound
      }
    }
    if let range = open { blocks.append(TextBlock(kind: .prose, sentences: [range])) }
    return Layout(original: original, visible: original, blocks: blocks)
  }
}
