/// A paragraph, heading or caption as found in the text, before its words are looked at.
public struct TextBlock: Hashable, Sendable {
  /// What sort of text it is.
  public var kind: BlockKind
  /// Where its sentences stand in the document's original text, in Unicode scalars; they ascend, none is
  /// empty and none begins or ends with white space.
  public var sentences: [Range<Int>]

  /// A block of sentences, by their ranges in the text.
  public init(kind: BlockKind, sentences: [Range<Int>]) {
    self.kind = kind
    self.sentences = sentences
  }
}
