/// A character encoding that can be declared or guessed, as the WHATWG Encoding standard
/// has them, and those of DOS.
struct CharacterEncoding: Hashable, Sendable {
  /// As IANA names it, in lower case.
  let name: String
  /// What C libraries call it and its extensions; the first that converts a text is used.
  let converters: [String]

  static let iso2022JP = CharacterEncoding(name: "iso-2022-jp", converters: ["ISO-2022-JP", "ISO-2022-JP-2"])
  static let utf16 = CharacterEncoding(name: "utf-16", converters: [])
  static let utf8 = CharacterEncoding(name: "utf-8", converters: [])

  /// Two bytes a character, ASCII apart.
  var isMultiByte: Bool { Self.multiByte.contains(name) }

  /// Whether all bytes are ASCII, escapes or shifts saying what they stand for.
  var isSevenBit: Bool { name.hasPrefix("iso-2022-") || name == "utf-7" }

  /// Whether `bytes` are all ASCII and have an escape of ISO-2022-JP (RFC 1468).
  func escapes(in bytes: [UInt8]) -> Bool {
    var previous: (UInt8, UInt8) = (0, 0)
    var found = false
    for byte in bytes {
      if byte >= 0x80 { return false }
      if previous == (0x1B, 0x24), byte == 0x40 || byte == 0x42 { found = true }
      previous = (previous.1, byte)
    }
    return found
  }

  /// - Returns: nil where the bytes are not of this encoding, or the C library does not know it.
  /// - Complexity: O(*n*).
  func text(of bytes: [UInt8], toleratesCut: Bool = false) -> String? {
    switch name {
    case Windows1252.name: return Windows1252.text(of: bytes)
    case "utf-8": return String(validating: bytes, as: UTF8.self)
    default: break
    }
    for converter in converters {
      if let text = CharacterConverter.utf8(of: bytes, converter: converter, toleratesCut: toleratesCut) {
        return String(decoding: text, as: UTF8.self)
      }
    }
    return nil
  }

  private static let multiByte: Set = ["shift_jis", "euc-jp", "gb18030", "big5", "euc-kr"]
}
