/// Reads Rich Text Format: what its control words do to the text (RTF 1.9.1).
struct RichTextDocument {
  /// More than any program writes.
  static let deepest = 10_000

  var layout = RichTextLayout()
  var properties = DocumentProperties()
  var group = RichTextGroup()
  var fonts = RichTextFonts()
  var styles = RichTextStyles()
  var fields = WordFields()
  private(set) var isCutOff = false
  /// The groups around.
  private var groups: [RichTextGroup] = []
  private var characters = RichTextCharacters()
  private let bytes: [UInt8]
  /// Bytes of the text that are not yet decoded, as a character may take several.
  private var pending: [UInt8] = []
  /// How many characters are still to be passed over after one in Unicode.
  private var skips = 0
  private var highSurrogate: UInt16?
  /// Whether the next control word may be passed over with its group where it is not known.
  private var isOptional = false
  private var title = ""
  private(set) var author = ""
  var created: (year: Int, month: Int, day: Int) = (0, 0, 0)

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// - Complexity: O(n).
  mutating func read(from start: Int, deadline: Deadline) throws(FormatError) {
    var scanner = RichTextScanner(bytes, from: start)
    var tokens = 0
    while let token = scanner.next() {
      tokens &+= 1
      if tokens & 4_095 == 0 { try deadline.check() }
      switch token {
      case .open:
        flush()
        skips = 0
        guard groups.count < Self.deepest else {
          throw .tooLarge(what: "levels of nesting", limit: Self.deepest)
        }
        groups.append(group)
        group.closing = .nothing
        if group.destination == .styleSheet { styles.begin(0) }
      case .close:
        flush()
        skips = 0
        close()
        if groups.isEmpty { return finish() }
      case .word(let name, let number): word(name, number)
      case .symbol(let symbol): self.symbol(symbol)
      case .byte(let byte): if !isSkipped() { pending.append(byte) }
      case .text(let range): text(range)
      }
    }
    isCutOff = true
    finish()
  }

  private mutating func finish() {
    flush()
    properties.title = title
    properties.creators = [author]
    properties.created =
      CalendarDay(year: created.year, month: created.month, day: created.day)?.description
  }

  private mutating func close() {
    switch group.closing {
    case .nothing: break
    case .field: fields.end()
    case .note: layout.endNote()
    case .box: layout.endBox()
    }
    guard let outer = groups.popLast() else { return }
    group = outer
  }

  private mutating func word(_ name: String, _ number: Int?) {
    let isOptional = isOptional
    self.isOptional = false
    if name == "u", let number {
      guard !isSkipped() else { return }
      flush()
      unicode(number)
      skips = group.substitutes
      return
    }
    if isSkipped() { return }
    flush()
    if group.destination == .skipped { return }
    if !control(name, number), isOptional { group.destination = .skipped }
  }

  private mutating func symbol(_ symbol: UInt8) {
    if symbol == UInt8(ascii: "*") {
      isOptional = true
      return
    }
    if isSkipped() { return }
    switch symbol {
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): pending.append(symbol)
    case UInt8(ascii: "~"): emit(" ")
    case UInt8(ascii: "_"): emit("\u{2011}")
    case 0x09: emit("\t")
    case 0x0A, 0x0D:
      flush()
      if group.destination == .body { endParagraph() }
    default: flush()
    }
  }
}

extension RichTextDocument {
  /// Whether the next character only repeats one in Unicode.
  private mutating func isSkipped() -> Bool {
    guard skips > 0 else { return false }
    skips -= 1
    return true
  }

  private mutating func text(_ range: Range<Int>) {
    let passed = min(skips, range.count)
    skips -= passed
    let text = bytes[range.dropFirst(passed)]
    guard !text.isEmpty else { return }
    switch group.destination {
    case .fontTable: fonts.addName(text)
    case .styleSheet: styles.addName(text)
    case .skipped, .container, .information, .created: break
    case .body, .title, .author, .instruction: pending += text
    }
  }

  private mutating func unicode(_ number: Int) {
    if let code = UInt32(exactly: number), code > 0xFFFF {
      emit(Unicode.Scalar(code).map { String($0) } ?? "\u{FFFD}")
      return
    }
    let unit = UInt16(truncatingIfNeeded: number)
    switch unit {
    case 0xD800...0xDBFF: highSurrogate = unit
    case 0xDC00...0xDFFF:
      if let high = highSurrogate { emit(String(decoding: [high, unit], as: UTF16.self)) }
      highSurrogate = nil
    case 0xF000...0xF0FF:
      emit(SymbolFont.character(UInt32(unit), font: fonts.name(group.font)).map { String($0) } ?? " ")
    default: emit(Unicode.Scalar(unit).map { String($0) } ?? "\u{FFFD}")
    }
  }

  /// Decodes the bytes that are waiting.
  mutating func flush() {
    guard !pending.isEmpty else { return }
    let text =
      if let codePage = fonts.codePage(group.font) {
        characters.decode(pending, codePage: codePage)
      } else {
        RichTextCharacters.decode(symbols: pending, font: fonts.name(group.font))
      }
    pending.removeAll(keepingCapacity: true)
    write(text)
  }

  /// Text that is not in bytes, after those that are.
  mutating func emit(_ text: String) {
    flush()
    write(text)
  }

  private mutating func write(_ text: String) {
    switch group.destination {
    case .body:
      if fields.isVisible, !group.isHidden, !group.isDeleted {
        layout.append(text, isInTable: group.paragraph.isInTable)
      }
    case .title: title += text
    case .author: author += text
    case .instruction: fields.addInstruction(text)
    case .container, .skipped, .fontTable, .styleSheet, .information, .created: break
    }
  }

  mutating func endParagraph() {
    layout.endParagraph(
      styles.role(group.paragraph), joinsNext: group.isDeleted || group.paragraph.isDropCap)
  }
}
