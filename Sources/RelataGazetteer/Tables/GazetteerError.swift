/// Why the gazetteers cannot be used: the program was built with wrong data files.
public enum GazetteerError: Error, Hashable, Sendable, CustomStringConvertible {
  case missing(table: String)
  /// A row that is not what its table promises; lines count from 1.
  case malformed(table: String, line: Int, problem: String)
  /// A list of words that rules look in and that its table does not have.
  case missingList(table: String, name: String)

  /// On one line: which table, and what is wrong with it.
  public var description: String {
    switch self {
    case .missing(let table): "the table “\(table)” of the gazetteers is missing from this build"
    case .malformed(let table, let line, let problem): "\(table).tsv:\(line): \(problem)"
    case .missingList(let table, let name): "\(table).tsv: the list “\(name)” is missing"
    }
  }
}
