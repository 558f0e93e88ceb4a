/// Builds the text of a document from its blocks: the one way in which every format that knows its paragraphs
/// writes them, so that the same article gives the same text in each.
struct ParagraphText {
  private(set) var text = ""
  /// In Unicode scalars.
  private(set) var length = 0

  /// Adds a paragraph, heading, list item, table row or caption as a paragraph of its own: white space
  /// collapsed to single spaces, apart from the last by an empty line. Nothing is added for one without
  /// visible characters. Soft hyphens and byte order marks, which are not seen within a word, are left out.
  /// - Complexity: O(n) for n bytes of the paragraph: bytes are collected, as views of a string
  ///   copy it with each change.
  mutating func add(_ paragraph: some StringProtocol) {
    var bytes: [UInt8] = text.isEmpty ? [] : [0x0A, 0x0A]
    var count = bytes.count
    let start = count
    var isAfterSpace = false
    for scalar in paragraph.unicodeScalars {
      if Self.isSpace(scalar) {
        isAfterSpace = count > start
      } else if scalar != "\u{AD}", scalar != "\u{FEFF}" {
        if isAfterSpace {
          bytes.append(0x20)
          count += 1
          isAfterSpace = false
        }
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        count += 1
      }
    }
    guard count > start else { return }
    length += count
    text += String(decoding: bytes, as: UTF8.self)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80
      ? scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value)
      : scalar == "\u{200B}" || scalar.properties.isWhitespace
  }
}
