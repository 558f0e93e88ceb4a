import RelataGazetteer

/// What months and weekdays are called.
struct CalendarNames: Sendable {
  private let months: [String]
  private let weekdays: [String]

  init(_ words: WordLists) {
    months = words.inOrder(.months)
    weekdays = words.inOrder(.weekdays)
  }

  /// 1…12 for a month's name or abbreviation; "May" and "March" must be capitalised.
  func month(_ word: String) -> Int? {
    guard word.first?.isUppercase == true else { return nil }
    var lower = word.lowercased()
    if lower.hasSuffix(".") { lower.removeLast() }
    if let index = months.firstIndex(of: lower) { return index + 1 }
    if lower == "sept" { return 9 }
    guard lower.count == 3, let index = months.firstIndex(where: { $0.hasPrefix(lower) }) else { return nil }
    return index + 1
  }

  /// 0 (Sunday) … 6.
  func weekday(_ word: String) -> Int? { weekdays.firstIndex(of: word.lowercased()) }
}
