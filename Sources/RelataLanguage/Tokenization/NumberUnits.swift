import RelataWords

/// Letters that follow a number without a space and are a word of their own (`5pm`, `35mm`, `10k`), other
/// than those that belong to it (`21st`, `1990s`, `83N`).
enum NumberUnits {
  private static let units = TokenizationList.numberUnits.words

  /// Single capitals that are units; others make a name of the number (`3G`, `4A`).
  private static let capitals = TokenizationList.capitalUnits.words

  static func splitsOff(_ letters: String) -> Bool {
    if letters.utf8.count == 1, letters != letters.lowercased() { return capitals.contains(letters) }
    return units.contains(letters.lowercased())
  }
}
