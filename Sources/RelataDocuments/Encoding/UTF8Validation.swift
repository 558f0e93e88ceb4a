/// Well-formedness of UTF-8 (Unicode 15, table 3-7).
enum UTF8Validation {
  /// What stands at one place of a byte string.
  enum Sequence: Equatable {
    case wellFormed(length: Int)
    /// The first bytes of a longer sequence that something else follows, or nothing.
    case cut(length: Int)
    /// A byte that begins nothing.
    case stray
  }

  static func sequence(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Sequence {
    let lead = bytes[index]
    let tail: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0..<0x80: return .wellFormed(length: 1)
    case 0xC2...0xDF: tail = 1
    case 0xE0: (tail, second) = (2, 0xA0...0xBF)
    case 0xED: (tail, second) = (2, 0x80...0x9F)
    case 0xE1...0xEF: tail = 2
    case 0xF0: (tail, second) = (3, 0x90...0xBF)
    case 0xF4: (tail, second) = (3, 0x80...0x8F)
    case 0xF1...0xF3: tail = 3
    default: return .stray
    }
    for offset in 1...tail {
      guard index + offset < bytes.count else { return .cut(length: offset) }
      let byte = bytes[index + offset]
      guard offset == 1 ? second.contains(byte) : (0x80...0xBF).contains(byte) else {
        return .cut(length: offset)
      }
    }
    return .wellFormed(length: tail + 1)
  }

  /// The offset of the first byte that does not belong to a well-formed sequence.
  /// - Complexity: O(*n*).
  static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        guard case .wellFormed(let length) = sequence(in: buffer, at: index) else { return index }
        index += length
      }
      return nil
    }
  }
}
