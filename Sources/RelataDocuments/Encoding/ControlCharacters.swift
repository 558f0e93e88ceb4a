/// Control characters that no text has many of.
enum ControlCharacters {
  /// The offset of the byte that shows that `bytes` are no text in an encoding with single-byte ASCII: the
  /// first NUL, or the first control character where they are more than one in fifty. White space, the escape
  /// of ISO 2022 and terminals, backspace and the end-of-file mark of DOS are none.
  /// - Complexity: O(*n*).
  static func firstOfBinary(_ bytes: [UInt8]) -> Int? {
    let (nul, controls) = bytes.withUnsafeBufferPointer { buffer in
      var hasNul = false
      var controls = 0
      for byte in buffer {
        hasNul = hasNul || byte == 0
        controls &+= byte < 0x20 && mask & (1 << UInt32(truncatingIfNeeded: byte)) != 0 ? 1 : 0
      }
      return (hasNul, controls)
    }
    if nul { return bytes.firstIndex(of: 0) }
    guard controls > 2, controls > bytes.count / 50 else { return nil }
    return bytes.firstIndex(where: isControl)
  }

  /// Bit *n* for control character *n*: 0x01...0x07, 0x0E...0x1F without 0x1A and 0x1B.
  private static let mask: UInt32 = 0b1111_0011_1111_1111_1100_0000_1111_1110

  private static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && mask & (1 << UInt32(byte)) != 0 }
}
