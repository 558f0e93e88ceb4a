/// The parts of a mailbox in a header field (RFC 5322, section 3.4).
enum MailAddress {
  /// The name of the first mailbox: `"Doe, Jane" <j@x>`, `j@x (Jane Doe)`. Nil where it has none but its
  /// address. "via List", which mailing lists add, is no part of it.
  static func name(in bytes: [UInt8], fallback charset: String?) -> String? {
    var phrase: [UInt8] = []
    var comment: [UInt8] = []
    var isQuoted = false
    var isEscaped = false
    var depth = 0
    var hasAddress = false
    scan: for byte in bytes.prefix(4_096) {
      if isEscaped {
        isEscaped = false
        if depth == 0 { phrase.append(byte) } else { comment.append(byte) }
        continue
      }
      switch byte {
      case 0x5C where isQuoted || depth > 0: isEscaped = true
      case 0x22 where depth == 0: isQuoted.toggle()
      case 0x28 where !isQuoted: depth += 1
      case 0x29 where depth > 0: depth -= 1
      case 0x3C where !isQuoted && depth == 0:
        hasAddress = true
        break scan
      case 0x2C where !isQuoted && depth == 0: break scan
      default: if depth == 0 { phrase.append(byte) } else { comment.append(byte) }
      }
    }
    var paragraph = ParagraphText()
    paragraph.add(EncodedWords.decode(hasAddress ? phrase : comment, fallback: charset))
    var name = paragraph.text
    if let via = name.firstRange(of: " via ") { name = String(name[..<via.lowerBound]) }
    let quotes: Set<Character> = ["'", "\""]
    if name.count > 2, let first = name.first, quotes.contains(first), name.last == first {
      name = String(name.dropFirst().dropLast())
    }
    return name.isEmpty || name.contains("@") ? nil : name
  }

  /// What stands in angle brackets, or all of it.
  static func identifier(in bytes: [UInt8]) -> String {
    let text = String(decoding: bytes.prefix(1_024), as: UTF8.self)
    guard let open = text.lastIndex(of: "<") else { return text }
    return String(text[text.index(after: open)...].prefix { $0 != ">" })
  }
}
