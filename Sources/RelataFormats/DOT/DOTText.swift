/// Text as Graphviz reads it.
enum DOTText {
  /// A quoted identifier or attribute value, as ``ByteStream/writeDOT(_:)`` writes it.
  static func quoted(_ text: String) -> String {
    String(decoding: ByteStream.collect { $0.writeDOT(text) }, as: UTF8.self)
  }

  /// An HTML-like label in italics, which keeps the font of its surroundings.
  static func italic(_ text: String) -> String {
    let lines = text.split(separator: "\n").map { html(String($0)) }.filter { !$0.isEmpty }
    // Graphviz refuses empty markup.
    return lines.isEmpty ? "\"\"" : "<<I>\(lines.joined(separator: "<BR/>"))</I>>"
  }

  /// Text inside an HTML-like label.
  static func html(_ text: String) -> String {
    String(decoding: ByteStream.collect { $0.writeXML(oneLine(text)) }, as: UTF8.self)
  }

  /// All white space, line breaks included, as single spaces.
  static func oneLine(_ text: String) -> String {
    if PlainLine.count(of: text) != nil { return text }
    if let plain = PlainLine.collapsed(text) { return plain.line }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// At most `limit` characters on one line, cut between words where that loses less
  /// than half, with an ellipsis.
  static func shortened(_ text: String, to limit: Int) -> String {
    if let count = PlainLine.count(of: text) {
      if count <= limit { return text }
    } else if text.utf8.count <= 8 * limit, let plain = PlainLine.collapsed(text), plain.count <= limit {
      return plain.line
    }
    // A sentence may be as long as a book; what is far behind the limit need not be looked at.
    let start = text.prefix(8 * limit)
    let line = oneLine(String(start))
    guard line.count > limit else { return start.endIndex == text.endIndex ? line : line + "…" }
    let head = line.prefix(limit - 1)
    if let space = head.lastIndex(of: " "), head.distance(from: head.startIndex, to: space) > limit / 2 {
      return head[..<space] + "…"
    }
    return head + "…"
  }

  /// The words on lines of about `width` characters; a longer word keeps a line of its own.
  static func wrapped(_ text: String, width: Int) -> String {
    if let count = PlainLine.count(of: text), count <= width { return text }
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }
}
