/// Between which margins the lines of a column stand.
struct PDFColumn: Hashable, Sendable {
  /// Of the columns of a document, in reading order.
  let number: Int
  let left: Double
  let right: Double
  /// Whether most lines end at the right margin.
  let isJustified: Bool

  /// - Parameter lines: those of most letters' size tell the margins, if there are any.
  init(number: Int, lines: [PDFLine], bodySize: Double) {
    self.number = number
    let text = lines.filter { PDFMetrics.isSame($0.size, bodySize) }
    let telling = text.count >= 3 ? text : lines
    // Not the outermost: what hangs over into the margin is no measure.
    left = Self.quantile(telling.map(\.box.xMin), 0.1)
    let end = Self.quantile(telling.map(\.box.xMax), 0.9)
    right = end
    isJustified = telling.count { abs($0.box.xMax - end) <= 0.15 * bodySize } * 2 > telling.count
  }

  /// Whether a line ends before the next line's first word made it necessary, so that a paragraph ends there.
  func isShort(_ line: PDFLine, before next: PDFLine) -> Bool {
    let size = line.size
    guard line.box.xMax < right - size else { return false }
    return isJustified || line.box.xMax + size / 4 + (next.words.first?.box.width ?? 0) < right - size / 2
  }

  func isIndented(_ line: PDFLine) -> Bool { line.box.xMin - left >= 0.6 * line.size }

  private static func quantile(_ values: [Double], _ part: Double) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[Int((Double(sorted.count - 1) * part).rounded())]
  }
}
