/// A file in a mail.
public struct MailAttachment: Hashable, Sendable {
  /// As the mail calls it, folders removed; empty where it has no name.
  public var name: String
  /// In lower case, as the mail declares it: "application/pdf".
  public var mediaType: String
  /// Decoded.
  public var bytes: [UInt8]

  /// - Parameter bytes: as they were before the mail encoded them.
  public init(name: String, mediaType: String, bytes: [UInt8]) {
    self.name = name
    self.mediaType = mediaType
    self.bytes = bytes
  }
}
