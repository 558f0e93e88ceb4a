/// The beginning of a file that is text, as far as telling its format needs: its ASCII characters.
struct TextHead {
  private let text: String

  /// nil where the bytes are no text.
  init?(_ head: [UInt8]) {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || Self.looksUTF16(head) {
      text = String(decoding: head.filter { $0 != 0 && $0 < 0x80 }, as: UTF8.self)
      return
    }
    // A text has no NUL, and hardly any other control characters.
    let controls = head.count { $0 < 0x20 && !(0x08...0x0D).contains($0) && $0 != 0x1B }
    guard !head.contains(0), controls * 20 <= head.count else { return nil }
    let body = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    text = String(decoding: body.map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
  }

  private static func looksUTF16(_ head: [UInt8]) -> Bool {
    let sample = head.prefix(1_024)
    guard sample.count >= 8 else { return false }
    let zeros = sample.enumerated().reduce(into: (even: 0, odd: 0)) { counts, item in
      guard item.element == 0 else { return }
      if item.offset.isMultiple(of: 2) { counts.even += 1 } else { counts.odd += 1 }
    }
    let half = sample.count / 2
    return (zeros.even == 0 && zeros.odd * 10 >= half * 9) || (zeros.odd == 0 && zeros.even * 10 >= half * 9)
  }

  private var trimmed: Substring { text.drop { $0.isWhitespace } }

  /// A document type, a root element, or a comment before them.
  var isHTML: Bool {
    var rest = trimmed
    while rest.hasPrefix("<!--") || rest.hasPrefix("<?xml") {
      let end = rest.hasPrefix("<?") ? ">" : "-->"
      guard let index = rest.firstIndex(ofText: end) else { return false }
      rest = rest[index...].drop { $0.isWhitespace }
    }
    let start = rest.prefix(200).lowercased()
    return ["<!doctype html", "<html", "<head", "<body", "<article", "<meta", "<title", "<script", "<link"]
      .contains {
        start.hasPrefix($0)
      }
  }

  /// RFC 4155: a line "From " with an address and a date, then headers.
  var isMailbox: Bool {
    guard text.hasPrefix("From "), let end = text.firstIndex(where: \.isNewline) else { return false }
    return Self.headers(text[text.index(after: end)...]) >= 1
  }

  private static let known: Set<String> = [
    "from", "to", "subject", "date", "message-id", "received", "return-path", "mime-version", "content-type",
    "delivered-to", "reply-to", "cc", "sender", "x-mailer", "content-transfer-encoding", "list-id",
    "dkim-signature",
    "in-reply-to", "references", "user-agent",
  ]

  /// RFC 5322: fields with names that mails have, before anything else.
  func isMail(isNamed: Bool) -> Bool { Self.headers(text[...]) >= (isNamed ? 1 : 3) }

  /// How many fields that mails have come before the first line that is none.
  private static func headers(_ text: Substring) -> Int {
    var count = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).prefix(60) {
      if line.isEmpty { break }
      if count > 0, line.first == " " || line.first == "\t" { continue }
      guard let colon = line.firstIndex(of: ":") else { break }
      let name = line[..<colon]
      guard !name.isEmpty, name.allSatisfy({ $0.isASCII && !$0.isWhitespace }) else { break }
      if known.contains(name.lowercased()) { count += 1 }
    }
    return count
  }

  /// An object or an array of objects, and what comes next is a key.
  var isJSON: Bool {
    var rest = trimmed
    if rest.first == "[" { rest = rest.dropFirst().drop { $0.isWhitespace } }
    guard rest.first == "{" else { return false }
    rest = rest.dropFirst().drop { $0.isWhitespace }
    return rest.first == "\""
  }
}

extension Substring {
  fileprivate func firstIndex(ofText text: String) -> Index? {
    var rest = self
    while !rest.isEmpty {
      if rest.hasPrefix(text) { return rest.index(rest.startIndex, offsetBy: text.count) }
      rest = rest.dropFirst()
    }
    return nil
  }
}
