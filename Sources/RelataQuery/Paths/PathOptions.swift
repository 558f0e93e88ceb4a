public import RelataGraph

/// Which of two paths is better.
public enum PathRanking: String, Hashable, Sendable, CaseIterable {
  /// Fewer hops, then less doubt (the sum of 1 − confidence over each hop's surest
  /// statement, in millionths).
  case shortest
  /// The larger product of the confidences of each hop's surest statement, however long.
  case surest
  /// The one that says most: short, well evidenced, by specific relations, not through hubs.
  /// See Documentation/paths.md.
  case informative
}

/// Which paths to look for.
public struct PathOptions: Hashable, Sendable {
  /// The largest number of hops; below 1 nothing is found, nil: any number.
  public var maximumHops: Int?
  /// What makes one path better than another.
  public var ranking: PathRanking
  /// What the ontology adds to ``PathRanking/informative``.
  public var informativeness: Informativeness
  /// The largest number of paths; nil: all of them, up to ``bounds``.
  public var count: Int?
  /// Which statements connect entities.
  public var statements: StatementSelection
  /// Entities that every path must pass through, in any order: at most ``maximumThrough``.
  public var through: [EntityID]
  /// Entities that no path may pass through.
  public var avoid: Set<EntityID>
  /// The types that what lies between may have, subtypes not implied; nil: all. What is in
  /// ``through`` may have any.
  public var types: Set<EntityType>?
  /// Whether each step must be able to happen no earlier than the one before: how
  /// influence could have travelled.
  public var isTimeRespecting: Bool
  /// When the search gives up.
  public var bounds: SearchBounds

  /// More would mean trying too many orders.
  public static let maximumThrough = 4

  /// The three shortest paths of up to four hops, by any statement that is not negated.
  public init(
    maximumHops: Int? = 4, ranking: PathRanking = .shortest,
    informativeness: Informativeness = Informativeness(), count: Int? = 3,
    statements: StatementSelection = StatementSelection(), through: [EntityID] = [],
    avoid: Set<EntityID> = [], types: Set<EntityType>? = nil, isTimeRespecting: Bool = false,
    bounds: SearchBounds = SearchBounds()
  ) {
    self.maximumHops = maximumHops
    self.ranking = ranking
    self.informativeness = informativeness
    self.count = count
    self.statements = statements
    self.through = through
    self.avoid = avoid
    self.types = types
    self.isTimeRespecting = isTimeRespecting
    self.bounds = bounds
  }
}

/// Where a search stops that would not end in reasonable time. Counted in steps, not seconds, so that the
/// same question has the same answer everywhere.
public struct SearchBounds: Hashable, Sendable {
  /// The largest number of paths, where all are asked for.
  public var paths: Int
  /// The largest number of steps, a step being one look at a neighbour: some hundred million a second.
  public var steps: Int

  /// The usual bounds: some seconds of searching.
  public init(paths: Int = 1_000_000, steps: Int = 1_000_000_000) {
    self.paths = paths
    self.steps = steps
  }
}
