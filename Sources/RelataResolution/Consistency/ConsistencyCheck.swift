import RelataGraph

/// Takes statements out that others contradict.
protocol ConsistencyCheck {
  /// Whether it may take out a statement, or others because of it.
  func concerns(_ statement: Statement) -> Bool

  /// The relations of the statements of one subject that it weighs against each other.
  var relations: [String] { get }

  /// The statements that stay, in their order.
  func consistent(_ statements: [Statement]) -> [Statement]
}
