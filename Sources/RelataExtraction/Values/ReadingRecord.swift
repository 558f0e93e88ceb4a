/// Everything about one document that the learned heads read, for `Training/`: tokens and trees, candidate mentions, times and the
/// ontology's triggers, and what stands in the annotation's place where a rule has an opinion.
///
/// Positions in the text are Unicode scalars from 0; sentences, tokens, mentions and chains are counted from 0.
public struct ReadingRecord: Encodable, Sendable {
  public struct Sentence: Encodable, Sendable {
    /// `prose`, `title`, `heading` or `furniture`.
    public var kind: String
    public var forms: [String]
    /// Start and end of each token.
    public var ranges: [[Int]]
    public var tags: [String]
    public var lemmas: [String]
    /// The head of each token, −1 for the root, names collapsed into one node.
    public var heads: [Int]
    public var relations: [String]
  }

  public struct Mention: Encodable, Sendable {
    public var sentence: Int
    public var first: Int
    public var last: Int
    public var head: Int
    public var kind: String
    public var types: [String]
    public var plural: Bool
    public var gender: String?
    public var chains: [Int]
  }

  public struct Chain: Encodable, Sendable {
    public var name: String
    public var type: String
  }

  public struct Time: Encodable, Sendable {
    public var sentence: Int
    public var first: Int
    public var last: Int
    public var head: Int
    public var span: String
  }

  public struct Trigger: Encodable, Sendable {
    public var sentence: Int
    public var token: Int
    public var relations: [String]
  }

  /// What the grammar of the ontology's triggers links.
  public struct Link: Encodable, Sendable {
    public var sentence: Int
    /// Chains.
    public var subject: Int
    public var object: Int
    public var relation: String
  }

  public var document: String
  public var date: String?
  public var sentences: [Sentence] = []
  public var mentions: [Mention] = []
  public var chains: [Chain] = []
  public var times: [Time] = []
  public var triggers: [Trigger] = []
  public var links: [Link] = []
}
