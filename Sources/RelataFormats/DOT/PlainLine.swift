/// Text that is drawn as it stands, told by its bytes alone: most names and most
/// sentences of European languages.
///
/// Counting characters the general way takes longer than writing them.
enum PlainLine {
  /// The number of characters of a text on one line, with single spaces between words and none at the ends,
  /// of letters, punctuation and signs that no other combines with; nil for all other texts.
  /// - Complexity: O(length of the text).
  static func count(of text: String) -> Int? { text.withBytes { count(of: $0) } }

  /// The text with single spaces for all white space and none at the ends, where that makes it such a line.
  /// - Complexity: O(length of the text).
  static func collapsed(_ text: String) -> (line: String, count: Int)? {
    let bytes = ByteStream.collect { bytes in
      var isBetweenWords = false
      for byte in text.utf8 {
        if byte == 0x20 || (0x09...0x0D).contains(byte) {
          isBetweenWords = bytes.count > 0
        } else {
          if isBetweenWords { bytes.append(0x20) }
          isBetweenWords = false
          bytes.append(byte)
        }
      }
    }
    return bytes.withUnsafeBufferPointer { bytes in
      count(of: bytes).map { (String(decoding: bytes, as: UTF8.self), $0) }
    }
  }

  /// - Parameter text: UTF-8.
  static func count(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    let space = UInt8(ascii: " ")
    guard text.first != space, text.last != space else { return nil }
    var count = 0
    var index = 0
    while index < text.count {
      switch text[index] {
      case space:
        if text[index + 1] == space { return nil }
        index += 1
      case 0x21...0x7E: index += 1
      // U+00A1…U+02FF without the soft hyphen: Latin letters and signs.
      case 0xC2:
        guard text[index + 1] > 0xA0, text[index + 1] != 0xAD else { return nil }
        index += 2
      case 0xC3...0xCB: index += 2
      // U+2010…U+2027: dashes, quotation marks, the ellipsis; U+2190…U+21BF: arrows.
      case 0xE2:
        let isPunctuation = text[index + 1] == 0x80 && (0x90...0xA7).contains(text[index + 2])
        guard isPunctuation || text[index + 1] == 0x86 && text[index + 2] >= 0x90 else { return nil }
        index += 3
      default: return nil
      }
      count += 1
    }
    return count
  }
}
