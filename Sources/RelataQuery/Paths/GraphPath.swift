public import RelataGraph

/// One statement on the way between two neighbouring entities of a path.
public struct PathStep: Hashable, Sendable {
  /// The index in ``KnowledgeGraph/statements``.
  public var statement: Int
  /// Whether the path goes from the statement's subject to its object.
  public var isForward: Bool

  public init(statement: Int, isForward: Bool) {
    self.statement = statement
    self.isForward = isForward
  }
}

/// From one entity of a path to the next, with every statement that connects them.
public struct PathHop: Hashable, Sendable {
  public var from: EntityID
  public var to: EntityID
  /// At least one; the surest first, then those with more evidence, then in the graph's order.
  public var steps: [PathStep]

  public init(from: EntityID, to: EntityID, steps: [PathStep]) {
    self.from = from
    self.to = to
    self.steps = steps
  }
}

/// A chain of statements between two entities that visits no entity twice.
public struct GraphPath: Hashable, Sendable {
  /// At least one.
  public var hops: [PathHop]
  /// The product of the confidences of each hop's surest statement, 0…1.
  public var confidence: Double

  public init(hops: [PathHop], confidence: Double) {
    self.hops = hops
    self.confidence = confidence
  }

  /// The entities on the way, both ends included.
  public var entities: [EntityID] { (hops.first.map { [$0.from] } ?? []) + hops.map(\.to) }
}

/// Which paths to look for.
public struct PathOptions: Hashable, Sendable {
  /// The largest number of hops; below 1 nothing is found.
  public var maximumHops: Int
  /// Whether statements may only be followed from subject to object.
  public var isDirected: Bool
  /// The relations to follow; nil: all.
  public var relations: Set<String>?
  /// Relations that hold both ways, which a directed path may follow both ways (``RelationType/isSymmetric``).
  public var symmetricRelations: Set<String>
  /// Whether statements that the text negates connect entities.
  public var includesNegated: Bool
  /// Whether relations outside the ontology connect entities.
  public var includesOpen: Bool
  /// The largest number of paths.
  public var count: Int

  public init(
    maximumHops: Int = 4, isDirected: Bool = false, relations: Set<String>? = nil,
    symmetricRelations: Set<String> = [], includesNegated: Bool = false, includesOpen: Bool = true,
    count: Int = 3
  ) {
    self.maximumHops = maximumHops
    self.isDirected = isDirected
    self.relations = relations
    self.symmetricRelations = symmetricRelations
    self.includesNegated = includesNegated
    self.includesOpen = includesOpen
    self.count = count
  }
}
