import RelataGraph

/// An expression whose variables are numbered slots.
indirect enum CompiledExpression: Sendable {
  case literal(PatternValue)
  case node(Int)
  case nodeProperty(Int, EntityProperty)
  /// A relation; what it is worth depends on whether it has a quantifier.
  case relation(Int)
  case relationProperty(Int, StatementProperty)
  /// A path of the pattern.
  case path(Int)
  case function(PatternFunction, CompiledExpression)
  case list([CompiledExpression])
  case not(CompiledExpression)
  case and(CompiledExpression, CompiledExpression)
  case or(CompiledExpression, CompiledExpression)
  case xor(CompiledExpression, CompiledExpression)
  case compare(CompiledExpression, PatternExpression.Comparison, CompiledExpression)
  case isIn(CompiledExpression, CompiledExpression)
  case isNull(CompiledExpression, isNegated: Bool)

  /// The parts that must all hold.
  var conjuncts: [CompiledExpression] {
    if case .and(let a, let b) = self { return a.conjuncts + b.conjuncts }
    return [self]
  }

  /// Calls `visit` for this expression and everything in it.
  func forEach(_ visit: (CompiledExpression) -> Void) {
    visit(self)
    switch self {
    case .literal, .node, .nodeProperty, .relation, .relationProperty, .path: break
    case .function(_, let a), .not(let a), .isNull(let a, _): a.forEach(visit)
    case .list(let items): for item in items { item.forEach(visit) }
    case .and(let a, let b), .or(let a, let b), .xor(let a, let b), .compare(let a, _, let b),
      .isIn(let a, let b):
      a.forEach(visit)
      b.forEach(visit)
    }
  }
}

struct CompiledRelation: Sendable {
  /// nil: every relation.
  var relations: Set<String>?
  var direction: RelationPattern.Direction
  /// Whether exactly one statement is meant, so that the variable stands for it and not for a list.
  var isSingle: Bool
  var minimum: Int
  /// nil: as many as the bounds allow.
  var maximum: Int?
  var includesNegated: Bool
  /// What each single statement must satisfy; in these the slot stands for that one statement.
  var stepConditions: [CompiledExpression] = []
}

struct CompiledPath: Sendable {
  var nodes: [Int]
  var relations: [Int]
}

enum CompiledColumn: Sendable {
  case value(CompiledExpression)
  case aggregate(PatternAggregate.Kind, isDistinct: Bool, CompiledExpression?)
}

struct CompiledOrder: Sendable {
  enum Key: Sendable {
    case column(Int)
    case value(CompiledExpression)
  }

  var key: Key
  var isDescending: Bool
}

/// A query with its names looked up: what the search works with.
struct CompiledPattern: Sendable {
  /// For each node slot, types of which it must be one: each inner list is of one occurrence in the pattern.
  var nodeTypes: [[[EntityType]]] = []
  var relations: [CompiledRelation] = []
  var paths: [CompiledPath] = []
  /// All must hold.
  var conditions: [CompiledExpression] = []
  var columnNames: [String] = []
  var columns: [CompiledColumn] = []
  var order: [CompiledOrder] = []
  var isDistinct = false
  var skip = 0
  var limit: Int?

  var hasAggregates: Bool {
    columns.contains { if case .aggregate = $0 { true } else { false } }
  }
}
