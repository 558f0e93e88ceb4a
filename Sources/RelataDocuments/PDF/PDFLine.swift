/// Words side by side on one base line, from left to right.
struct PDFLine: Hashable, Sendable {
  private(set) var words: [PDFWord]
  private(set) var box: PDFBox
  /// Of most of its letters.
  private(set) var size: Double

  /// - Precondition: `words` is not empty.
  init(_ words: [PDFWord]) {
    self.words = words.sorted { ($0.box.xMin, $0.box.yMin) < ($1.box.xMin, $1.box.yMin) }
    var weights: [Double: Int] = [:]
    for word in words { weights[word.size, default: 0] += word.text.unicodeScalars.count }
    size = weights.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    box = words.dropFirst().reduce(words[0].box) { $0.union($1.box) }
  }

  /// Of the letters that are not raised or lowered: what distances between lines are measured by.
  var baseline: Double { words.first { $0.size == size }?.box.yMax ?? box.yMax }

  /// Whether dots lead from its words to a number, as in a table of contents.
  var hasLeader: Bool {
    words.contains { $0.text.utf8.count >= 4 && $0.text.utf8.allSatisfy { $0 == 0x2E } }
      || words.count { $0.text == "." } >= 4
  }

  /// Whether a word is small and above the base line, as references and exponents are.
  func isRaised(_ word: PDFWord) -> Bool { word.size < 0.85 * size && word.box.yMax < baseline }

  /// The words of a region as lines, from top to bottom.
  /// - Complexity: O(n log n)
  static func lines(of words: [PDFWord]) -> [PDFLine] {
    var rows: [(first: PDFBox, words: [PDFWord])] = []
    for word in words.sorted(by: { ($0.box.centerY, $0.box.xMin) < ($1.box.centerY, $1.box.xMin) }) {
      // By the distance to the row's first word, never to its last: otherwise columns whose lines are not
      // level make one row of all.
      if let row = rows.last, word.box.centerY - row.first.centerY < max(row.first.height, word.size) / 2 {
        rows[rows.count - 1].words.append(word)
      } else {
        rows.append((word.box, [word]))
      }
    }
    return rows.map { PDFLine($0.words) }
  }
}
