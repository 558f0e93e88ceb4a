/// Bytes → text, strictly: nothing is repaired, because an offset into a repaired text would lie.
enum TextDecoder {
  /// The text of `bytes`.
  ///
  /// A byte order mark stays in the text as the one scalar U+FEFF that it is, so that offsets always count
  /// what the file holds; all later stages treat it as invisible.
  /// - Complexity: O(*n*).
  static func text(_ bytes: [UInt8], path: String) throws(ReadingError) -> String {
    if let encoding = otherEncoding(bytes) {
      throw .otherUnicodeEncoding(path: path, encoding: encoding)
    }
    if let nul = bytes.firstIndex(of: 0) { throw .binary(path: path, offset: nul) }
    if let offset = firstInvalid(bytes) {
      throw .invalidUTF8(path: path, offset: offset, byte: bytes[offset])
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The name of a UTF-16 or UTF-32 encoding that the bytes betray by their mark or by their zeros.
  private static func otherEncoding(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return "UTF-32LE" }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32BE" }
    if bytes.starts(with: [0xFF, 0xFE]) { return "UTF-16LE" }
    if bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16BE" }
    // Western text in UTF-16 without a mark: nearly every other byte is zero, the ones between are not.
    let sample = bytes.prefix(1_024)
    guard sample.count >= 8, sample.count.isMultiple(of: 2) || bytes.count > 1_024 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in sample.enumerated() where byte == 0 {
      if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let half = sample.count / 2
    if zeros.even == 0, zeros.odd * 10 >= half * 9 { return "UTF-16LE" }
    if zeros.odd == 0, zeros.even * 10 >= half * 9 { return "UTF-16BE" }
    return nil
  }

  /// The offset of the first byte that does not belong to a well-formed UTF-8 sequence (Unicode 15, table 3-7).
  static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      let count = buffer.count
      while index < count {
        let lead = buffer[index]
        if lead < 0x80 {
          index += 1
          continue
        }
        let tail: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: tail = 1
        case 0xE0: (tail, second) = (2, 0xA0...0xBF)
        case 0xED: (tail, second) = (2, 0x80...0x9F)
        case 0xE1...0xEF: tail = 2
        case 0xF0: (tail, second) = (3, 0x90...0xBF)
        case 0xF4: (tail, second) = (3, 0x80...0x8F)
        case 0xF1...0xF3: tail = 3
        default: return index
        }
        guard index + tail < count, second.contains(buffer[index + 1]) else { return index }
        for offset in 2..<(tail + 1) where !(0x80...0xBF).contains(buffer[index + offset]) { return index }
        index += tail + 1
      }
      return nil
    }
  }
}
