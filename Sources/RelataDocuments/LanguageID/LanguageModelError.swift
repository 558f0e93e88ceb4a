/// Why languages cannot be told apart: the program was built with a wrong data file.
public enum LanguageModelError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file is not laid out as `Training/language-id/README.md` says; `offset` in
  /// bytes, where reading ended.
  case malformed(offset: Int)

  /// One line for people, with the file and the byte.
  public var description: String {
    switch self {
    case .malformed(let offset): "languages.bin: malformed at byte \(offset)"
    }
  }
}
