/// White space from top to bottom of some lines: what parts columns.
struct Gutters {
  struct Gap: Hashable {
    var low: Double
    var high: Double
    /// In how many lines something stands to the left of it, to the right of it.
    var left = 0
    var right = 0

    /// Whether there is something on both sides.
    var isInner: Bool { left > 0 && right > 0 }
  }

  private(set) var gaps: [Gap]
  private let minimum: Double

  /// - Parameter minimum: the least width of a gutter, in points.
  init(from low: Double, to high: Double, minimum: Double) {
    gaps = [Gap(low: low, high: high)]
    self.minimum = minimum
  }

  /// What is left of the gutters below one more line.
  func narrowed(by line: PDFLine) -> Gutters {
    var result = self
    result.gaps = []
    guard let first = line.words.first?.box.xMin else { return self }
    let last = line.box.xMax
    for gap in gaps {
      var low = gap.low
      var pieces: [(low: Double, high: Double)] = []
      for word in line.words where word.box.xMax > gap.low && word.box.xMin < gap.high {
        if word.box.xMin > low { pieces.append((low, word.box.xMin)) }
        low = max(low, word.box.xMax)
      }
      if low < gap.high { pieces.append((low, gap.high)) }
      for piece in pieces where piece.high - piece.low >= minimum {
        let left = first < piece.low + minimum / 2
        let right = last > piece.high - minimum / 2
        result.gaps.append(
          Gap(
            low: piece.low, high: piece.high, left: gap.left + (left ? 1 : 0),
            right: gap.right + (right ? 1 : 0)))
      }
    }
    return result
  }
}
