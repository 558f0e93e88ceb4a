/// The block of `key: value` lines between two `---` lines at the start of a Markdown file.
package struct FrontMatter: Hashable, Sendable {
  /// Keys in lower case; a list or a nested value is left out.
  package var values: [String: String]
  /// How many scalars of the text it takes, the closing line included.
  package var length: Int

  /// The front matter of `text`; nil where there is none, or where it is never closed.
  package static func find(in text: String) -> FrontMatter? {
    find(in: Array(text.unicodeScalars))
  }

  /// - Complexity: O(*k*) for front matter of *k* scalars; O(*n*) where it is never closed.
  package static func find(in scalars: [Unicode.Scalar]) -> FrontMatter? {
    var lines = LineReader(scalars)
    guard let first = lines.next(), trimmed(scalars[first]) == "---" else { return nil }
    var values: [String: String] = [:]
    while let line = lines.next() {
      let content = trimmed(scalars[line])
      if content == "---" || content == "..." {
        return FrontMatter(values: values, length: line.upperBound)
      }
      guard let colon = content.firstIndex(of: ":"), !content.hasPrefix("#"), !content.hasPrefix("-"),
        scalars[line].first.map({ !$0.isWhite }) ?? false
      else { continue }
      let key = content[..<colon].lowercased()
      let value = unquoted(trimmed(Array(content[content.index(after: colon)...].unicodeScalars)[...]))
      if !key.isEmpty, !value.isEmpty { values[key] = value }
    }
    return nil
  }

  private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var slice = scalars
    while let first = slice.first, first.isBlank { slice.removeFirst() }
    while let last = slice.last, last.isWhite { slice.removeLast() }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: slice)
    return String(view)
  }

  private static func unquoted(_ value: String) -> String {
    guard value.count >= 2, let first = value.first, first == value.last, first == "\"" || first == "'"
    else { return value }
    return String(value.dropFirst().dropLast())
  }
}
