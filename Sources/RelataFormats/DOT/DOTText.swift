/// Text as Graphviz reads it.
enum DOTText {
  /// A quoted identifier or attribute value.
  ///
  /// A backslash is doubled, because labels and tooltips are escape strings (`\N` would become the node's name) and
  /// because one at the end would swallow the quotation mark. `&` becomes an entity, because Graphviz resolves
  /// entities in text: `&lt;` in a name would be shown as `<`. A line feed becomes a centred line break.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "&": result += "&amp;"
      case "\n": result += "\\n"
      case "\t", "\r": result += " "
      default: result.unicodeScalars.append(PortableText.isAllowed(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return result + "\""
  }

  /// An HTML-like label in italics, which keeps the font of its surroundings.
  static func italic(_ text: String) -> String {
    let lines = text.split(separator: "\n").map { html(String($0)) }.filter { !$0.isEmpty }
    // Graphviz refuses empty markup.
    return lines.isEmpty ? "\"\"" : "<<I>\(lines.joined(separator: "<BR/>"))</I>>"
  }

  /// Text inside an HTML-like label.
  static func html(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.writeXML(oneLine(text))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// All white space, line breaks included, as single spaces.
  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// At most `limit` characters on one line, cut between words where that loses less than half, with an ellipsis.
  static func shortened(_ text: String, to limit: Int) -> String {
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
