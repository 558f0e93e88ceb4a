/// Bytes of any encoding → text.
///
/// What the bytes themselves say comes first: a byte order mark, the zeros of UTF-16, well-formed UTF-8, the
/// escapes of ISO-2022-JP. Then what a header declares, where the bytes decode in it; then a guess by how
/// plausible the text of each encoding is.
///
/// One rule for the byte order mark, in UTF-8, UTF-16 and UTF-32 alike: it stays in the text as the one
/// scalar U+FEFF that it is, so that offsets count what the file holds; all later stages treat it as
/// invisible. Text that was encoded twice ("Ã©") is left as it stands.
public enum TextDecoder {
  /// A text and how it was read.
  public struct Decoded: Hashable, Sendable {
    /// With its byte order mark, if the bytes have one.
    public var text: String
    /// As IANA names it, in lower case: "utf-8", "windows-1252". "utf-8 with windows-1252" where a text in
    /// UTF-8 has some bytes that are not.
    public var encoding: String
    /// Whether neither the bytes (a byte order mark, valid UTF-8) nor a declaration say so.
    public var isGuessed: Bool

    /// For a text whose encoding is known from elsewhere.
    public init(text: String, encoding: String, isGuessed: Bool) {
      self.text = text
      self.encoding = encoding
      self.isGuessed = isGuessed
    }

    /// What a user should know of it, a short phrase: "decoded as windows-1252".
    public var note: String? { isGuessed ? "decoded as \(encoding)" : nil }
  }

  /// The text of `bytes`.
  ///
  /// In a text that is UTF-8 but for a few bytes, a stray byte is read as windows-1252 and a sequence cut
  /// short becomes one U+FFFD, as does half a surrogate pair.
  /// - Parameter declared: what a header or `meta` element says the encoding is; believed where the bytes do
  ///   not contradict it. Labels are those of the WHATWG Encoding standard (section 4.2): "latin1" means
  ///   windows-1252. "us-ascii" declares nothing that bytes above 127 could be read by.
  /// - Throws: `FormatError.binary` for a NUL character, and where control characters
  ///   are more than one in fifty.
  /// - Complexity: O(*n*).
  public static func decode(_ bytes: [UInt8], declared: String? = nil) throws(FormatError) -> Decoded {
    let declaration = declared.flatMap(CharacterEncoding.init(label:))
    if let form = UnicodeForm(mark: bytes) ?? UnicodeForm(zerosOf: bytes, declared: declaration) {
      let text = form.text(of: bytes)
      if let nul = Array(text.unicodeScalars.prefix(4_096)).firstIndex(of: "\0") {
        throw .binary(offset: nul * form.unitSize)
      }
      return Decoded(text: text, encoding: form.rawValue, isGuessed: false)
    }
    if let offset = ControlCharacters.firstOfBinary(bytes) { throw .binary(offset: offset) }
    if let declaration, declaration.isSevenBit, let text = declaration.text(of: bytes) {
      return Decoded(text: text, encoding: declaration.name, isGuessed: false)
    }
    if let text = String(validating: bytes, as: UTF8.self) {
      return validated(text, bytes: bytes, declaration: declaration)
    }
    return undeclaredOrNot(bytes, declaration: declaration)
  }

  /// Well-formed UTF-8 is UTF-8, unless it holds the escapes of ISO-2022-JP, or so little that a declared
  /// East Asian encoding, whose two-byte characters can look like UTF-8's, is the likelier reading.
  private static func validated(_ text: String, bytes: [UInt8], declaration: CharacterEncoding?) -> Decoded {
    let japanese = CharacterEncoding.iso2022JP
    if bytes.contains(0x1B), japanese.escapes(in: bytes), let text = japanese.text(of: bytes) {
      return Decoded(text: text, encoding: japanese.name, isGuessed: false)
    }
    if let declaration, declaration.isMultiByte, !bytes.contains(where: { $0 >= 0xE0 }),
      bytes.contains(where: { $0 >= 0x80 }), let text = declaration.text(of: bytes)
    {
      return Decoded(text: text, encoding: declaration.name, isGuessed: false)
    }
    return Decoded(text: text, encoding: "utf-8", isGuessed: false)
  }

  private static func undeclaredOrNot(_ bytes: [UInt8], declaration: CharacterEncoding?) -> Decoded {
    let mixture = MixedUTF8(bytes)
    if mixture.isPlausible(declaration: declaration) {
      return Decoded(text: mixture.text(of: bytes), encoding: "utf-8 with windows-1252", isGuessed: true)
    }
    if let declaration, let text = declaration.text(of: bytes) {
      return Decoded(text: text, encoding: declaration.name, isGuessed: false)
    }
    for encoding in EncodingGuess.ranking(of: bytes) {
      if let text = encoding.text(of: bytes, toleratesCut: true) {
        return Decoded(text: text, encoding: encoding.name, isGuessed: true)
      }
    }
    return Decoded(text: Windows1252.text(of: bytes), encoding: Windows1252.name, isGuessed: true)
  }
}
