/// A user's rule of identity or correction that did not do what it says, or not all of it.
public struct UnmetRule: Hashable, Sendable, CustomStringConvertible {
  /// The file in which it stands.
  public var file: String
  /// The line of the rule, from 1.
  public var line: Int
  /// What is the matter and what to do, in one line.
  public var problem: String

  /// A rule by its file and line, and why it did not apply.
  public init(file: String, line: Int, problem: String) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  /// `same-as.yaml:3: nothing is called “X”; …`.
  public var description: String { "\(file):\(line): \(problem)" }
}
