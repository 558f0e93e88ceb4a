/// Why a document of a stream was not read, as it travels between processes: a line of `relata records`.
public struct UnreadDocument: Error, Hashable, Sendable, Codable {
  /// What a program can tell apart.
  public enum Kind: String, Hashable, Sendable, Codable {
    /// Read only where all languages are asked for.
    case foreignLanguage = "foreign language"
    /// There is no text, or nothing but white space.
    case empty
    /// There is no identifier.
    case unnamed
    /// The line is no JSON object.
    case damaged
    /// The line is longer than a document may be.
    case tooLarge = "too large"
  }

  /// The document's identifier; nil where none could be made out.
  public var id: String?
  /// The number of the line, from 1, where there is no identifier to tell which document it was.
  public var line: Int?
  /// What went wrong, for programs.
  public var kind: Kind
  /// What went wrong, for people, on one line.
  public var error: String
  /// The English name of the language, where that is the reason.
  public var language: String?

  /// - Parameters:
  ///   - id: nil for a document that has none; then `line` should say which it was.
  ///   - line: from 1; nil where the document came from no line.
  ///   - kind: what went wrong, for programs.
  ///   - error: on one line.
  ///   - language: its English name, where that is the reason.
  public init(id: String?, line: Int? = nil, kind: Kind, error: String, language: String? = nil) {
    self.id = id
    self.line = line
    self.kind = kind
    self.error = error
    self.language = language
  }
}
