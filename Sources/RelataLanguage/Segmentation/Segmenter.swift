public import RelataDocuments

/// Text → blocks → sentences → tokens.
///
/// ```swift
/// for block in Segmenter().segment(document) where block.kind == .prose {
///   print(block.sentences.map { $0.tokens.map(\.form) })
/// }
/// ```
public struct Segmenter: Sendable {
  /// A sentence of more tokens is cut: after the last punctuation mark in the second half
  /// before the limit, else hard.
  public static let longestSentence = 200

  /// Needs nothing: its lists come with Relata.
  public init() {}

  /// The blocks of a document in the order of the text. Together they cover all that is neither white space
  /// nor invisible nor markup nor front matter nor code.
  /// - Complexity: O(*n*) for *n* scalars.
  public func blocks(of document: SourceDocument) -> [TextBlock] {
    layout(of: document).blocks
  }

  /// The blocks of a document with the tokens of their sentences, which lack all but form and place: parts of
  /// speech, lemmas, heads and names are for the language model to fill in.
  /// - Complexity: O(*n*) for *n* scalars.
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

  /// What a document says about its own date and place: its date lines and its datelines.
  /// - Complexity: O(*n*) for *n* scalars.
  public func opening(of document: SourceDocument) -> DocumentOpening { layout(of: document).opening }

  /// What the text is seen to consist of.
  private struct Layout {
    var original: [Unicode.Scalar]
    /// The original with markup made invisible, scalar for scalar.
    var visible: [Unicode.Scalar]
    var blocks: [TextBlock]
    var opening: DocumentOpening
  }

  private func layout(of document: SourceDocument) -> Layout {
    let original = Array(document.text.unicodeScalars)
    let visible: [Unicode.Scalar]
    let units: [TextUnit]
    switch document.format {
    case .plain:
      visible = original
      units = PlainParagraphs(scalars: original).units()
    case .markdown:
      var markdown = MarkdownParagraphs(original)
      units = markdown.units()
      visible = markdown.visible
    }
    var classifier = TextUnitClassifier(units: units, scalars: visible)
    let kinds = classifier.classify()
    let opening = OpeningReader(scalars: visible, units: units, kinds: kinds)
    let datelines = opening.datelines()
    let splitter = SentenceSplitter(scalars: visible)
    var blocks: [TextBlock] = []
    for (index, (unit, kind)) in zip(units, kinds).enumerated() {
      var range = unit.range
      if let end = datelines[index]?.range.upperBound {
        blocks.append(TextBlock(kind: .boilerplate, sentences: [visible.trimmed(range.lowerBound..<end)]))
        range = end..<range.upperBound
      }
      let sentences = splitter.sentences(in: range)
      if !sentences.isEmpty { blocks.append(TextBlock(kind: kind, sentences: sentences)) }
    }
    return Layout(
      original: original, visible: visible, blocks: blocks,
      opening: DocumentOpening(lines: opening.lines(), datelines: opening.first(datelines)))
  }
}
