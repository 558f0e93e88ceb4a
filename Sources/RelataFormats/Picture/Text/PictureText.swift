/// Names and words as they fit into a picture.
enum PictureText {
  /// A name on at most three lines of about 18 characters, whatever its length and however long its words.
  static func name(_ name: String) -> [String] {
    let lines = wrapped(DOTText.shortened(name, to: 52), width: 18)
    return lines.isEmpty ? [" "] : lines
  }

  /// One line of at most so many characters.
  static func line(_ text: String, limit: Int) -> String { DOTText.shortened(text, to: limit) }

  /// Lines of at most about `width` characters: between words, or inside a word that has twice as many.
  static func wrapped(_ text: String, width: Int) -> [String] {
    let words = text.split(whereSeparator: \.isWhitespace).flatMap { word -> [Substring] in
      guard word.count > width + width / 2 else { return [word] }
      return stride(from: 0, to: word.count, by: width).map { start in
        let begin = word.index(word.startIndex, offsetBy: start)
        return word[begin..<(word.index(begin, offsetBy: width, limitedBy: word.endIndex) ?? word.endIndex)]
      }
    }
    var lines: [String] = []
    for word in words {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
