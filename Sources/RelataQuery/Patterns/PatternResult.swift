public import RelataGraph

/// What a search must not exceed, so that every query ends.
public struct PatternLimits: Hashable, Sendable {
  /// How many matches are looked at, at most.
  public var matches: Int
  /// How long the search may take.
  public var duration: Duration
  /// How many statements a relation with an open quantifier (`*`, `+`, `{2,}`) stands for at most. A query
  /// that names a larger number gets it, up to ``mostHops``.
  public var hops: Int

  /// Beyond it no quantifier goes unless ``hops`` does.
  public static let mostHops = 64

  /// The usual limits.
  public init(matches: Int = 100_000, duration: Duration = .seconds(10), hops: Int = 8) {
    self.matches = matches
    self.duration = duration
    self.hops = hops
  }
}

/// A limit that was reached: there may be more matches than the answer has.
public enum PatternBound: Hashable, Sendable {
  case matches(Int)
  case time(Duration)
  case hops(Int)
}

/// The answer to a pattern: a table, and for each row the statements that it rests on.
public struct PatternResult: Hashable, Sendable {
  /// One match, or one group of matches.
  public struct Row: Hashable, Sendable {
    /// One for each column.
    public var values: [PatternValue]
    /// The statements of the match, or of all matches that this row sums up: indices in
    /// `KnowledgeGraph.statements`, each once, in the order of the pattern.
    public var statements: [Int]
    /// The entities that the pattern's nodes stand for, each once.
    public var entities: [EntityID]

    /// A row of these parts.
    public init(values: [PatternValue], statements: [Int], entities: [EntityID]) {
      self.values = values
      self.statements = statements
      self.entities = entities
    }
  }

  /// The names of the columns, as `RETURN` gives them.
  public var columns: [String]
  /// The answers, in the order that the query asks for; none of a query that sums up
  /// matches where ``isCutOff``.
  public var rows: [Row]
  /// Which bounds were reached; empty: the answer is complete.
  public var bounds: Set<PatternBound>

  /// A table of these parts.
  public init(columns: [String], rows: [Row], bounds: Set<PatternBound> = []) {
    self.columns = columns
    self.rows = rows
    self.bounds = bounds
  }

  /// Whether the search ended before it had looked at all matches: the rows are right, but they may not be
  /// all, nor the first in the order that was asked for. Of sums over matches, such as counts, there are none
  /// then: they would be wrong.
  public var isCutOff: Bool {
    bounds.contains {
      switch $0 {
      case .matches, .time: true
      case .hops: false
      }
    }
  }

  /// The part of a graph that the rows rest on, and nothing else, for a drawing.
  ///
  /// - Complexity: as of `KnowledgeGraph.subgraph(entities:statements:)`.
  public func subgraph(of graph: KnowledgeGraph) -> KnowledgeGraph {
    let kept = Set(rows.flatMap(\.statements)).filter(graph.statements.indices.contains).sorted()
    var inside = Set(rows.flatMap(\.entities))
    for index in kept { inside.formUnion([graph.statements[index].subject, graph.statements[index].object]) }
    return graph.subgraph(entities: inside, statements: kept)
  }
}
