/// Header text with encoded words (RFC 2047): `=?utf-8?q?caf=C3=A9?=`.
enum EncodedWords {
  private struct Word {
    let charset: String
    var bytes: [UInt8]
  }

  /// White space between encoded words is dropped; neighbours of one charset are decoded together, because
  /// programs cut characters in two. No control characters remain.
  /// - Parameter fallback: the encoding that the body declares, for bytes above 127 outside of encoded words.
  /// - Complexity: O(*n*).
  static func decode(_ bytes: [UInt8], fallback: String? = nil) -> String {
    var output = ""
    var plain: [UInt8] = []
    var pending: Word?
    func flush() {
      if let word = pending { output += MailCharacters.text(of: word.bytes, declared: word.charset).text }
      pending = nil
    }
    func flushPlain() {
      guard !plain.isEmpty else { return }
      output += MailCharacters.text(of: plain, declared: fallback).text
      plain = []
    }
    var index = 0
    while index < bytes.count {
      if let (word, end) = word(in: bytes, at: index) {
        let isApart = !plain.allSatisfy(MailHeader.isWhiteSpace)
        if pending != nil, !isApart {
          plain = []
          if pending?.charset == word.charset {
            pending?.bytes.append(contentsOf: word.bytes)
          } else {
            flush()
            pending = word
          }
        } else {
          flush()
          flushPlain()
          pending = word
        }
        index = end
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    flush()
    flushPlain()
    return String(String.UnicodeScalarView(output.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }

  /// `=?charset?encoding?text?=` at the place. Words are no longer than 75 characters by the
  /// standard, but by programs.
  private static func word(in bytes: [UInt8], at start: Int) -> (Word, end: Int)? {
    guard bytes[start] == 0x3D, start + 8 <= bytes.count, bytes[start + 1] == 0x3F else { return nil }
    let charsetStart = start + 2
    guard let charsetEnd = bytes[charsetStart..<min(charsetStart + 60, bytes.count)].firstIndex(of: 0x3F),
      charsetEnd > charsetStart, charsetEnd + 3 < bytes.count, bytes[charsetEnd + 2] == 0x3F
    else { return nil }
    let textStart = charsetEnd + 3
    let window = bytes[textStart..<min(textStart + 2_000, bytes.count)]
    guard
      let end = window.indices.first(where: {
        bytes[$0] == 0x3F && $0 + 1 < bytes.count && bytes[$0 + 1] == 0x3D
      })
    else { return nil }
    let text = bytes[textStart..<end]
    var decoded: [UInt8] = []
    switch bytes[charsetEnd + 1] {
    case 0x42, 0x62: decoded = TransferEncoding.base64.decode(text)
    case 0x51, 0x71:
      let spaced = text.map { $0 == 0x5F ? 0x20 : $0 }
      TransferEncoding.appendUnescaped(spaced[...], escape: 0x3D, to: &decoded)
    default: return nil
    }
    let charset = String(decoding: bytes[charsetStart..<charsetEnd], as: UTF8.self).lowercased()
    return (Word(charset: charset, bytes: decoded), end + 2)
  }
}
