public import RelataDocuments

/// What part a piece of text plays in its document.
public enum BlockKind: String, Hashable, Sendable {
  /// A title or section heading: names count; statements are taken from the first, the document's title,
  /// alone.
  case heading
  /// Running text: what statements are taken from.
  case prose
  /// Captions, bylines, link lists, navigation, embedded posts' signatures: read for nothing.
  case boilerplate
}

/// Consecutive sentences of one paragraph, heading or caption.
public struct AnalyzedBlock: Hashable, Sendable {
  /// What sort of text it is.
  public var kind: BlockKind
  /// In the order of the text.
  public var sentences: [Sentence]

  /// A block of sentences.
  public init(kind: BlockKind, sentences: [Sentence]) {
    self.kind = kind
    self.sentences = sentences
  }
}

/// A document as the language model reads it.
public struct AnalyzedDocument: Hashable, Sendable {
  /// The text, and what the document says of itself.
  public var source: SourceDocument
  /// In the order of the text.
  public var blocks: [AnalyzedBlock]

  /// A document of blocks.
  public init(source: SourceDocument, blocks: [AnalyzedBlock]) {
    self.source = source
    self.blocks = blocks
  }

  /// How many sentences all blocks have.
  /// - Complexity: O(blocks).
  public var sentenceCount: Int { blocks.reduce(0) { $0 + $1.sentences.count } }

  /// How many tokens all sentences have.
  /// - Complexity: O(sentences).
  public var wordCount: Int {
    blocks.reduce(0) { $0 + $1.sentences.reduce(0) { $0 + $1.tokens.count } }
  }
}
