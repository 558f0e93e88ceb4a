/// The date of a mail (RFC 5322, section 3.3, and what programs write instead).
enum MailDate {
  /// "Mon, 15 Sep 2025 23:50:00 -0400" → "2025-09-15": the day in the sender's own zone, as the sender wrote it.
  /// - Returns: nil where it is no date.
  static func day(_ text: String) -> String? {
    let words = text.prefix(200).split { $0 == " " || $0 == "," || $0 == "\t" }.prefix(8)
    if let first = words.first, let iso = isoDay(first) { return iso }
    for (index, word) in words.enumerated() {
      guard let month = month(word) else { continue }
      let before = index > 0 ? Int(words[words.startIndex + index - 1]) : nil
      let after = words[(words.startIndex + index + 1)...]
      // "15 Sep 2025" or, as ctime writes, "Sep 15 10:00:00 2025".
      if let day = before, let year = after.first.flatMap(year) { return formatted(year, month, day) }
      if let day = after.first.flatMap({ Int($0) }), let year = after.dropFirst().lazy.compactMap(year).first
      {
        return formatted(year, month, day)
      }
    }
    // "15-Sep-2025"
    for word in words {
      let pieces = word.split(separator: "-")
      if pieces.count == 3, let day = Int(pieces[0]), let month = month(pieces[1]), let year = year(pieces[2])
      {
        return formatted(year, month, day)
      }
    }
    return nil
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func month(_ word: Substring) -> Int? {
    guard word.utf8.count >= 3, word.utf8.count <= 9,
      word.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == ".") })
    else { return nil }
    return months.firstIndex(of: word.prefix(3).lowercased()).map { $0 + 1 }
  }

  /// Two digits are of 1950 to 2049, three count from 1900 (RFC 5322, section 4.3).
  private static func year(_ word: Substring) -> Int? {
    guard word.allSatisfy({ ("0"..."9").contains($0) }), let number = Int(word) else { return nil }
    switch word.utf8.count {
    case 4: return number
    case 3: return 1900 + number
    case 2: return number < 50 ? 2000 + number : 1900 + number
    default: return nil
    }
  }

  private static func isoDay(_ word: Substring) -> String? {
    let pieces = word.prefix(10).split(separator: "-")
    guard pieces.count == 3, pieces[0].utf8.count == 4, let year = Int(pieces[0]), let month = Int(pieces[1]),
      let day = Int(pieces[2])
    else { return nil }
    return formatted(year, month, day)
  }

  private static func formatted(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1900...2200).contains(year), (1...12).contains(month) else { return nil }
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...days[month - 1]).contains(day) else { return nil }
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
