/// Which bytes are text.
enum UTF8Text {
  /// What may stand in a file.
  enum Repertoire {
    case unicode
    /// Char of XML 1.0 (§2.2).
    case xml
  }

  /// The offset of the first byte that is not UTF-8 (Unicode §3.9, table 3-7) or begins no
  /// character of the repertoire.
  /// - Complexity: O(number of bytes), eight at a time in ASCII.
  static func firstRefused(in bytes: [UInt8], _ repertoire: Repertoire) -> Int? {
    bytes.withUnsafeBytes { buffer in
      let count = buffer.count
      var index = 0
      while index < count {
        // Eight bytes from 0x20 to 0x7F: no high bit, and none that a subtraction of 0x20 would borrow for.
        while index + 8 <= count {
          let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          if (word | (word &- 0x2020_2020_2020_2020)) & 0x8080_8080_8080_8080 != 0 { break }
          index += 8
        }
        guard index < count else { return nil }
        let length = characterLength(at: index, in: buffer, repertoire)
        if length == 0 { return index }
        index += length
      }
      return nil
    }
  }

  /// 0 where there is no character of the repertoire.
  private static func characterLength(
    at index: Int, in buffer: UnsafeRawBufferPointer, _ repertoire: Repertoire
  ) -> Int {
    let first = buffer[index]
    switch first {
    case 0x20..<0x80, 0x09, 0x0A, 0x0D: return 1
    case 0..<0x20: return repertoire == .unicode ? 1 : 0
    case 0xC2...0xDF: return isTrail(index + 1, buffer) ? 2 : 0
    case 0xE0...0xEF:
      guard isTrail(index + 1, buffer), isTrail(index + 2, buffer) else { return 0 }
      let second = buffer[index + 1]
      if first == 0xE0, second < 0xA0 { return 0 }
      if first == 0xED, second > 0x9F { return 0 }
      if repertoire == .xml, first == 0xEF, second == 0xBF, buffer[index + 2] > 0xBD { return 0 }
      return 3
    case 0xF0...0xF4:
      guard isTrail(index + 1, buffer), isTrail(index + 2, buffer), isTrail(index + 3, buffer) else {
        return 0
      }
      let second = buffer[index + 1]
      if first == 0xF0, second < 0x90 { return 0 }
      if first == 0xF4, second > 0x8F { return 0 }
      return 4
    default: return 0
    }
  }

  private static func isTrail(_ index: Int, _ buffer: UnsafeRawBufferPointer) -> Bool {
    index < buffer.count && buffer[index] & 0xC0 == 0x80
  }
}
