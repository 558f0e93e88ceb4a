/// Reads the dates that pages give.
enum PageDate {
  /// ISO 8601 (`2026-11-28`, with the time where the page gives it so), or the characters as they stand if they are no date.
  static func normalized(_ text: String) -> String? {
    let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !trimmed.isEmpty, trimmed.utf8.count <= 100 else { return nil }
    return iso(trimmed) ?? written(trimmed) ?? numeric(trimmed) ?? trimmed
  }

  /// `2026-11-28`, `2026/11/28`, `20261128`, each perhaps with a time.
  private static func iso(_ text: String) -> String? {
    let utf8 = Array(text.utf8)
    guard utf8.count >= 8, let year = number(utf8[..<4]) else { return nil }
    let isCompact = (0x30...0x39).contains(utf8[4])
    if isCompact {
      guard let month = number(utf8[4..<6]), let day = number(utf8[6..<8]), let date = date(year, month, day)
      else { return nil }
      guard utf8.count > 8 else { return date }
      return utf8[8] == 0x54 || utf8[8] == 0x20 ? date : nil
    }
    let parts = utf8.prefix { $0 != 0x54 && $0 != 0x20 }.split(
      separator: utf8[4], omittingEmptySubsequences: false)
    guard [0x2D, 0x2F, 0x2E].contains(utf8[4]), parts.count == 3, let month = number(parts[1]),
      let day = number(parts[2]),
      let date = date(year, month, day)
    else { return nil }
    let length = parts.reduce(2) { $0 + $1.count }
    guard utf8.count > length + 1 else { return date }
    return date + time(String(decoding: utf8[(length + 1)...], as: UTF8.self))
  }

  /// `T12:30:00+01:00`; nothing where it is no time.
  private static func time(_ text: String) -> String {
    let utf8 = Array(text.utf8)
    guard utf8.count >= 5, utf8[2] == 0x3A, let hour = number(utf8[..<2]), let minute = number(utf8[3..<5]),
      hour < 24, minute < 60
    else { return "" }
    var time = "T" + String(decoding: utf8[..<5], as: UTF8.self)
    var rest = utf8[5...]
    if rest.first == 0x3A, rest.count >= 3, number(rest.dropFirst().prefix(2)) != nil {
      time += String(decoding: rest.prefix(3), as: UTF8.self)
      rest = rest.dropFirst(3)
      if rest.first == 0x2E { rest = rest.dropFirst().drop { (0x30...0x39).contains($0) } }
    }
    rest = rest.drop { $0 == 0x20 }
    if rest.first == 0x5A || rest.elementsEqual("UTC".utf8) || rest.elementsEqual("GMT".utf8) {
      return time + "Z"
    }
    guard rest.first == 0x2B || rest.first == 0x2D else { return time }
    let digits = rest.dropFirst().filter { $0 != 0x3A }
    guard digits.count == 4 || digits.count == 2, number(digits) != nil else { return time }
    let zone = digits.count == 2 ? digits + [0x30, 0x30] : digits
    return time + String(decoding: rest.prefix(1) + zone[..<2] + [0x3A] + zone[2...], as: UTF8.self)
  }

  /// `November 28, 2026`, `28 Nov 2026`, `Sat, 28 Nov 2026 12:30:00 GMT`.
  private static func written(_ text: String) -> String? {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != ":" }
    for (index, word) in words.enumerated() {
      guard let month = months.firstIndex(where: { word.lowercased().hasPrefix($0) }),
        word.allSatisfy(\.isLetter)
      else { continue }
      let before = index > 0 ? number(words[index - 1].utf8) : nil
      let after = words[(index + 1)...].prefix(2).map {
        number($0.utf8.prefix { (0x30...0x39).contains($0) })
      }
      if let day = before, let year = after.first ?? nil, let date = date(year, month + 1, day) {
        return date
      }
      if after.count == 2, let day = after[0], let year = after[1], let date = date(year, month + 1, day) {
        return date
      }
    }
    return nil
  }

  /// `25/9/2026` and `9/25/2026`, where only one reading is a date.
  private static func numeric(_ text: String) -> String? {
    for word in text.split(separator: " ") {
      let parts = word.split { $0 == "/" || $0 == "." || $0 == "-" }.map { number($0.utf8) }
      guard parts.count == 3, let first = parts[0], let second = parts[1], let year = parts[2] else {
        continue
      }
      if first > 12 { return date(year, second, first) }
      return second > 12 || first == second ? date(year, first, second) : nil
    }
    return nil
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1_400...2_200).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  private static func number(_ digits: some Collection<UInt8>) -> Int? {
    guard (1...4).contains(digits.count) else { return nil }
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }
}
