/// Paragraphs in columns beside each other, wrapped at words.
struct TextColumns {
  private let columns: [[String]]
  private let width: Int

  /// - Parameters:
  ///   - columns: each a list of paragraphs.
  ///   - width: of a column, in characters; a longer word stands out.
  init(_ columns: [[String]], width: Int) {
    self.columns = columns.map { $0.flatMap { Self.wrapped($0, width: width) } }
    self.width = width
  }

  var lines: [String] {
    (0..<(columns.map(\.count).max() ?? 0)).map { row in
      let cells = columns.map { row < $0.count ? $0[row] : "" }
      return cells.dropLast().map { cell in
        cell + String(repeating: " ", count: max(0, width - cell.count)) + " │ "
      }.joined() + (cells.last ?? "")
    }.map { line in
      // No blanks at the end.
      String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  private static func wrapped(_ paragraph: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in paragraph.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return lines + [line]
  }
}
