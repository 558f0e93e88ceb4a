/// The encoding of last resort, and the only one that needs no library.
enum Windows1252 {
  static let name = "windows-1252"

  /// Of bytes 0x80...0x9F; the five that are not assigned are controls, as in the WHATWG Encoding standard.
  private static let table = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    (0x80...0x9F).contains(byte) ? table[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }

  /// - Complexity: O(*n*).
  static func text(of bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    text.reserveCapacity(bytes.count)
    text.append(contentsOf: bytes.lazy.map(scalar))
    return String(text)
  }
}
