import RelataWords

/// Which hyphens stay inside a word. The UD treebanks of English split at hyphens (`state - run`)
/// but for a closed set of prefixes and suffixes that are no words; the lists are what their
/// training sections keep together.
enum Hyphens {
  private static let prefixes = TokenizationList.prefixes.words

  private static let suffixes = TokenizationList.suffixes.words

  static func keepsPrefix(_ word: String) -> Bool { prefixes.contains(word.lowercased()) }
  static func keepsSuffix(_ word: String) -> Bool { suffixes.contains(word.lowercased()) }

  /// Whether groups of digits joined by hyphens are one number: telephone, post code, numeric date.
  /// - Parameter groups: how many digits each has.
  static func isOneNumber(_ groups: [Int]) -> Bool {
    let isDayOrMonth = { (digits: Int) in digits == 1 || digits == 2 }
    switch groups.count {
    case 2: return groups == [3, 4] || groups == [5, 4]
    case 3:
      if groups == [3, 3, 4] || groups == [2, 2, 2] { return true }
      if groups[0] == 4 { return isDayOrMonth(groups[1]) && isDayOrMonth(groups[2]) }
      return groups[2] == 4 && isDayOrMonth(groups[0]) && isDayOrMonth(groups[1])
    case 4: return groups == [1, 3, 3, 4] || groups == [2, 3, 3, 4]
    default: return false
    }
  }
}
