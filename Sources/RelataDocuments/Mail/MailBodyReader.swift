/// Walks through the parts of a mail and gathers its text and its files.
struct MailBodyReader {
  let limits: ReadingLimits
  private(set) var text = MailText()
  private(set) var attachments: [MailAttachment] = []
  private(set) var isEncrypted = false
  /// Of the first part of the text that could not be read.
  private(set) var failure: FormatError?
  private var notes: [String] = []
  private var count = 0
  /// False while only attachments are of interest.
  private var readsText = true

  init(limits: ReadingLimits) { self.limits = limits }

  /// Each once, in the order in which they came up.
  var allNotes: [String] {
    var notes = notes
    if isEncrypted { notes.append("an encrypted part is left out") }
    if let failure { notes.append("a part could not be read: \(failure)") }
    return notes
  }

  /// - Parameter depth: how many parts and mails this one lies in.
  mutating func read(_ part: MailPart, stance: MailStance, depth: Int = 0) {
    guard count < limits.parts else { return note("only the first \(limits.parts) parts are read") }
    count += 1
    switch part.mediaType {
    case _ where part.isMultipart: readMultipart(part, stance: stance, depth: depth)
    case "message/rfc822", "message/global", "message/news": readMessage(part, depth: depth)
    case "message/delivery-status", "message/disposition-notification", "application/pgp-signature",
      "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-encrypted":
      isEncrypted = isEncrypted || part.mediaType.hasSuffix("encrypted")
    case "application/pkcs7-mime", "application/x-pkcs7-mime": isEncrypted = true
    case "text/html" where isText(part), "application/xhtml+xml" where isText(part):
      readHTML(part, stance: stance)
    case "text/plain" where isText(part), "text/markdown" where isText(part): readPlain(part, stance: stance)
    default: attach(part)
    }
  }

  /// A part without a file name, or the first of the text, which some programs name, too.
  private func isText(_ part: MailPart) -> Bool {
    !part.isAttachment || part.disposition.value != "attachment" && text.isEmpty && readsText
  }

  private mutating func readMultipart(_ part: MailPart, stance: MailStance, depth: Int) {
    guard depth < limits.nesting else {
      return note("parts more than \(limits.nesting) levels deep are left out")
    }
    if part.mediaType == "multipart/encrypted" {
      isEncrypted = true
      return
    }
    let parts = part.parts(limit: limits.parts - count + 1)
    switch part.mediaType {
    case _ where parts.isEmpty: readPlain(part, stance: stance)
    case "multipart/alternative": readAlternatives(parts, stance: stance, depth: depth + 1)
    case "multipart/related":
      let start = part.type["start"]
      let root =
        parts.firstIndex {
          $0.header["content-id"].map { String(decoding: $0, as: UTF8.self) } == start && start != nil
        } ?? 0
      read(parts[root], stance: stance, depth: depth + 1)
      // Pictures that the page shows are no documents.
      for (index, other) in parts.enumerated() where index != root && !other.mediaType.hasPrefix("image/") {
        read(other, stance: stance, depth: depth + 1)
      }
    default:
      for child in parts { read(child, stance: stance, depth: depth + 1) }
    }
  }

  /// One text in several formats, the best last. Plain text is preferred, unless it is so short, by itself
  /// and beside the page, that it can only say where to read the page.
  private mutating func readAlternatives(_ parts: [MailPart], stance: MailStance, depth: Int) {
    let plain = parts.first { $0.mediaType == "text/plain" && !$0.isAttachment }
    let rich = parts.last { $0.mediaType == "text/html" || $0.isMultipart }
    guard plain != nil || rich != nil else {
      if let last = parts.last { read(last, stance: stance, depth: depth) }
      return
    }
    var chosen = MailText()
    if let plain, readsText { chosen = reading(plain, stance: stance, depth: depth, forText: true) }
    guard let rich else { return text += chosen }
    let isLong = chosen.length >= Self.longestStub
    if rich.isMultipart || !isLong {
      let hadFailure = failure
      let page = reading(rich, stance: stance, depth: depth, forText: readsText && !isLong)
      if page.length > 3 * chosen.length { chosen = page }
      // A page that cannot be read is no loss where its text is there.
      if !chosen.isEmpty { failure = hadFailure }
    }
    text += chosen
  }

  private static let longestStub = 600

  /// The text of a part, which is not added to that of the mail; attachments are.
  private mutating func reading(_ part: MailPart, stance: MailStance, depth: Int, forText: Bool) -> MailText {
    let (kept, readBefore) = (text, readsText)
    (text, readsText) = (MailText(), forText)
    read(part, stance: stance, depth: depth)
    let result = text
    (text, readsText) = (kept, readBefore)
    return result
  }

  /// A mail in a mail: its subject and its text are part of what this one says.
  private mutating func readMessage(_ part: MailPart, depth: Int) {
    guard depth < limits.nesting else {
      return note("parts more than \(limits.nesting) levels deep are left out")
    }
    let inner = MailPart(part.decoded, isMessage: true)
    guard inner.header.hasFields else { return }
    let facts = MailFacts(inner.header)
    let body = reading(inner, stance: facts.stance, depth: depth + 1, forText: readsText)
    guard readsText else { return }
    if !facts.headline.isEmpty { text.own.append(facts.headline) }
    text.own += body.own.isEmpty ? body.quoted : body.own
  }

  private mutating func readPlain(_ part: MailPart, stance: MailStance) {
    guard readsText else { return }
    let decoded = MailCharacters.text(of: Array(part.decoded), declared: part.type["charset"])
    if let phrase = decoded.note { note(phrase) }
    if decoded.text.utf8.starts(with: "-----BEGIN PGP MESSAGE-----".utf8) {
      isEncrypted = true
      return
    }
    let isFlowed = part.type["format"]?.lowercased() == "flowed"
    let deletesSpace = part.type["delsp"]?.lowercased() == "yes"
    text +=
      PlainBody(
        decoded.text, flow: isFlowed ? (deletesSpace ? .withoutSpace : .withSpace) : .none, stance: stance
      ).text
  }

  private mutating func readHTML(_ part: MailPart, stance: MailStance) {
    guard readsText else { return }
    do throws(FormatError) {
      let charset = part.type["charset"]
      let body = try HTMLBody(Array(part.decoded), charset: charset, stance: stance, limits: limits)
      text += body.text
      for phrase in body.notes { note(phrase) }
    } catch {
      if failure == nil, error != .empty { failure = error }
    }
  }

  private mutating func attach(_ part: MailPart) {
    let bytes = Array(part.decoded)
    guard !bytes.isEmpty else { return }
    attachments.append(MailAttachment(name: part.fileName, mediaType: part.mediaType, bytes: bytes))
  }

  private mutating func note(_ phrase: String) {
    if !notes.contains(phrase) { notes.append(phrase) }
  }
}
