/// Reads one mail (RFC 5322 with MIME, RFC 2045–2049).
///
/// The text is what *this* message says: quoted replies are other documents' text and left out, as are
/// signatures and the notices that mailing lists add; a message that has nothing but quotes or a forward
/// keeps them, and what is forwarded with a comment is kept, too. It begins with the subject as its headline,
/// without "Re:" and the like.
public struct MailReader: Sendable {
  /// Bounds on what one document may cost.
  public var limits: ReadingLimits

  /// - Parameter limits: of these the bytes, the parts and the nesting count.
  public init(limits: ReadingLimits = ReadingLimits()) { self.limits = limits }

  /// The text of a mail without its attachments.
  /// - Complexity: O(*n*), times the depth of nested parts, which `limits.nesting` bounds.
  public func content(of bytes: [UInt8]) throws(FormatError) -> DocumentContent {
    try message(of: bytes).content
  }

  /// The text of a mail, and its attachments.
  ///
  /// What is beyond `limits.documentBytes`, `limits.parts` and `limits.nesting` is left out with a note, as
  /// the text comes first in a mail; so is what is damaged.
  /// - Throws: `FormatError.damaged` for bytes that do not begin with a header, `.encrypted` where all of the
  ///   text is, `.empty` for a mail without subject, text and attachment; and what `HTMLReader` throws for a
  ///   mail of nothing but HTML.
  /// - Complexity: O(*n*), times the depth of nested parts, which `limits.nesting` bounds.
  public func message(of bytes: [UInt8]) throws(FormatError) -> MailMessage {
    guard bytes.contains(where: { !MailHeader.isWhiteSpace($0) }) else { throw .empty }
    let part = MailPart(bytes.prefix(limits.documentBytes), isMessage: true)
    guard part.header.hasFields else { throw .damaged(reason: "it does not begin with the header of a mail") }
    let facts = MailFacts(part.header)
    var body = MailBodyReader(limits: limits)
    body.read(part, stance: facts.stance)
    if body.text.isEmpty, body.attachments.isEmpty {
      if body.isEncrypted { throw .encrypted }
      if let failure = body.failure { throw failure }
    }
    let text = body.text.written(below: facts.headline)
    guard !text.isEmpty || !body.attachments.isEmpty else { throw .empty }
    var notes = body.allNotes
    if bytes.count > limits.documentBytes { notes.append(Self.cutNote(limits)) }
    return MailMessage(
      content: DocumentContent(text: text, metadata: facts.metadata, notes: notes),
      attachments: body.attachments)
  }

  /// What a user is told of a mail that is too long.
  static func cutNote(_ limits: ReadingLimits) -> String {
    "only the first \(limits.documentBytes) bytes are read"
  }
}
