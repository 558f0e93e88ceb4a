/// A sentence as a CoNLL-U file has it.
public struct CoNLLUSentence: Hashable, Sendable {
  /// A surface word that consists of several syntactic words.
  public struct Multiword: Hashable, Sendable {
    /// Indices of its tokens.
    public var tokens: Range<Int>
    /// The word as written, e.g. `don't`.
    public var form: String

    /// One written word of several tokens.
    public init(tokens: Range<Int>, form: String) {
      self.tokens = tokens
      self.form = form
    }
  }

  /// From `# sent_id`; empty where there is none.
  public var id: String
  /// The `# text` comment, or what the tokens spell where there is none.
  public var text: String
  /// Token ranges count scalars of `text`.
  public var sentence: Sentence
  /// Written words of several tokens, in the order of the text.
  public var multiwords: [Multiword]
  /// From `# newdoc id` (or `# newdoc`, then empty) if it begins a document.
  public var newDocument: String?
  /// Whether it begins a paragraph.
  public var startsParagraph: Bool

  /// A sentence of these parts.
  public init(
    id: String, text: String, sentence: Sentence, multiwords: [Multiword] = [], newDocument: String? = nil,
    startsParagraph: Bool = false
  ) {
    self.id = id
    self.text = text
    self.sentence = sentence
    self.multiwords = multiwords
    self.newDocument = newDocument
    self.startsParagraph = startsParagraph
  }
}
