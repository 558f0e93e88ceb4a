import RelataGraph
import RelataLanguage

/// The date of publication that a text states about itself: metadata, or a full date in its first lines.
enum DocumentDate {
  /// How many lines from the start (and how long a line) can be a dateline.
  private static let lines = 8
  private static let longest = 110

  static func find(in source: SourceDocument, _ names: CalendarNames) -> PartialDate? {
    for key in ["date", "published", "pubdate", "publication_date", "created"] {
      if let value = source.metadata[key], let date = parse(value, names) { return date }
    }
    let head = source.text.unicodeScalars.prefix(4_000)
    let rows = String(String.UnicodeScalarView(head)).split(whereSeparator: \.isNewline)
    for row in rows.prefix(lines) where row.count <= longest {
      // A sentence about a date is no dateline.
      if let date = parse(String(row), names), row.split(separator: " ").count <= 12 { return date }
    }
    return nil
  }

  /// The first date with year, month and day in a line: `2025-09-15`, `July 4, 2008`, `4 July 2008`.
  static func parse(_ line: String, _ names: CalendarNames) -> PartialDate? {
    let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "/" }.map(String.init)
    for (index, word) in words.enumerated() {
      if word.count >= 10, let date = PartialDate(String(word.prefix(10))), date.day != nil { return date }
      guard let month = names.month(word) else { continue }
      func day(_ i: Int) -> Int? {
        guard words.indices.contains(i) else { return nil }
        return Calendar.day(words[i])
      }
      func year(_ i: Int) -> Int? {
        guard words.indices.contains(i), words[i].count == 4 else { return nil }
        return Int(words[i])
      }
      if let day = day(index + 1), let year = year(index + 2) {
        return PartialDate(year: year, month: month, day: day)
      }
      if let day = day(index - 1), let year = year(index + 1) {
        return PartialDate(year: year, month: month, day: day)
      }
    }
    return nil
  }
}
