/// Why there is no timeline.
public enum TimelineError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No statement has a date with a year.
  case noDates(statements: Int)

  /// One line.
  public var description: String {
    switch self {
    case .noDates(0): "there is nothing to draw on a timeline: the graph has no statements"
    case .noDates(1): "there is nothing to draw on a timeline: the graph’s one statement has no date"
    case .noDates(let statements):
      "there is nothing to draw on a timeline: none of the \(statements) statements has a date"
    }
  }
}
