/// Markdown inside a paragraph: emphasis, links, images, code spans, tags, escapes.
/// What is no text is blanked.
struct MarkdownInline {
  /// What stands where markup stood: a boundary between tokens that takes no room.
  static let blank: Unicode.Scalar = "\u{200B}"

  /// A link's address and an image's description end within this many scalars, or are none.
  private static let reach = 2_048

  private(set) var visible: [Unicode.Scalar]

  init(visible: [Unicode.Scalar]) { self.visible = visible }

  /// - Complexity: O(*n*) for *n* scalars, by a constant factor of `reach` for text full of open brackets.
  mutating func blank(in range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      index = step(index, range)
    }
  }

  private mutating func step(_ index: Int, _ range: Range<Int>) -> Int {
    switch visible[index] {
    case "\\":
      guard index + 1 < range.upperBound, visible[index + 1].isASCIIPunctuation else { return index + 1 }
      visible[index] = Self.blank
      return index + 2
    case "`":
      visible[index] = Self.blank
      return index + 1
    case "!" where visible.at(index + 1) == "[" && index + 1 < range.upperBound:
      guard let text = close(index + 1, range), let end = linkEnd(text + 1, range) else { return index + 1 }
      erase(index..<end)
      return end
    case "[":
      return link(index, range)
    case "<":
      guard let end = tagEnd(index, range) else { return index + 1 }
      erase(index..<end)
      return end
    case "*", "~":
      return emphasis(index, range, visible[index])
    case "_":
      return emphasis(index, range, "_")
    default:
      return index + 1
    }
  }

  private mutating func link(_ index: Int, _ range: Range<Int>) -> Int {
    guard let text = close(index, range) else { return index + 1 }
    // `[^1]`: a note's mark.
    if visible[index + 1] == "^" {
      erase(index..<(text + 1))
      return text + 1
    }
    guard let end = linkEnd(text + 1, range) else { return index + 1 }
    visible[index] = Self.blank
    erase(text..<end)
    return index + 1
  }

  /// The bracket that closes the one at `index`.
  private func close(_ index: Int, _ range: Range<Int>) -> Int? {
    var depth = 0
    let limit = min(range.upperBound, index + Self.reach)
    for position in index..<limit {
      if visible[position] == "[" { depth += 1 }
      if visible[position] == "]" {
        depth -= 1
        if depth == 0 { return position > index + 1 ? position : nil }
      }
    }
    return nil
  }

  /// The end of `(address "title")` or `[label]` right at `index`.
  private func linkEnd(_ index: Int, _ range: Range<Int>) -> Int? {
    guard index < range.upperBound, visible[index] == "(" || visible[index] == "[" else { return nil }
    let opener = visible[index]
    let closer: Unicode.Scalar = opener == "(" ? ")" : "]"
    var depth = 0
    for position in index..<min(range.upperBound, index + Self.reach) {
      if visible[position] == opener { depth += 1 }
      if visible[position] == closer {
        depth -= 1
        if depth == 0 { return position + 1 }
      }
    }
    return nil
  }

  /// `<b>`, `</b>`, `<https://…>`, `<!-- … -->`.
  private func tagEnd(_ index: Int, _ range: Range<Int>) -> Int? {
    guard index + 1 < range.upperBound else { return nil }
    let next = visible[index + 1]
    guard next.isLetter || next == "/" || next == "!" else { return nil }
    return (index..<min(range.upperBound, index + Self.reach)).first { visible[$0] == ">" }.map { $0 + 1 }
  }

  /// A run of marks that touches a word on one side.
  private mutating func emphasis(_ index: Int, _ range: Range<Int>, _ mark: Unicode.Scalar) -> Int {
    var end = index
    while end < range.upperBound, visible[end] == mark { end += 1 }
    let before = index > range.lowerBound ? visible[index - 1] : " "
    let after = end < range.upperBound ? visible[end] : " "
    let touches = !(before.isSpace && after.isSpace)
    // `snake_case` and `~5` are text.
    let isInsideWord = mark == "_" && before.isWordScalar && after.isWordScalar
    if touches, !isInsideWord, mark != "~" || end - index == 2 { erase(index..<end) }
    return end
  }

  private mutating func erase(_ range: Range<Int>) {
    for position in range where !visible[position].isSpace { visible[position] = Self.blank }
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIPunctuation: Bool {
    switch value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
