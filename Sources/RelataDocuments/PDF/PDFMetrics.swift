/// Sizes that a document's typography is measured by.
struct PDFMetrics: Hashable, Sendable {
  /// The size of most letters.
  let bodySize: Double
  /// The usual distance from a line to the next of the same paragraph, by size (``key(_:)``).
  private let leading: [Int: Double]

  /// - Parameter columns: the lines of each column of every page.
  init(columns: [[PDFLine]]) {
    var weights: [Int: Int] = [:]
    var distances: [Int: [Int: Int]] = [:]
    for lines in columns {
      for line in lines {
        for word in line.words { weights[Self.key(word.size), default: 0] += word.text.unicodeScalars.count }
      }
      for (line, next) in zip(lines, lines.dropFirst()) where Self.isSame(line.size, next.size) {
        let distance = next.baseline - line.baseline
        guard distance > line.size / 2, distance < line.size * 3 else { continue }
        distances[Self.key(line.size), default: [:]][Int((distance * 4).rounded()), default: 0] += 1
      }
    }
    bodySize = weights.max { ($0.value, $0.key) < ($1.value, $1.key) }.map { Double($0.key) / 4 } ?? 10
    // The most frequent, and of equally frequent ones the least: more is what stands between paragraphs.
    leading = distances.compactMapValues { counts in
      counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }.map { Double($0.key) / 4 }
    }
  }

  func leading(_ size: Double) -> Double { leading[Self.key(size)] ?? size * 1.25 }

  /// Whether two sizes are the same to a reader: fonts of one size differ a little in their boxes.
  static func isSame(_ size: Double, _ other: Double) -> Bool { abs(size - other) <= 0.07 * max(size, other) }

  func isSmall(_ size: Double) -> Bool { size < 0.93 * bodySize }

  private static func key(_ size: Double) -> Int { Int((size * 4).rounded()) }
}
