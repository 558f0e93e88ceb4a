public import RelataGraph

/// One statement of a match, as the pattern runs through it.
public struct MatchedStep: Hashable, Sendable {
  /// The index in `KnowledgeGraph.statements`.
  public var statement: Int
  /// Whether the pattern, read from left to right, goes from the statement's subject to its object.
  public var isForward: Bool

  /// A statement, read in one of its directions.
  public init(statement: Int, isForward: Bool) {
    self.statement = statement
    self.isForward = isForward
  }
}

/// What stands in a column of an answer, and what conditions compare.
public enum PatternValue: Hashable, Sendable {
  /// Nothing: a property that the entity or statement does not have.
  case null
  case truth(Bool)
  case number(Double)
  case text(String)
  case date(PartialDate)
  case entity(EntityID)
  /// The statement of a relation.
  case statement(MatchedStep)
  /// The statements of a relation with a quantifier, in the order of the pattern; may be empty.
  case trail([MatchedStep])
  /// A whole path: where it begins, and its statements in the order of the pattern.
  case path(EntityID, [MatchedStep])
  case list([PatternValue])

  /// What makes values distinct: a statement is one, whichever way a match went over it.
  var identity: PatternValue {
    switch self {
    case .statement(let step): .statement(MatchedStep(statement: step.statement, isForward: true))
    case .list(let values): .list(values.map(\.identity))
    default: self
    }
  }

  /// Plain values as text; those that only a graph can tell are empty.
  public var plainText: String {
    switch self {
    case .null, .statement, .trail, .path: ""
    case .truth(let truth): truth ? "true" : "false"
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    case .text(let text): text
    case .date(let date): date.description
    case .entity(let id): id.rawValue
    case .list(let values): values.map(\.plainText).joined(separator: "; ")
    }
  }
}
