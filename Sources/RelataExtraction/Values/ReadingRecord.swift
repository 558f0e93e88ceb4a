/// Everything about one document that the learned heads read, for `Training/`: tokens and trees,
/// candidate mentions, times and the ontology's triggers, and what stands in the annotation's place
/// where a rule has an opinion.
///
/// Positions in the text are Unicode scalars from 0; sentences, tokens, mentions and
/// chains are counted from 0.
public struct ReadingRecord: Encodable, Sendable {
  /// A sentence with its tree.
  public struct Sentence: Encodable, Sendable {
    /// `prose`, `title`, `heading` or `boilerplate`.
    public var kind: String
    /// The tokens as written.
    public var forms: [String]
    /// Start and end of each token.
    public var ranges: [[Int]]
    /// The Penn Treebank tag of each token.
    public var tags: [String]
    /// The dictionary form of each token.
    public var lemmas: [String]
    /// The head of each token, −1 for the root, names collapsed into one node.
    public var heads: [Int]
    /// The dependency relation of each token to its head.
    public var relations: [String]
  }

  /// A place in the text that speaks of something.
  public struct Mention: Encodable, Sendable {
    /// In which sentence.
    public var sentence: Int
    /// Its first token.
    public var first: Int
    /// Its last token, included.
    public var last: Int
    /// The token that stands for it in the tree.
    public var head: Int
    /// By what sort of words: one of ``ResolvedMention/Kind``.
    public var kind: String
    /// What it may be by its own words.
    public var types: [String]
    /// Whether it speaks of several.
    public var plural: Bool
    /// `masculine`, `feminine` or `either`; nil where the words do not tell.
    public var gender: String?
    /// Those that it was taken to belong to; several for "the two leaders".
    public var chains: [Int]
  }

  /// What several mentions speak of.
  public struct Chain: Encodable, Sendable {
    /// The fullest name.
    public var name: String
    /// The identifier of its type in the ontology.
    public var type: String
  }

  /// A time that the text names.
  public struct Time: Encodable, Sendable {
    /// In which sentence.
    public var sentence: Int
    /// Its first token.
    public var first: Int
    /// Its last token, included.
    public var last: Int
    /// The token that stands for it in the tree.
    public var head: Int
    /// The dates that it means, as ``TimeSpan`` writes itself.
    public var span: String
  }

  /// A word or phrase by which the ontology's relations are expressed.
  public struct Trigger: Encodable, Sendable {
    /// In which sentence.
    public var sentence: Int
    /// The token that stands for it in the tree.
    public var token: Int
    /// The relations that it may express, by their identifiers.
    public var relations: [String]
  }

  /// What the grammar of the ontology's triggers links.
  public struct Link: Encodable, Sendable {
    /// In which sentence.
    public var sentence: Int
    /// Chains.
    public var subject: Int
    /// The chain that is acted on.
    public var object: Int
    /// The relation's identifier.
    public var relation: String
  }

  /// A role whose body its sentence leaves to the reader.
  public struct Body: Encodable, Sendable {
    /// In which sentence.
    public var sentence: Int
    /// The role noun's token.
    public var token: Int
    /// The relation's identifier.
    public var relation: String
    /// The chain of who holds it.
    public var holder: Int
    /// Whether the text tells elsewhere in what it is held.
    public var isTold: Bool
    /// What it may be.
    public var candidates: [Candidate]
  }

  /// What may be the body of a role.
  public struct Candidate: Encodable, Sendable {
    /// Its chain.
    public var chain: Int
    /// What is known of it as this role's body, by name.
    public var features: [String: Double]
  }

  /// The document's identifier.
  public var document: String
  /// The document's own date, as ``PartialDate`` writes it.
  public var date: String?
  /// In the order of the text.
  public var sentences: [Sentence] = []
  /// In the order of the text.
  public var mentions: [Mention] = []
  /// Mentions, links and statements refer to them by their place here.
  public var chains: [Chain] = []
  /// In the order of the text.
  public var times: [Time] = []
  /// In the order of the text.
  public var triggers: [Trigger] = []
  /// In the order of the text.
  public var links: [Link] = []
  /// In the order of the text.
  public var bodies: [Body] = []
}
