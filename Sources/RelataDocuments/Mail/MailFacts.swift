/// What the header of a mail says about it.
struct MailFacts {
  /// The subject without the marks of replies and forwards.
  let headline: String
  let stance: MailStance
  let metadata: [String: String]

  init(_ header: MailHeader) {
    let charset = HeaderParameters(header["content-type"] ?? [])["charset"]
    func text(_ name: String) -> String? {
      guard let value = header[name] else { return nil }
      let text = Self.collapsed(EncodedWords.decode(value, fallback: charset))
      return text.isEmpty ? nil : text
    }
    let subject = SubjectPrefix.strip(text("subject") ?? "")
    headline = header["list-id"] == nil ? subject.rest : SubjectPrefix.withoutTag(subject.rest)
    stance = subject.stance != .neither ? subject.stance : header["in-reply-to"] != nil ? .reply : .neither
    var metadata: [String: String] = [:]
    metadata["title"] = text("subject")
    metadata["date"] = text("date").map { Self.day($0) ?? $0 }
    metadata["author"] = header["from"].flatMap { MailAddress.name(in: $0, fallback: charset) }
    metadata["id"] = text("message-id").map(Self.withoutBrackets)
    metadata["list-id"] = header["list-id"].map { MailAddress.identifier(in: $0) }
    metadata["publisher"] =
      header["list-id"].flatMap { MailAddress.name(in: $0, fallback: charset) } ?? text("organization")
    metadata["url"] = text("archived-at").map(Self.withoutBrackets).flatMap { $0.contains("://") ? $0 : nil }
    metadata["language"] = text("content-language").map { String($0.prefix { $0 != "," && $0 != " " }) }
    self.metadata = metadata.filter { !$0.value.isEmpty }
  }

  /// "Mon, 15 Sep 2025 23:50:00 -0400" → "2025-09-15": the day in the sender's own zone, as the sender
  /// wrote it (RFC 5322, section 3.3, and what programs write instead).
  private static func day(_ text: String) -> String? {
    // What comments come behind the date may be of any length.
    let date = text.split(separator: " ").prefix(8).joined(separator: " ")
    return CalendarDay(text: date, habits: [.foreignMonths, .shortYears])?.description
  }

  private static func withoutBrackets(_ text: String) -> String {
    guard let open = text.firstIndex(of: "<"), let close = text[open...].firstIndex(of: ">") else {
      return text
    }
    return String(text[text.index(after: open)..<close])
  }

  private static func collapsed(_ text: String) -> String {
    var paragraph = ParagraphText()
    paragraph.add(text)
    return paragraph.text
  }
}
