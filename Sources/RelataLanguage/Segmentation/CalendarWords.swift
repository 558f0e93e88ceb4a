import RelataWords

/// The English names of months and weekdays, whole and shortened.
enum CalendarWords {
  private static let months = SegmentationList.months.inOrder
  private static let weekdays = SegmentationList.weekdays.inOrder

  /// 1…12 for a name or its beginning of three or four letters, in lower case: `march`, `mar`, `sept`.
  static func month(_ word: String) -> Int? { index(of: word, in: months, shortened: 3...4).map { $0 + 1 } }

  /// 0 (Sunday) … 6 for a name or its beginning of three to five letters, in lower case: `thu`, `thurs`.
  static func weekday(_ word: String) -> Int? { index(of: word, in: weekdays, shortened: 3...5) }

  private static func index(of word: String, in names: [String], shortened: ClosedRange<Int>) -> Int? {
    guard word.utf8.count >= shortened.lowerBound, word.utf8.count <= 9 else { return nil }
    return names.firstIndex {
      $0 == word || shortened.contains(word.utf8.count) && $0.hasPrefix(word)
    }
  }
}
