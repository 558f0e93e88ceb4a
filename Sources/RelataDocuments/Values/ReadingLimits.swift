/// Bounds on what one input may cost, against hostile files. Each is generous for what people write.
public struct ReadingLimits: Hashable, Sendable {
  /// Of one document, unpacked, in bytes.
  public var documentBytes = 64 << 20
  /// Of all that one archive holds, unpacked, in bytes: archives of news are large, bombs are larger.
  public var archiveBytes = 64 << 30
  /// How many times more bytes an archive may unpack to than were read of it, once that is
  /// more than `documentBytes`.
  public var expansion = 1_000
  /// How deep archives, mails and other containers may lie in one another.
  public var nesting = 8
  /// Parts of one mail, entries of one office document.
  public var parts = 2_000
  /// Seconds that one document may take.
  public var seconds = 60

  /// The usual bounds.
  public init() {}
}
