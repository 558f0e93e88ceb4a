/// A text of a collection in which near duplicates are looked for.
public struct DuplicateEntry: Hashable, Sendable {
  /// Tells it from all others: its path or address.
  public var key: String
  /// When it was published, in ISO 8601, so that the order of the characters is that of time;
  /// nil if that is not known.
  public var date: String?
  /// Of its text, which need not be kept.
  public var signature: ShingleSignature

  /// - Parameter date: in ISO 8601; how far apart two texts are counts where both have a day.
  public init(key: String, date: String? = nil, signature: ShingleSignature) {
    self.key = key
    self.date = date
    self.signature = signature
  }
}
