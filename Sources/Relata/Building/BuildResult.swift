public import RelataGraph
import RelataQuery
public import RelataResolution

/// A graph and how it came about.
public struct BuildResult: Sendable {
  /// What all documents together say.
  public var graph: KnowledgeGraph
  /// Counts of what is in `graph`, with the times that it took.
  public var statistics: BuildStatistics
  /// The user's rules of identity that name nothing or could not be kept.
  public var unmetIdentities: [UnmetRule]
  /// The user's corrections that no longer apply; those that do are in `KnowledgeGraph.corrections`.
  public var unmetCorrections: [UnmetRule]
  /// What became of the inputs.
  public var report: ReadingReport

  /// For graphs that come about in another way than by ``GraphBuilder``.
  public init(
    graph: KnowledgeGraph, statistics: BuildStatistics, unmetIdentities: [UnmetRule] = [],
    unmetCorrections: [UnmetRule] = [], report: ReadingReport = ReadingReport()
  ) {
    self.graph = graph
    self.statistics = statistics
    self.unmetIdentities = unmetIdentities
    self.unmetCorrections = unmetCorrections
    self.report = report
  }

  /// The same result with only those statements that satisfy a condition, counted anew.
  public func keepingStatements(where isIncluded: (Statement) throws -> Bool) rethrows -> BuildResult {
    let kept = try graph.keepingStatements(where: isIncluded)
    return BuildResult(
      graph: kept,
      statistics: BuildStatistics(
        of: kept, analysisTime: statistics.analysisTime, extractionTime: statistics.extractionTime,
        resolutionTime: statistics.resolutionTime),
      unmetIdentities: unmetIdentities, unmetCorrections: unmetCorrections, report: report)
  }
}

/// What a build read, what it found, and how long each stage took.
public struct BuildStatistics: Hashable, Sendable {
  /// A kind of thing and how many there are.
  public struct Count: Hashable, Sendable {
    /// The identifier of a type or of a relation.
    public var name: String
    /// At least one.
    public var count: Int

    /// One row of a table of counts.
    public init(name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// Without the copies that were left out.
  public var documents: Int
  /// Of all documents.
  public var sentences: Int
  /// Tokens, punctuation included.
  public var words: Int
  /// The most frequent first, ties in alphabetical order.
  public var entitiesByType: [Count]
  /// Relations of the ontology by identifier, the most frequent first, ties in alphabetical order.
  public var statementsByRelation: [Count]
  /// Statements whose relation is not in the ontology.
  public var openStatements: Int
  /// Sets of statements that cannot all be true.
  public var contradictions: Int
  /// Wall-clock times; the only part of a result that differs from run to run.
  public var analysisTime: Duration
  /// From sentences to the statements of each document.
  public var extractionTime: Duration
  /// From all documents' statements to one graph.
  public var resolutionTime: Duration

  /// Counts what is in a graph.
  public init(
    of graph: KnowledgeGraph, analysisTime: Duration = .zero, extractionTime: Duration = .zero,
    resolutionTime: Duration = .zero
  ) {
    documents = graph.documents.count
    sentences = graph.documents.reduce(0) { $0 + $1.sentenceCount }
    words = graph.documents.reduce(0) { $0 + $1.wordCount }
    entitiesByType = Self.counts(graph.entities.map(\.type.rawValue))
    statementsByRelation = Self.counts(graph.statements.filter { !$0.isOpen }.map(\.relation))
    openStatements = graph.statements.count { $0.isOpen }
    contradictions = graph.contradictions.count
    self.analysisTime = analysisTime
    self.extractionTime = extractionTime
    self.resolutionTime = resolutionTime
  }

  /// Of the three stages.
  public var totalTime: Duration { analysisTime + extractionTime + resolutionTime }

  /// nil where nothing was timed.
  public var wordsPerSecond: Double? {
    let seconds = totalTime / .seconds(1)
    return seconds > 0 ? Double(words) / seconds : nil
  }

  private static func counts(_ names: [String]) -> [Count] {
    names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      .map { Count(name: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}
