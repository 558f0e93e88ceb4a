/// Joins lines that were broken at a width to paragraphs.
///
/// A line was broken where the next one's first word would not have fit: so the lines of verse, lists and
/// addresses, which end early, stay apart. The width is that of the longest line of the paragraph, or of the
/// message where the paragraph's lines are short. The bullets of lists are left out.
enum LineJoiner {
  /// - Complexity: O(*n*).
  static func paragraphs(of lines: [MailLine], isHardWrapped: Bool) -> [String] {
    guard isHardWrapped else { return lines.filter { !$0.isBlank }.map(\.text) }
    let measured = lines.map { Measure($0.text) }
    let usual = width(of: measured[...])
    var paragraphs: [String] = []
    for block in measured.split(whereSeparator: \.isBlank) {
      let own = block.count > 2 ? width(of: block) : 0
      let width = own >= narrowest ? own : usual
      let isList = block.count(where: \.hasBullet) > 1
      var current = ""
      var previous: Measure?
      for line in block {
        if let last = previous, joins(last, line, width: width) {
          if !(last.endsWide && line.beginsWide) { current += " " }
          current += line.text
        } else {
          if previous != nil { paragraphs.append(current) }
          current = isList && line.hasBullet ? line.withoutBullet : line.text
        }
        previous = line
      }
      paragraphs.append(current)
    }
    return paragraphs
  }

  /// No one breaks lines at fewer columns, and few at more than `widest`.
  private static let narrowest = 55
  private static let widest = 100

  private static func width(of lines: ArraySlice<Measure>) -> Int {
    lines.lazy.map(\.columns).filter { $0 <= widest }.max() ?? 0
  }

  private static func joins(_ line: Measure, _ next: Measure, width: Int) -> Bool {
    guard width >= narrowest, line.columns <= widest, line.columns >= 40, !next.beginsItem else {
      return false
    }
    // A first line that is set in begins a paragraph; lines of an item are set in below its mark.
    if next.indent > line.indent + 1, !line.beginsItem { return false }
    if line.endsWide { return line.columns + 6 > width }
    if line.columns + 1 + next.firstWord > width { return true }
    // Lines broken by hand, or by another width.
    return next.beginsLower && line.columns >= narrowest && !line.endsSentence
  }
}

extension LineJoiner {
  /// What counts of a line for joining.
  private struct Measure {
    let text: String
    /// East Asian characters take two.
    let columns: Int
    let indent: Int
    let firstWord: Int
    let beginsItem: Bool
    let beginsLower: Bool
    let beginsWide: Bool
    let endsWide: Bool
    let endsSentence: Bool
    var isBlank: Bool { columns == indent }
    let hasBullet: Bool
    var withoutBullet: String {
      String(text.drop(while: \.isWhitespace).dropFirst().drop(while: \.isWhitespace))
    }

    init(_ line: String) {
      var columns = 0
      var indent = 0
      var firstWord = 0
      var isInFirst = true
      var last: Unicode.Scalar = " "
      var first: Unicode.Scalar?
      var trailing = 0
      for scalar in line.unicodeScalars {
        let isWide = scalar.value >= 0x1100 && Self.isWide(scalar)
        let step = isWide ? 2 : 1
        columns += step
        if scalar.isASCII ? MailHeader.isWhiteSpace(UInt8(scalar.value)) : scalar.properties.isWhitespace {
          trailing += step
          if first == nil { indent += step } else { isInFirst = false }
          continue
        }
        trailing = 0
        if first == nil { first = scalar }
        if isInFirst { firstWord += step }
        if isWide { isInFirst = false }
        last = scalar
      }
      text = line
      self.columns = first == nil ? indent : columns - trailing
      self.indent = indent
      self.firstWord = firstWord
      beginsLower = first?.properties.isLowercase ?? false
      beginsWide = first.map(Self.isWide) ?? false
      endsWide = Self.isWide(last)
      endsSentence = ".!?:\u{2026}".unicodeScalars.contains(last)
      hasBullet = firstWord == 1 && "-*•".unicodeScalars.contains(first ?? " ")
      beginsItem = Self.beginsItem(line)
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6,
        0x20000...0x3FFFD:
        true
      default: false
      }
    }

    /// "- x", "* x", "• x", "1. x", "(a) x".
    private static func beginsItem(_ line: String) -> Bool {
      let scalars = line.unicodeScalars.drop { $0 == " " || $0 == "\t" }
      guard let space = scalars.prefix(5).firstIndex(of: " ") else { return false }
      let mark = scalars[..<space]
      guard let first = mark.first, let last = mark.last else { return false }
      if mark.count == 1 { return "-*+•·–—o#".unicodeScalars.contains(first) }
      guard last == "." || last == ")" else { return false }
      let label = mark.dropLast().drop { $0 == "(" }
      return label.allSatisfy { $0.properties.numericType != nil } || last == ")" && label.count == 1
    }
  }
}
