/// Why the bytes of one document could not be read. `description` is what follows "FILE: " on one line: what
/// is wrong and, where the user can do something, what.
public enum FormatError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no text in it.
  case empty
  /// It is not what its beginning promises; `reason` says where and why: "the zip directory is cut off".
  case damaged(reason: String)
  /// The system does not let it be read; `reason` says why, `advice` what to do.
  case unreadable(reason: String, advice: String)
  /// A password is needed.
  case encrypted
  /// More of something than a document may have: `what` with its unit ("bytes",
  /// "parts", "levels of nesting").
  case tooLarge(what: String, limit: Int)
  /// Reading was given up after so many seconds.
  case tookTooLong(seconds: Int)
  /// A program or library that is needed is not there; `advice` says how to get it.
  case unavailable(what: String, advice: String)
  /// A format that is not read.
  case unsupported(format: String)
  /// Bytes that are no text; `offset` of the first, counted in bytes from 0.
  case binary(offset: Int)

  /// On one line, without the name of the file.
  public var description: String {
    switch self {
    case .empty: "empty, there is nothing to read"
    case .damaged(let reason): "damaged: \(reason)"
    case .unreadable(let reason, let advice): "cannot be read (\(reason)); \(advice)"
    case .encrypted: "encrypted; remove its password and try again"
    case .tooLarge(let what, let limit): "has more than \(limit) \(what), the most that is read"
    case .tookTooLong(let seconds): "could not be read within \(seconds) seconds"
    case .unavailable(let what, let advice): "cannot be read without \(what); \(advice)"
    case .unsupported(let format): "\(format) is not read"
    case .binary(let offset): "byte \(offset) is no text, so this is a binary file"
    }
  }
}
