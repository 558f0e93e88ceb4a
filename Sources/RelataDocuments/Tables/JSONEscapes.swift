/// Reads the escapes of a JSON string (RFC 8259, section 7), which is known to be well-formed.
enum JSONEscapes {
  /// Half a surrogate pair becomes U+FFFD.
  /// - Complexity: O(*n*).
  static func text(of bytes: ArraySlice<UInt8>) -> String {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let plain = bytes[index...].firstIndex(of: UInt8(ascii: "\\")) ?? bytes.endIndex
      decoded.append(contentsOf: bytes[index..<plain])
      index = plain + 2
      guard index <= bytes.endIndex else { break }
      switch bytes[plain + 1] {
      case UInt8(ascii: "n"): decoded.append(0x0A)
      case UInt8(ascii: "t"): decoded.append(0x09)
      case UInt8(ascii: "r"): decoded.append(0x0D)
      case UInt8(ascii: "b"): decoded.append(0x08)
      case UInt8(ascii: "f"): decoded.append(0x0C)
      case UInt8(ascii: "u"):
        var unit = unit(bytes, at: index)
        index += 4
        if unit & 0xFC00 == 0xD800, bytes[index...].starts(with: [0x5C, 0x75]) {
          let low = self.unit(bytes, at: index + 2)
          if low & 0xFC00 == 0xDC00 {
            unit = 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
            index += 6
          }
        }
        decoded.append(
          contentsOf: UTF8.encode(Unicode.Scalar(unit) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
      case let byte: decoded.append(byte)
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  private static func unit(_ bytes: ArraySlice<UInt8>, at index: Int) -> UInt32 {
    guard index + 4 <= bytes.endIndex else { return 0xD800 }
    return bytes[index..<index + 4].reduce(0) { $0 << 4 | UInt32(JSONScanner.hexadecimal($1) ?? 0) }
  }
}
