/// Why an input, or something in it, was not read. One line for people: what, and what to do.
public struct InputFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, as far as a program can act on it.
  public enum Kind: String, Hashable, Sendable {
    /// Nothing of that name is there, or a folder holds nothing to read.
    case missing
    /// The system refused.
    case unreadable
    /// It is not what it should be: damaged, empty, encrypted, larger than allowed.
    case badData
    /// A program or library that it needs is not there.
    case unavailable
    /// No document at all (a picture in a folder): nothing is wrong.
    case notADocument
  }

  /// What can be done about it: mend the input, install something, or nothing.
  public var kind: Kind
  /// What was to be read: a path, `-` for standard input, and what lies in a container after a slash.
  public var input: String
  /// The line of a table or of JSON lines, from 1.
  public var line: Int?
  /// What is wrong and what to do.
  public var reason: String

  /// - Parameters:
  ///   - line: from 1, where the input is a table or JSON lines.
  ///   - reason: on one line, without the name of the input.
  public init(_ kind: Kind, _ input: String, line: Int? = nil, _ reason: String) {
    self.kind = kind
    self.input = input
    self.line = line
    self.reason = reason
  }

  init(_ input: String, _ error: FormatError) {
    let kind: Kind
    switch error {
    case .unavailable: kind = .unavailable
    case .unreadable: kind = .unreadable
    default: kind = .badData
    }
    self.init(kind, input, error.description)
  }

  /// `FILE:LINE: what is wrong`, as compilers say it.
  public var description: String { input + (line.map { ":\($0)" } ?? "") + ": " + reason }
}
