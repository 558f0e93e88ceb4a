/// Which encodings a text may be in that no one declares, the most plausible first.
enum EncodingGuess {
  /// Of a byte of ASCII text, as a natural logarithm: what an encoding gains that reads letters as
  /// halves of other characters.
  static let asciiLikelihood = -3.0

  private static let sampleSize = 32_768

  /// - Complexity: O(*n*) to find the first byte above 127; the rest looks at 32 KiB.
  static func ranking(of bytes: [UInt8]) -> [CharacterEncoding] {
    let sample = sample(of: bytes)
    var scores: [(encoding: CharacterEncoding, score: Double)] = []
    for (table, prior) in singleByte {
      if let score = SingleByteScore(table: table, bytes: sample).value() {
        scores.append((table.encoding, score + prior))
      }
    }
    for (encoding, language) in multiByte where isDense(sample) {
      // Half a character at the end speaks against the encoding, unless the sample ends there.
      let whole = encoding.text(of: sample)
      guard let text = whole ?? encoding.text(of: sample, toleratesCut: true) else { continue }
      let isCut = whole == nil && sample.count < sampleSize
      scores.append((encoding, EastAsianScore.value(of: text, language: language) - (isCut ? 12 : 2)))
    }
    // Sorted with the order of the lists for ties, so that the result is the same everywhere.
    return scores.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(
      \.element.encoding)
  }

  /// From the line with the first byte above 127: a line begins with a whole character
  /// in all of these encodings.
  private static func sample(of bytes: [UInt8]) -> [UInt8] {
    let first = bytes.firstIndex { $0 >= 0x80 } ?? 0
    let start = bytes[..<first].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return Array(bytes[start...].prefix(sampleSize))
  }

  /// Whether bytes above 127 follow one another, as they do somewhere in any East Asian
  /// text, or are one in three.
  private static func isDense(_ sample: [UInt8]) -> Bool {
    var high = 0
    var previous: UInt8 = 0
    for byte in sample {
      if byte >= 0x80 {
        if previous >= 0x80 { return true }
        high += 1
      }
      previous = byte
    }
    return high * 3 > sample.count
  }

  /// How much rarer than windows-1252 each is, as natural logarithms.
  private static let singleByte: [(SingleByteTable, Double)] = [
    ("windows-1252", 0), ("iso-8859-15", -1), ("windows-1250", -1.5), ("windows-1251", -1), ("macintosh", -2),
    ("iso-8859-2", -2),
    ("windows-1254", -1.5), ("windows-1253", -1.5), ("windows-1257", -2), ("windows-1255", -2),
    ("windows-1256", -2),
    ("iso-8859-7", -2), ("koi8-r", -2), ("koi8-u", -3), ("iso-8859-5", -3), ("ibm866", -3), ("ibm850", -3),
    ("ibm437", -3.5),
  ].compactMap { name, prior in
    CharacterEncoding.named(name).flatMap(SingleByteTable.init).map { ($0, prior) }
  }

  private static let multiByte: [(CharacterEncoding, EastAsianScore.Language)] = [
    ("gb18030", .simplifiedChinese), ("shift_jis", .japanese), ("big5", .traditionalChinese),
    ("euc-jp", .japanese),
    ("euc-kr", .korean),
  ].compactMap { name, language in CharacterEncoding.named(name).map { ($0, language) } }
}
