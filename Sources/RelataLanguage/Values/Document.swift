/// How the characters of a text are to be understood.
public enum TextFormat: String, Hashable, Sendable {
  /// Every character is part of the text; blocks are guessed from the lines.
  case plain
  /// Markdown (CommonMark with tables and front matter): markup makes blocks and is no part of a sentence.
  case markdown
}

/// A text to read, with what is known about it.
public struct SourceDocument: Hashable, Sendable {
  /// A path relative to the input folder, or a file name; the identifier of the document everywhere.
  public var id: String
  /// The original text. All offsets count its Unicode scalars.
  public var text: String
  /// Metadata from a Markdown front matter block, keys in lower case (`title`, `date`, …).
  public var metadata: [String: String]
  /// How `text` is to be understood.
  public var format: TextFormat

  public init(id: String, text: String, metadata: [String: String] = [:], format: TextFormat = .plain) {
    self.id = id
    self.text = text
    self.metadata = metadata
    self.format = format
  }
}

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
