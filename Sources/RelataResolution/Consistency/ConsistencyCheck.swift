import RelataGraph

/// Finds statements that others contradict.
protocol ConsistencyCheck {
  /// Whether it may take out a statement, or others because of it.
  func concerns(_ statement: Statement) -> Bool

  /// The relations of the statements of one subject that it weighs against each other.
  var relations: [String] { get }

  /// Weighs statements, and says of each of them whether it stays.
  /// - Parameter statements: all that it concerns; others change nothing.
  func judgement(of statements: some Sequence<Statement>) -> (Statement) -> Bool
}
