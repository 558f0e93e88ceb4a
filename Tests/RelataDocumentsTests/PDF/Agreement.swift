/// How well two sequences agree.
enum Agreement {
  /// F1 of the longest common subsequence: 1 where they are equal.
  static func ofSequences<Element: Hashable>(_ found: [Element], _ expected: [Element]) -> Double {
    guard !found.isEmpty, !expected.isEmpty else { return found.count == expected.count ? 1 : 0 }
    var numbers: [Element: Int] = [:]
    func number(_ element: Element) -> Int {
      if let known = numbers[element] { return known }
      numbers[element] = numbers.count
      return numbers.count - 1
    }
    let (rows, columns) = (found.map(number), expected.map(number))
    var previous = [Int](repeating: 0, count: columns.count + 1)
    for row in rows {
      var current = previous
      for index in columns.indices {
        current[index + 1] =
          columns[index] == row ? previous[index] + 1 : max(previous[index + 1], current[index])
      }
      previous = current
    }
    return 2 * Double(previous[columns.count]) / Double(rows.count + columns.count)
  }
}
