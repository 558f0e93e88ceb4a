/// Large first letters that hang down into the lines below.
struct DropCaps {
  /// Of most letters, in points.
  let bodySize: Double
  /// All words of the document, in lower case.
  let vocabulary: Set<String>

  /// The words of a page with large first letters put in front of the words that they begin, and the lines
  /// beside them drawn out to the margin.
  func joined(_ words: [PDFWord]) -> [PDFWord] {
    let caps = words.indices.filter { isCap(words[$0]) }
    // A page of large single letters is no page of text.
    guard !caps.isEmpty, caps.count <= 8 else { return words }
    var result = words
    var isGone = Set<Int>()
    for cap in caps {
      let box = words[cap].box
      let beside = words.indices.filter { index in
        let other = words[index].box
        return words[index].size < 1.3 * bodySize && other.xMin >= box.xMax - 0.3 * bodySize
          && other.xMin < box.xMax + 1.2 * bodySize && other.centerY > box.yMin && other.centerY < box.yMax
      }
      // Beside a letter that is merely large stands one line.
      guard beside.count >= 2, let first = beside.min(by: { words[$0].box.yMin < words[$1].box.yMin }) else {
        continue
      }
      for index in beside { result[index].box.xMin = box.xMin }
      let separator = isWord(words[cap].text, before: words[first].text) ? " " : ""
      result[first].text = words[cap].text + separator + words[first].text
      isGone.insert(cap)
    }
    return result.indices.filter { !isGone.contains($0) }.map { result[$0] }
  }

  private func isCap(_ word: PDFWord) -> Bool {
    word.size >= 1.8 * bodySize && word.text.unicodeScalars.count <= 2
      && word.text.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  /// Whether the letter is a word by itself: "A man".
  private func isWord(_ letter: String, before word: String) -> Bool {
    let (letter, word) = (letter.lowercased(), word.lowercased())
    return vocabulary.contains(letter) && vocabulary.contains(word) && !vocabulary.contains(letter + word)
  }
}
