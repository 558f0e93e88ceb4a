/// How many errors make one word of another, in Unicode scalars. ``EditPattern`` compares one word with many.
package enum EditDistance {
  /// Levenshtein's distance: the least number of insertions, deletions and substitutions.
  /// - Complexity: O(product of the lengths).
  package static func levenshtein(_ a: String, _ b: String) -> Int {
    table(Array(a.unicodeScalars), Array(b.unicodeScalars), swaps: false, limit: .max) ?? .max
  }

  /// Optimal string alignment: a swap of neighbours counts as one error, too, as it does in typing. Nil
  /// where it is above `limit`.
  /// - Complexity: O(product of the lengths).
  package static func alignment(_ a: String, _ b: String, limit: Int) -> Int? {
    table(Array(a.unicodeScalars), Array(b.unicodeScalars), swaps: true, limit: limit)
  }

  /// Row by row; no swap reaches back further than two.
  private static func table(
    _ a: [Unicode.Scalar], _ b: [Unicode.Scalar], swaps: Bool, limit: Int
  ) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for i in a.indices {
      row[0] = i + 1
      var least = row[0]
      for j in b.indices {
        var distance = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if swaps, i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          distance = min(distance, beforeLast[j - 1] + 1)
        }
        row[j + 1] = distance
        least = min(least, distance)
      }
      if least > limit { return nil }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }
}
