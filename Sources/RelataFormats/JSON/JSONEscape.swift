/// What a backslash in a JSON text stands for.
struct JSONEscape {
  /// The offset behind the escape, or of what is wrong with it.
  private(set) var end: Int
  private(set) var scalar: Unicode.Scalar = "\u{FFFD}"

  /// - Parameter offset: that of the backslash.
  init(at offset: Int) { end = offset }

  /// What is wrong; nil where nothing is.
  mutating func read(_ bytes: [UInt8]) -> String? {
    end += 1
    guard end < bytes.count else { return "the JSON ends too early" }
    let byte = bytes[end]
    end += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): scalar = Unicode.Scalar(byte)
    case UInt8(ascii: "b"): scalar = "\u{8}"
    case UInt8(ascii: "f"): scalar = "\u{C}"
    case UInt8(ascii: "n"): scalar = "\n"
    case UInt8(ascii: "r"): scalar = "\r"
    case UInt8(ascii: "t"): scalar = "\t"
    case UInt8(ascii: "u"): return readCode(bytes)
    default: return "an unknown escape in a text"
    }
    return nil
  }

  private mutating func readCode(_ bytes: [UInt8]) -> String? {
    guard var code = fourDigits(bytes) else { return Self.missingDigits }
    if (0xD800..<0xDC00).contains(code), bytes[end...].starts(with: "\\u".utf8) {
      end += 2
      guard let low = fourDigits(bytes) else { return Self.missingDigits }
      guard (0xDC00..<0xE000).contains(low) else { return Self.half }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let found = Unicode.Scalar(code) else { return Self.half }
    scalar = found
    return nil
  }

  private static let missingDigits = "“\\u” needs four hexadecimal digits"
  private static let half = "half of a surrogate pair"

  private mutating func fourDigits(_ bytes: [UInt8]) -> UInt32? {
    guard end + 4 <= bytes.count else { return nil }
    var code: UInt32 = 0
    for byte in bytes[end..<end + 4] {
      guard let digit = PercentEncoding.value(byte) else { return nil }
      code = code << 4 | UInt32(digit)
    }
    end += 4
    return code
  }
}
