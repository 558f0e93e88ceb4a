/// What is wrong with a data file that a user writes (an ontology, a list of identities or corrections), and where.
public struct DataFileError: Error, Hashable, Sendable {
  public var file: String
  /// Counted from 1; the column in Unicode scalars.
  public var line: Int
  public var column: Int
  public var problem: String
  /// What to do about it.
  public var advice: String

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
