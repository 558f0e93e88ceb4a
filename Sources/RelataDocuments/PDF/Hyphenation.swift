/// What becomes of a line's end within a paragraph. Whether a hyphen there belongs to the word is
/// judged by the document itself.
struct Hyphenation {
  /// In lower case, as they stand within lines.
  private var words: Set<String> = []
  /// What stands before hyphens in `words`.
  private var heads: Set<String> = []

  /// Words of one line after another; the halves at lines' ends are no words.
  init(lines: [[String]]) {
    var isBroken = false
    for line in lines {
      let endsBroken = PDFCharacters.isHyphen(line.last?.unicodeScalars.last)
      for word in line.dropFirst(isBroken ? 1 : 0).dropLast(endsBroken ? 1 : 0) {
        words.insert(Self.bare(word))
      }
      isBroken = endsBroken
    }
    for word in words { if let hyphen = word.firstIndex(of: "-") { heads.insert(String(word[..<hyphen])) } }
  }

  /// Adds a line's words to the text of a paragraph.
  func append(_ line: [String], to text: inout String.UnicodeScalarView) {
    guard let first = line.first else { return }
    if let last = text.last { join(first, after: last, in: &text) }
    text.append(contentsOf: line.joined(separator: " ").unicodeScalars)
  }

  private func join(_ next: String, after last: Unicode.Scalar, in text: inout String.UnicodeScalarView) {
    let beforeLast = text.dropLast().last
    let first = next.unicodeScalars.first
    if PDFCharacters.isHyphen(last),
      beforeLast?.properties.isAlphabetic == true || beforeLast?.properties.numericType != nil
    {
      if !keepsHyphen(String(Self.lastWord(of: text)), next, isSoft: last == "\u{AD}") { text.removeLast() }
      return
    }
    // What is written without spaces around it: dashes between words, parts of addresses, Chinese.
    let isDash = last == "\u{2014}" || last == "\u{2013}" && beforeLast?.properties.numericType != nil
    if isDash || last == "/", let beforeLast, !beforeLast.properties.isWhitespace { return }
    if first == "\u{2014}", next.unicodeScalars.count > 1 { return }
    if PDFCharacters.isUnspaced(last), PDFCharacters.isUnspaced(first) { return }
    text.append(" ")
  }

  /// - Parameter half: the word before the line's end, with its hyphen.
  private func keepsHyphen(_ half: String, _ next: String, isSoft: Bool) -> Bool {
    if isSoft { return false }
    guard PDFCharacters.beginsLowercase(next) else { return true }
    let (head, tail) = (Self.bare(String(half.dropLast())), Self.bare(next))
    if words.contains(head + "-" + tail) { return true }
    if words.contains(head + tail) { return false }
    // Neither form is known. Where the halves are words, it is more likely one of two words:
    // "state-run", "Russian-speaking".
    guard words.contains(head) else { return false }
    let length = tail.unicodeScalars.count
    let isName = half.unicodeScalars.first?.properties.isUppercase == true
    return length >= 3 && words.contains(tail) || length >= 4 && heads.contains(head) || length >= 5 && isName
  }

  private static func lastWord(of text: String.UnicodeScalarView) -> String.UnicodeScalarView {
    let start = text.lastIndex { $0.properties.isWhitespace }.map { text.index(after: $0) } ?? text.startIndex
    return String.UnicodeScalarView(text[start...])
  }

  /// In lower case, without the punctuation around it.
  private static func bare(_ word: String) -> String {
    func isInner(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    let scalars = word.unicodeScalars
    guard let first = scalars.firstIndex(where: isInner), let last = scalars.lastIndex(where: isInner) else {
      return ""
    }
    return String(scalars[first...last]).lowercased()
  }
}
