import RelataDocuments

/// Markdown → paragraphs, by the block structure of CommonMark as far as articles use it: headings of both
/// kinds, lists, block quotes, fenced code, tables, rules, HTML lines, front matter.
///
/// Code and front matter make no unit. A block quote is another's voice without a speaker: it is boilerplate,
/// so that what it says becomes nobody's statement.
struct MarkdownParagraphs {
  /// The text with markup blanked out by invisible scalars: offsets stay what they are.
  private(set) var visible: [Unicode.Scalar]
  private let frontMatter: Int
  private var result: [TextUnit] = []
  /// The paragraph that is still being read.
  private var open: TextUnit?
  private var isBlankBefore = true

  init(_ scalars: [Unicode.Scalar]) {
    visible = scalars
    frontMatter = FrontMatter.find(in: scalars)?.length ?? 0
  }

  mutating func units() -> [TextUnit] {
    let lines = Array(LineReader(visible, from: frontMatter))
    var open: Fence?
    for (number, line) in lines.enumerated() {
      let content = visible.trimmed(line)
      let fence = fence(content)
      if let begun = open {
        if let fence, fence.closes(begun) { open = nil }
        continue
      }
      if let fence {
        close(beforeBlank: false)
        open = fence
        continue
      }
      if content.isEmpty {
        close(beforeBlank: true)
        isBlankBefore = true
        continue
      }
      read(content, next: number + 1 < lines.count ? visible.trimmed(lines[number + 1]) : nil)
      isBlankBefore = false
    }
    close(beforeBlank: true)
    if !result.isEmpty { result[result.count - 1].hasBlankAfter = true }
    return result
  }

  private mutating func read(_ content: Range<Int>, next: Range<Int>?) {
    var content = content
    var isQuote = false
    while let first = visible.at(content.lowerBound), !content.isEmpty, first == ">" {
      isQuote = true
      blank(content.lowerBound..<(content.lowerBound + 1))
      content = visible.trimmed(content)
    }
    if content.isEmpty { return close(beforeBlank: false) }
    if let level = headingMarks(content) {
      close(beforeBlank: false)
      blank(content.lowerBound..<(content.lowerBound + level))
      var end = content.upperBound
      while end > content.lowerBound, visible[end - 1] == "#" { end -= 1 }
      if end < content.upperBound, visible[end - 1].isSpace { blank(end..<content.upperBound) }
      return add(content, marked: isQuote ? .boilerplate : .heading)
    }
    if isUnderline(content), var heading = open, heading.marked == nil {
      blank(content)
      heading.marked = .heading
      open = heading
      return close(beforeBlank: false)
    }
    if isRule(content) || isDefinition(content) || isHTML(content) || isDelimiterRow(content) {
      close(beforeBlank: false)
      return blank(content)
    }
    if isTableRow(content, next) {
      close(beforeBlank: false)
      return add(content, marked: .boilerplate)
    }
    if let text = ListMarker.end(in: visible, content), open == nil || !isEmphasis(content) {
      close(beforeBlank: false)
      blank(content.lowerBound..<text)
      return begin(text..<content.upperBound, marked: isQuote ? .boilerplate : nil, isListItem: true)
    }
    if let unit = open, isQuote == (unit.marked == .boilerplate) || !isQuote {
      open?.range = unit.range.lowerBound..<content.upperBound
    } else {
      close(beforeBlank: false)
      begin(content, marked: isQuote ? .boilerplate : nil, isListItem: false)
    }
  }

  // MARK: Units

  private mutating func begin(_ range: Range<Int>, marked: BlockKind?, isListItem: Bool) {
    open = TextUnit(
      range: range, hasBlankBefore: isBlankBefore, hasBlankAfter: false, marked: marked,
      isListItem: isListItem)
  }

  private mutating func add(_ range: Range<Int>, marked: BlockKind) {
    begin(range, marked: marked, isListItem: false)
    close(beforeBlank: false)
  }

  private mutating func close(beforeBlank: Bool) {
    guard var unit = open else {
      if beforeBlank, !result.isEmpty { result[result.count - 1].hasBlankAfter = true }
      return
    }
    open = nil
    var inline = MarkdownInline(visible: visible)
    visible = []
    inline.blank(in: unit.range)
    visible = inline.visible
    unit.range = visible.trimmed(unit.range)
    unit.hasBlankAfter = beforeBlank
    if !unit.range.isEmpty { result.append(unit) }
  }

  private mutating func blank(_ range: Range<Int>) {
    for index in range where !visible[index].isSpace { visible[index] = MarkdownInline.blank }
  }

  // MARK: Lines

  /// A line that begins or ends code (CommonMark 0.31, section 4.5).
  private struct Fence {
    var mark: Unicode.Scalar
    var length: Int
    var hasInfo: Bool

    func closes(_ other: Fence) -> Bool { mark == other.mark && length >= other.length && !hasInfo }
  }

  private func fence(_ content: Range<Int>) -> Fence? {
    guard content.count >= 3, let first = visible.at(content.lowerBound), first == "`" || first == "~" else {
      return nil
    }
    let length = visible[content].prefix { $0 == first }.count
    let info = visible[content].dropFirst(length)
    // What has a backtick behind it is code within a line.
    guard length >= 3, first == "~" || !info.contains("`") else { return nil }
    return Fence(mark: first, length: length, hasInfo: info.contains { !$0.isSpace })
  }

  private func headingMarks(_ content: Range<Int>) -> Int? {
    let marks = visible[content].prefix(7) { $0 == "#" }
    guard (1...6).contains(marks) else { return nil }
    let after = content.lowerBound + marks
    return after == content.upperBound || visible[after].isSpace ? marks : nil
  }

  private func isUnderline(_ content: Range<Int>) -> Bool {
    guard let first = visible.at(content.lowerBound), first == "=" || first == "-" else { return false }
    return content.count >= 2 && visible[content].allSatisfy { $0 == first }
  }

  private func isRule(_ content: Range<Int>) -> Bool {
    guard let first = visible.at(content.lowerBound), first == "-" || first == "*" || first == "_" else {
      return false
    }
    return visible[content].allSatisfy { $0 == first || $0.isSpace }
      && visible[content].count { $0 == first } >= 3
  }

  /// `[label]: address`.
  private func isDefinition(_ content: Range<Int>) -> Bool {
    guard visible[content.lowerBound] == "[", let end = visible[content].firstIndex(of: "]") else {
      return false
    }
    return end + 1 < content.upperBound && visible[end + 1] == ":"
  }

  /// A line that is only tags.
  private func isHTML(_ content: Range<Int>) -> Bool {
    guard visible[content.lowerBound] == "<", visible[content.upperBound - 1] == ">", content.count > 2 else {
      return false
    }
    let second = visible[content.lowerBound + 1]
    guard second.isLetter || second == "/" || second == "!" else { return false }
    var depth = 0
    for scalar in visible[content] {
      if scalar == "<" { depth += 1 }
      if depth == 0, !scalar.isSpace { return false }
      if scalar == ">" { depth = max(0, depth - 1) }
    }
    return !visible[content].contains("@") && !visible[content].contains(":") || second == "!"
      || second == "/"
      || visible[content].contains("=")
  }

  private func isTableRow(_ content: Range<Int>, _ next: Range<Int>?) -> Bool {
    guard visible[content].contains("|") else { return false }
    if visible[content.lowerBound] == "|" { return true }
    let isAfterRow = result.last?.marked == .boilerplate && open == nil && !isBlankBefore
    return isDelimiterRow(content) || isAfterRow || (next.map(isDelimiterRow) ?? false)
  }

  private func isDelimiterRow(_ content: Range<Int>) -> Bool {
    visible[content].contains("-") && visible[content].contains("|")
      && visible[content].allSatisfy { $0 == "|" || $0 == "-" || $0 == ":" || $0.isSpace }
  }

  /// `*so* it begins`: no item of a list, though it begins like one.
  private func isEmphasis(_ content: Range<Int>) -> Bool {
    content.count < 2 || !visible[content.lowerBound + 1].isSpace
  }
}

extension ArraySlice where Element == Unicode.Scalar {
  /// How many of the first `most` scalars in a row belong.
  fileprivate func prefix(_ most: Int, while belongs: (Unicode.Scalar) -> Bool) -> Int {
    var count = 0
    for scalar in self {
      guard count < most, belongs(scalar) else { break }
      count += 1
    }
    return count
  }
}
