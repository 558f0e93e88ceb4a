public import RelataDocuments

/// What part a piece of text plays in its document.
public enum BlockKind: String, Hashable, Sendable {
  /// A title or section heading: names count, statements do not.
  case heading
  /// Running text: what statements are taken from.
  case prose
  /// Captions, bylines, link lists, navigation, embedded posts' signatures: read for nothing.
  case furniture
}

/// Consecutive sentences of one paragraph, heading or caption.
public struct AnalyzedBlock: Hashable, Sendable {
  public var kind: BlockKind
  public var sentences: [Sentence]

  public init(kind: BlockKind, sentences: [Sentence]) {
    self.kind = kind
    self.sentences = sentences
  }
}

/// A document as the language model reads it.
public struct AnalyzedDocument: Hashable, Sendable {
  public var source: SourceDocument
  public var blocks: [AnalyzedBlock]

  public init(source: SourceDocument, blocks: [AnalyzedBlock]) {
    self.source = source
    self.blocks = blocks
  }

  public var sentenceCount: Int { blocks.reduce(0) { $0 + $1.sentences.count } }

  public var wordCount: Int {
    blocks.reduce(0) { $0 + $1.sentences.reduce(0) { $0 + $1.tokens.count } }
  }
}
