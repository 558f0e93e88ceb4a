/// The header of another mail within a body, as programs write it above what they quote or pass on:
///
///     -----Original Message-----
///     From: Jane Doe
///     Sent: Monday, September 15, 2025 10:04 AM
///     To: John Roe
///     Subject: Budget
///
/// It is known by its form, in whatever language: three fields or more, a time and a year.
enum OriginalHeader {
  /// The lines of the first one, with the rule or title above it.
  /// - Complexity: O(*n*).
  static func first(in lines: [MailLine], from start: Int) -> Range<Int>? {
    var index = start
    while index < lines.count {
      guard isField(lines[index].text) else {
        index += 1
        continue
      }
      let end = runEnd(in: lines, from: index)
      let run = lines[index..<end]
      if isHeader(run.map(\.text)) {
        return beginning(in: lines, above: index, from: start)..<end
      }
      index = max(end, index + 1)
    }
    return nil
  }

  private static let longestRun = 24

  /// Fields of one depth, lines that go on a field, and single empty lines between fields.
  private static func runEnd(in lines: [MailLine], from start: Int) -> Int {
    var end = start
    var index = start
    let depth = lines[start].depth
    while index < lines.count, index - start < longestRun, lines[index].depth == depth || lines[index].isBlank
    {
      if isField(lines[index].text) {
        end = index + 1
      } else if lines[index].isBlank {
        // Two empty lines, or one that no field follows.
        guard index + 1 < lines.count, isField(lines[index + 1].text) else { break }
      } else if end != index || !continues(lines[index].text, in: lines, at: index) {
        break
      } else {
        end = index + 1
      }
      index += 1
    }
    return end
  }

  /// Long lists of receivers go on, and a field follows them.
  private static func continues(_ line: String, in lines: [MailLine], at index: Int) -> Bool {
    guard line.contains("@") || line.utf8.first.map(MailHeader.isBlank) == true else { return false }
    return index + 1 < lines.count && isField(lines[index + 1].text)
  }

  private static func isHeader(_ run: [String]) -> Bool {
    // A page may have made one paragraph of the fields.
    let fields = run.count(where: isField)
    let isCollapsed = run.count == 1 && run[0].utf8.count < 1_000 && fieldMarks(run[0]) >= 3
    return (fields >= 3 || isCollapsed) && run.contains(where: DateMarks.hasTime)
      && run.contains(where: DateMarks.hasYear)
  }

  private static func fieldMarks(_ text: String) -> Int {
    zip(text.utf8, text.utf8.dropFirst()).count { $0 == 0x3A && $1 == 0x20 }
  }

  /// "Name: value": one to three words that begin with a capital, bold marks allowed.
  static func isField(_ text: String) -> Bool {
    var count = 0
    var isFirst = true
    for scalar in text.unicodeScalars.prefix(32) {
      if scalar == ":" || scalar == "\u{FF1A}" { return count > 1 }
      if scalar == "*" { continue }
      if scalar == " " || scalar == "-" || scalar == "\u{A0}" {
        if isFirst { return false }
        continue
      }
      guard scalar.properties.isAlphabetic else { return false }
      if isFirst, scalar.properties.isLowercase { return false }
      isFirst = false
      count += 1
    }
    return false
  }

  /// Up to two lines above: a rule of dashes or underscores, or a line that is or
  /// ends with dashes or a colon.
  private static func beginning(in lines: [MailLine], above index: Int, from start: Int) -> Int {
    var beginning = index
    var place = index - 1
    while place >= start, index - place <= 4 {
      let text = lines[place].text
      let isRule = text.utf8.starts(with: "--".utf8) || text.utf8.starts(with: "__".utf8)
      if isRule || (text.utf8.last == 0x3A && text.utf8.count < 60) {
        beginning = place
      } else if !lines[place].isBlank {
        break
      }
      place -= 1
    }
    return beginning
  }
}
