/// An end of the command other than success: one line for people, sometimes with a list below it.
struct CommandFailure: Error, CustomStringConvertible {
  let status: ExitStatus
  let message: String
  /// Candidates to choose from, one a line.
  let details: [String]

  init(_ status: ExitStatus, _ message: String, details: [String] = []) {
    self.status = status
    self.message = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    self.details = details
  }

  var description: String { (["relata: \(message)"] + details.map { "  " + $0 }).joined(separator: "\n") }
}
