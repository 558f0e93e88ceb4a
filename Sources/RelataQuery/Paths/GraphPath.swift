public import RelataGraph

/// One statement on the way between two neighbouring entities of a path.
public struct PathStep: Hashable, Sendable {
  /// The index in `KnowledgeGraph.statements`.
  public var statement: Int
  /// Whether the path goes from the statement's subject to its object.
  public var isForward: Bool

  /// A statement, read in one of its directions.
  public init(statement: Int, isForward: Bool) {
    self.statement = statement
    self.isForward = isForward
  }
}

/// From one entity of a path to the next, with every statement that connects them.
public struct PathHop: Hashable, Sendable {
  /// Where it begins.
  public var from: EntityID
  /// Where it ends.
  public var to: EntityID
  /// At least one; what happened before what was only said, planned or supposed, then the surest first, then
  /// the most important, then those with more evidence, then in the graph's order.
  public var steps: [PathStep]

  /// A hop of these parts.
  public init(from: EntityID, to: EntityID, steps: [PathStep]) {
    self.from = from
    self.to = to
    self.steps = steps
  }
}

/// Statements in a row between two entities that visits no entity twice.
public struct GraphPath: Hashable, Sendable {
  /// At least one.
  public var hops: [PathHop]
  /// The product of the confidences of each hop's surest statement, 0…1.
  public var confidence: Double
  /// What ``PathOptions/ranking`` orders by, less is better; see Documentation/paths.md for its unit.
  public var cost: Double

  /// A path of these parts.
  public init(hops: [PathHop], confidence: Double, cost: Double = 0) {
    self.hops = hops
    self.confidence = confidence
    self.cost = cost
  }

  /// The entities on the way, both ends included.
  public var entities: [EntityID] { (hops.first.map { [$0.from] } ?? []) + hops.map(\.to) }
}
