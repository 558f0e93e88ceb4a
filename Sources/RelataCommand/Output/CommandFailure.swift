/// An end of the command other than success: one line for people, sometimes with a list below it.
struct CommandFailure: Error, CustomStringConvertible {
  let status: ExitStatus
  let message: String
  /// Candidates to choose from, one a line.
  let details: [String]

  init(_ status: ExitStatus, _ message: String, details: [String] = []) {
    self.status = status
    self.message = message.onOneLine
    self.details = details
  }

  var description: String { (["relata: \(message)"] + details.map { "  " + $0 }).joined(separator: "\n") }
}

extension String {
  /// Without line breaks and what else a terminal would obey, which names of files may have.
  var onOneLine: String {
    split(whereSeparator: \.isNewline).map { line in
      line.unicodeScalars.contains(where: Self.isObeyed)
        ? String(String.UnicodeScalarView(line.unicodeScalars.map(Self.shown))) : String(line)
    }.joined(separator: " ")
  }

  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    isObeyed(scalar) ? "\u{FFFD}" : scalar
  }

  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control && scalar != "\t"
  }
}
