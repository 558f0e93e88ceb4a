/// A page that a web archive keeps (ISO 28500).
public struct WARCRecord: Hashable, Sendable {
  /// What a record is of.
  public enum Kind: String, Hashable, Sendable {
    /// What a server answered.
    case response
    /// What was found without a protocol's headers.
    case resource
    /// What another record was made into, as text of a page is.
    case conversion
  }

  /// `WARC-Type`.
  public var kind: Kind
  /// `WARC-Record-ID` without angle brackets; empty where it is missing.
  public var id: String
  /// Of its header, in bytes from the beginning of the file as it unpacks.
  public var offset: Int
  /// `WARC-Target-URI`.
  public var targetURI: String
  /// `WARC-Date`, when it was archived: "2024-03-05T10:11:12Z".
  public var date: String
  /// In lower case, without parameters: "text/html"; empty where nobody says it.
  public var contentType: String
  /// As declared, in lower case.
  public var charset: String?
  /// Without transfer and content encodings.
  public var body: [UInt8]
  /// What a user should know of it, each a short phrase.
  public var notes: [String]
}
