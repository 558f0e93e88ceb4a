/// Puts the paragraphs of a word processor's document in reading order: text boxes after the paragraph that
/// holds them, table rows as one paragraph, notes at the end.
struct TextFlow {
  /// What a paragraph is to its document.
  enum Role: Hashable, Sendable {
    case body, heading, title
  }

  private struct Paragraph {
    var text: String
    var role: Role
  }

  private struct Frame {
    enum Kind { case paragraph, row, cell, note }
    var kind: Kind
    /// Of a paragraph that is not complete.
    var text = ""
    /// Of a paragraph those that follow it, of a cell or a note its own.
    var paragraphs: [Paragraph] = []
    var cells: [[Paragraph]] = []
  }

  private var output = ParagraphText()
  private var frames: [Frame] = []
  private var notes: [Paragraph] = []
  /// Of a paragraph whose end was deleted, so that the next one goes on with it.
  private var carried = ""
  private(set) var title: String?
  /// The first heading, unless the text has begun before it.
  private(set) var firstHeading: String?
  private var hasProse = false

  var isInParagraph: Bool { frames.last?.kind == .paragraph }

  mutating func append(_ text: String) {
    guard isInParagraph else { return }
    guard text.unicodeScalars.contains(where: Self.isUnseen) else {
      frames[frames.count - 1].text += text
      return
    }
    var seen = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !Self.isUnseen(scalar) {
        seen.append(scalar)
      } else if scalar.value >= 0xF000, scalar.value <= 0xF0FF {
        seen.append(" ")
      }
    }
    frames[frames.count - 1].text += String(seen)
  }

  /// Control characters, soft hyphens and byte order marks are not there; pictures of
  /// symbol fonts say nothing.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x08, 0x0E...0x1F, 0x7F, 0xAD, 0xF000...0xF0FF, 0xFEFF: true
    default: false
    }
  }

  /// Ends a line within a paragraph; two in a row end the paragraph for those who read.
  static let lineBreak = "\u{2028}"

  /// Takes back what the paragraph says.
  mutating func clearParagraph() {
    if isInParagraph { frames[frames.count - 1].text = "" }
  }

  mutating func beginParagraph() {
    frames.append(Frame(kind: .paragraph, text: carried))
    carried = ""
  }

  /// - Parameter joinsNext: the next paragraph goes on with this one.
  mutating func endParagraph(_ role: Role = .body, joinsNext: Bool = false) {
    guard isInParagraph, let frame = frames.popLast() else { return }
    if joinsNext {
      carried = frame.text
    } else {
      deliver(Self.parts(frame.text).map { Paragraph(text: $0, role: role) })
    }
    deliver(frame.paragraphs)
  }

  mutating func beginRow() { frames.append(Frame(kind: .row)) }
  mutating func beginCell() { frames.append(Frame(kind: .cell)) }
  mutating func beginNote() { frames.append(Frame(kind: .note)) }

  mutating func endCell() {
    guard frames.last?.kind == .cell, let cell = frames.popLast() else { return }
    if frames.last?.kind == .row {
      frames[frames.count - 1].cells.append(cell.paragraphs)
    } else {
      deliver(cell.paragraphs)
    }
  }

  /// A row whose cells hold no more than a paragraph each is one paragraph; others lay out a page.
  mutating func endRow(isDeleted: Bool = false) {
    guard frames.last?.kind == .row, let row = frames.popLast(), !isDeleted else { return }
    let cells = row.cells.filter { !$0.isEmpty }
    if cells.count > 1, cells.allSatisfy({ $0.count == 1 }) {
      let role = cells.contains { $0[0].role != .body } ? Role.heading : .body
      deliver([Paragraph(text: cells.map { $0[0].text }.joined(separator: " | "), role: role)])
    } else {
      deliver(cells.flatMap(\.self))
    }
  }

  mutating func endNote() {
    guard frames.last?.kind == .note, let note = frames.popLast() else { return }
    notes += note.paragraphs
  }

  /// The whole text. What is still open, as in a file that was cut off, is ended.
  mutating func finish() -> String {
    while let kind = frames.last?.kind {
      switch kind {
      case .paragraph: endParagraph()
      case .cell: endCell()
      case .row: endRow()
      case .note: endNote()
      }
    }
    if !carried.isEmpty {
      beginParagraph()
      endParagraph()
    }
    for note in notes { output.add(note.text) }
    notes = []
    return output.text
  }

  /// Without the mark of a list's item, where a program made it a part of the text.
  private static func withoutBullet(_ text: String) -> String {
    guard let bullet = text.unicodeScalars.first, "•‣◦▪".unicodeScalars.contains(bullet) else { return text }
    let rest = text.unicodeScalars.dropFirst()
    return rest.first == "\t" ? String(rest) : text
  }

  private mutating func deliver(_ paragraphs: [Paragraph]) {
    let paragraphs = paragraphs.filter { $0.text.unicodeScalars.contains { !$0.properties.isWhitespace } }
    guard !paragraphs.isEmpty else { return }
    guard let holder = frames.last else {
      for paragraph in paragraphs { write(paragraph) }
      return
    }
    switch holder.kind {
    case .paragraph, .cell, .note: frames[frames.count - 1].paragraphs += paragraphs
    case .row: frames[frames.count - 1].cells.append(paragraphs)
    }
  }

  private mutating func write(_ paragraph: Paragraph) {
    output.add(paragraph.text)
    switch paragraph.role {
    case .title: title = title ?? paragraph.text
    case .heading: if !hasProse { firstHeading = firstHeading ?? paragraph.text }
    // Bylines, datelines and kickers are shorter.
    case .body: hasProse = hasProse || paragraph.text.split(separator: " ").count > 15
    }
  }

  /// Cuts at empty lines.
  private static func parts(_ text: String) -> [String] {
    let text = text.utf8.first == 0xE2 ? withoutBullet(text) : text
    guard text.unicodeScalars.contains("\u{2028}") else { return [text] }
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    var isAfterBreak = false
    for scalar in text.unicodeScalars {
      if scalar == "\u{2028}", isAfterBreak {
        parts.append(String(part))
        part = String.UnicodeScalarView()
      } else {
        part.append(scalar == "\u{2028}" ? " " : scalar)
        isAfterBreak = scalar == "\u{2028}" || isAfterBreak && scalar.properties.isWhitespace
      }
    }
    parts.append(String(part))
    return parts
  }
}
