/// A line of a plain body.
struct MailLine: Hashable {
  /// Without the marks of quoting and white space at its end, but for the space of a signature's "-- ".
  var text: String
  /// How many ">" stood before it.
  var depth = 0

  var isBlank: Bool { text.utf8.allSatisfy(MailHeader.isWhiteSpace) }

  static let blank = MailLine(text: "")

  /// Lines of a text, LF or CRLF between them; other line ends of Unicode do not count.
  /// - Complexity: O(*n*).
  static func split(_ text: String) -> [String] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(Substring(line.last == 0x0D ? line.dropLast() : line))
    }
  }

  /// Counts the marks of quoting: ">", each with a space before or after it.
  init(unquoting line: String) {
    var rest = line.utf8[...]
    var depth = 0
    while true {
      let next = rest.first == 0x20 ? rest.dropFirst() : rest
      guard next.first == 0x3E else { break }
      rest = next.dropFirst()
      depth += 1
    }
    self.depth = depth
    guard depth > 0 else {
      text = line
      return
    }
    if rest.first == 0x20 { rest = rest.dropFirst() }
    text = String(Substring(rest))
  }

  init(text: String, depth: Int = 0) {
    self.text = text
    self.depth = depth
  }
}
