/// The lines that introduce a quoted mail: "On Mon, 15 Sep 2025 at 10:04, Jane Doe
/// <jane@example.org> wrote:".
enum Attribution {
  /// The indices of such lines: up to three of one paragraph, the last ending with a
  /// colon, before lines with ">".
  /// - Complexity: O(*n*).
  static func lines(of lines: [MailLine]) -> Set<Int> {
    var found: Set<Int> = []
    for index in lines.indices where lines[index].depth > 0 && (index == 0 || lines[index - 1].depth == 0) {
      var end = index - 1
      if end >= 0, lines[end].isBlank { end -= 1 }
      guard end >= 0, lines[end].depth == 0, !lines[end].isBlank else { continue }
      var start = end
      while start > 0, end - start < 3, lines[start - 1].depth == 0, !lines[start - 1].isBlank { start -= 1 }
      // A longer paragraph ends in an introduction only if its last line is one.
      if end - start == 3 { start = end }
      if introduces(lines[start...end].map(\.text).joined(separator: " ")) { found.formUnion(start...end) }
    }
    return found
  }

  /// Whether a paragraph by itself is one, without the quote that shows it: it has a date, too.
  static func isWhole(_ text: String) -> Bool {
    introduces(text) && DateMarks.hasYear(text) && (DateMarks.hasTime(text) || text.contains("@"))
  }

  private static func introduces(_ text: String) -> Bool {
    var text = text[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    guard text.last == ":" || text.last == "：", text.unicodeScalars.count <= 300 else { return false }
    return text.hasSuffix(" wrote:") || text.hasSuffix(" writes:") || text.contains("@")
      || DateMarks.hasTime(String(text)) || DateMarks.hasYear(String(text))
  }
}
