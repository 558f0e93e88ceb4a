/// What became of the records of a web archive.
public struct WARCSummary: Hashable, Sendable {
  /// Records that were given.
  public var given = 0
  /// Records that hold no page, by what they are: "request", "response with status 404",
  /// "response of type image/png".
  public var passedOver: [String: Int] = [:]
  /// Records that could not be read.
  public var failures = 0

  /// Of an archive of which nothing has been read.
  public init() {}

  /// Kinds beyond these are counted together: files may make them up.
  private static let most = 200

  mutating func passOver(_ kind: String) {
    let kind = passedOver[kind] != nil || passedOver.count < Self.most ? kind : "other"
    passedOver[kind, default: 0] += 1
  }
}
