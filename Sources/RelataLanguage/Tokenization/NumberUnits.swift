/// Letters that follow a number without a space and are a word of their own (`5pm`, `35mm`, `10k`), other than those
/// that belong to it (`21st`, `1990s`, `83N`).
enum NumberUnits {
  private static let units: Set<String> = [
    "am", "pm", "k", "m", "b", "bn", "mn", "tn", "mm", "cm", "km", "kg", "g", "mg", "lb", "lbs", "oz", "ft",
    "in",
    "mi", "mph", "kph", "kmh", "kb", "mb", "gb", "tb", "hz", "khz", "mhz", "ghz", "kw", "mw", "gw", "kwh",
    "v", "w",
    "l", "ml", "ha", "hr", "hrs", "min", "mins", "sec", "secs", "yr", "yrs", "x", "p", "c", "f", "kt", "nm",
    "million",
    "billion", "trillion", "hours", "days", "year", "years", "percent", "usd", "eur", "euros", "dollars",
  ]

  /// Single capitals that are units; others make a name of the number (`3G`, `4A`).
  private static let capitals: Set<String> = ["K", "M", "B"]

  static func splitsOff(_ letters: String) -> Bool {
    if letters.utf8.count == 1, letters != letters.lowercased() { return capitals.contains(letters) }
    return units.contains(letters.lowercased())
  }
}
