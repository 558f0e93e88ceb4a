/// A name in a query and where it stands.
struct PatternName: Hashable, Sendable {
  var text: String
  var position: Int

  /// Elements without a variable get one that nobody can write.
  var isHidden: Bool { text.hasPrefix(" ") }
}

struct NodePattern: Sendable {
  var variable: PatternName
  /// Any of them; empty: every type.
  var labels: [PatternName] = []
  var conditions: [PatternExpression] = []
}

struct RelationPattern: Sendable {
  enum Direction: Sendable { case forward, backward, either }

  var variable: PatternName
  /// Any of them; empty: every relation.
  var relations: [PatternName] = []
  var direction = Direction.either
  /// nil where it stands for exactly one statement.
  var quantifier: Quantifier?
  var conditions: [PatternExpression] = []

  struct Quantifier: Hashable, Sendable {
    var minimum: Int
    /// nil: any number.
    var maximum: Int?
  }
}

/// Nodes with a relation between each two: one node more than relations.
struct PathPattern: Sendable {
  var variable: PatternName?
  var nodes: [NodePattern]
  var relations: [RelationPattern] = []
}

/// A condition, or a value in `RETURN` and `ORDER BY`.
indirect enum PatternExpression: Sendable {
  enum Comparison: String, Hashable, Sendable {
    case equal = "="
    case unequal = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case contains = "CONTAINS"
    case startsWith = "STARTS WITH"
    case endsWith = "ENDS WITH"
  }

  case literal(PatternValue, position: Int)
  case variable(PatternName)
  case property(PatternName, PatternName)
  /// A function of values: `toLower(p.name)`.
  case call(PatternName, [PatternExpression])
  case aggregate(PatternAggregate)
  case list([PatternExpression], position: Int)
  case not(PatternExpression)
  case and(PatternExpression, PatternExpression)
  case or(PatternExpression, PatternExpression)
  case xor(PatternExpression, PatternExpression)
  case compare(PatternExpression, Comparison, PatternExpression)
  case isIn(PatternExpression, PatternExpression)
  case isNull(PatternExpression, isNegated: Bool)

  /// Where its first token stands, or that of its first operand.
  var position: Int {
    switch self {
    case .literal(_, let position), .list(_, let position): position
    case .variable(let name), .property(let name, _), .call(let name, _): name.position
    case .aggregate(let aggregate): aggregate.position
    case .not(let a), .and(let a, _), .or(let a, _), .xor(let a, _), .compare(let a, _, _), .isIn(let a, _),
      .isNull(let a, _):
      a.position
    }
  }
}

/// A value over all matches of a group: `count(DISTINCT c)`.
struct PatternAggregate: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case count, collect, minimum = "min", maximum = "max"
  }

  var kind: Kind
  var isDistinct: Bool
  /// nil for `count(*)`.
  var operand: PatternExpression?
  var position: Int
}

struct ReturnItem: Sendable {
  var expression: PatternExpression
  /// The alias, or else the expression as written.
  var name: String
  /// As written.
  var source: String
}

struct OrderItem: Sendable {
  var expression: PatternExpression
  var source: String
  var isDescending: Bool
}

/// What `RETURN` and the clauses after it ask for.
struct ReturnPattern: Sendable {
  /// nil: everything that has a variable (`RETURN *`, or no `RETURN` at all).
  var items: [ReturnItem]?
  var isDistinct = false
  var order: [OrderItem] = []
  var skip = 0
  /// nil: no limit of its own.
  var limit: Int?
}
