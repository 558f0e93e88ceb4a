/// Tells mails by their first header fields.
struct MailHead {
  private let lines: [String]

  init(_ text: TextHead) { lines = text.lines(100) }

  private static let known: Set = [
    "from", "to", "cc", "bcc", "subject", "date", "sender", "reply-to", "in-reply-to", "references",
    "user-agent",
    "message-id", "received", "return-path", "mime-version", "content-type", "content-transfer-encoding",
    "delivered-to", "dkim-signature", "list-id", "x-mailer", "authentication-results", "arc-seal",
    "x-received",
    "thread-topic", "thread-index", "importance", "x-priority", "envelope-to", "delivery-date",
  ]
  /// Those of people's memos and press releases as well.
  private static let common: Set = [
    "from", "to", "cc", "subject", "date", "references", "sender", "importance",
  ]
  private static let addresses: Set = ["from", "to", "sender", "reply-to"]

  /// RFC 4155: a line "From " with a sender and a time, then header fields.
  var isMailbox: Bool {
    guard let first = lines.first, first.hasPrefix("From ") else { return false }
    let words = first.split(separator: " ").dropFirst()
    guard words.count >= 5,
      words.contains(where: { $0.count { $0 == ":" } >= 1 && $0.first?.isNumber == true })
    else { return false }
    return Self.fields(lines.dropFirst()).known >= 1
  }

  /// RFC 5322: at least two fields that mails have come before anything else, and one of them is a
  /// machine's or has an address.
  func isMail(isNamed: Bool) -> Bool {
    let fields = Self.fields(lines[...])
    return fields.known >= (isNamed ? 1 : 2) && (isNamed || fields.isOfMachine)
  }

  private static func fields(_ lines: ArraySlice<String>) -> (known: Int, isOfMachine: Bool) {
    var count = 0
    var isOfMachine = false
    for (index, line) in lines.enumerated() {
      if line.isEmpty { break }
      if index > 0, line.first == " " || line.first == "\t" { continue }
      guard let colon = line.firstIndex(of: ":"), colon != line.startIndex,
        line[..<colon].utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      else { break }
      let name = line[..<colon].lowercased()
      guard known.contains(name) || name.hasPrefix("x-") || name.hasPrefix("list-") else { continue }
      count += 1
      if !common.contains(name) || (addresses.contains(name) && line.contains("@")) { isOfMachine = true }
    }
    return (count, isOfMachine)
  }
}
