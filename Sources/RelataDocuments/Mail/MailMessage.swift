/// What one mail says, and what was attached to it.
public struct MailMessage: Hashable, Sendable {
  /// The subject and the body, without quoted mails and signature.
  public var content: DocumentContent
  /// Files, each a document of its own, in the order of the message.
  public var attachments: [MailAttachment]

  /// What a user should know of how it was read.
  public var notes: [String] { content.notes }

  /// A mail without attachments where none are given.
  public init(content: DocumentContent, attachments: [MailAttachment] = []) {
    self.content = content
    self.attachments = attachments
  }
}
