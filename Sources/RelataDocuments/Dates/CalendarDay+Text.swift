extension CalendarDay {
  /// The calendar day that a date says, as it stands there: no time zone is applied.
  ///
  /// ISO 8601 with or without time, RFC 5322, "March 5, 2024", "5th of March 2024", "2024/03/05",
  /// "20240305", "5.3.2024", C's "Tue Mar 5 10:11:12 2024", PDF's "D:20240305101112", and times since
  /// 1970 (``init(epoch:)``); month names are English. "5/3/2024" is two different days on two sides of
  /// an ocean, so it is none.
  /// - Returns: nil where the text is no date, or one without a day.
  /// - Complexity: O(length of the text), and texts of more than 100 bytes are none.
  public init?(text: String) { self.init(text: text, habits: .dayBeforeDot) }

  /// The same for what a source with certain habits writes.
  init?(text: String, habits: DateHabits) {
    guard let tokens = DateTokens(text), let day = DateReading(tokens: tokens, habits: habits).day else {
      return nil
    }
    self = day
  }
}
