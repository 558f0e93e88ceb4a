public import RelataQuery

/// The answer to a question, with the statements that say so.
public struct QuestionAnswer: Hashable, Sendable {
  /// One answer: an entity, a date, or nothing of its own where the statements are the answer.
  public struct Finding: Hashable, Sendable {
    /// What answers the question.
    public var value: PatternValue
    /// Indices in ``KnowledgeGraph/statements``, the best supported first; where they are the
    /// answer, the most important.
    public var statements: [Int]

    /// A finding of these parts.
    public init(value: PatternValue, statements: [Int]) {
      self.value = value
      self.statements = statements
    }
  }

  /// What was understood.
  public var question: Question
  /// The patterns that gave the answer, or all that gave none; empty for a path.
  public var patterns: [String]
  /// What the documents say, themselves or from a source: the most important first, of
  /// dates the best supported.
  public var findings: [Finding]
  /// What they call alleged, planned or possible.
  public var uncertain: [Finding]
  /// What they deny.
  public var denied: [Finding]
  /// How two entities are connected; nil for other questions.
  public var connection: PathSearchResult?
  /// What links several entities, if it links all of them; nil for other questions.
  public var network: SteinerTree?
  /// Whether the search ended by itself, not at one of its bounds.
  public var isComplete: Bool

  /// An answer of these parts; what is left out was not found.
  public init(
    question: Question, patterns: [String] = [], findings: [Finding] = [], uncertain: [Finding] = [],
    denied: [Finding] = [], connection: PathSearchResult? = nil, network: SteinerTree? = nil,
    isComplete: Bool = true
  ) {
    self.question = question
    self.patterns = patterns
    self.findings = findings
    self.uncertain = uncertain
    self.denied = denied
    self.connection = connection
    self.network = network
    self.isComplete = isComplete
  }

  var hasStatements: Bool { !findings.isEmpty || !uncertain.isEmpty || !denied.isEmpty }

  /// Whether the graph says nothing that answers it. That something is denied answers only
  /// a question for yes or no.
  public var isEmpty: Bool {
    findings.isEmpty && uncertain.isEmpty && connection?.paths.isEmpty != false && network == nil
      && (denied.isEmpty || question.kind != .whether)
  }
}
