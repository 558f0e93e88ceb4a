/// What is wrong with a data file that a user writes (an ontology, a list of identities or
/// corrections), and where.
public struct DataFileError: Error, Hashable, Sendable {
  /// The name of the file.
  public var file: String
  /// Counted from 1; the column in Unicode scalars.
  public var line: Int
  /// Counted from 1, in Unicode scalars.
  public var column: Int
  /// What is wrong, without a full stop.
  public var problem: String
  /// What to do about it.
  public var advice: String

  /// What is wrong, where, and what to do.
  public init(file: String, line: Int, column: Int, problem: String, advice: String) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
    self.advice = advice
  }
}

extension DataFileError: CustomStringConvertible {
  /// One line: `my.yaml:12:5: what is wrong; what to do`.
  public var description: String { "\(file):\(line):\(column): \(problem); \(advice)" }
}
