/// Reads one story of a Word document, its body or a note (ISO/IEC 29500-1, chapter 17), into a `TextFlow`.
///
/// The elements come one by one; what must be known of those around is kept in a few flags and stacks.
struct WordStory {
  struct NoteReference: Hashable, Sendable {
    /// Whether an endnote and not a footnote.
    let isEndnote: Bool
    let id: String
  }

  /// The footnotes and endnotes that the text refers to, in order.
  var references: [NoteReference] = []
  /// Whether a document in another format is embedded (`altChunk`), which is not read.
  var hasForeignPart = false
  var flow = TextFlow()
  let styles: WordStyles
  var fields = WordFields()
  /// Of the paragraphs around, the innermost last.
  var paragraphs: [WordParagraph] = []
  /// Of each table row around whether it is deleted.
  var rows: [Bool] = []
  /// Whether the run that is being read is hidden; nil where its paragraph decides.
  var isRunHidden: Bool?
  /// Whether its font is "Symbol".
  var isRunSymbol = false
  /// Of each `mc:AlternateContent` around whether one of its alternatives was taken.
  var alternatives: [Bool] = []
  /// Whether the content control that is being read shows nothing of its own: a
  /// placeholder, a table of contents.
  var isControlEmpty = false

  init(styles: WordStyles) { self.styles = styles }

  /// Reads to the end of the element at whose start the stream stands.
  mutating func read(_ stream: inout XMLStream) throws(FormatError) {
    let level = stream.depth
    while stream.depth >= level, let event = try stream.next() {
      switch event {
      case .start:
        // What is read as a whole ends before the next event.
        if try !readWhole(&stream) { start(stream) }
      case .end: if stream.depth >= level { end(stream) }
      case .text: break
      }
    }
  }

  mutating func append(_ text: String) {
    guard fields.isVisible, !(isRunHidden ?? paragraphs.last?.isHidden ?? false) else { return }
    flow.append(isRunSymbol ? SymbolFont.text(text) : text)
  }
}

extension WordStory {
  private mutating func beginRun() {
    isRunHidden = nil
    isRunSymbol = false
  }

  private mutating func start(_ stream: borrowing XMLStream) {
    switch (stream.namespace, stream.name) {
    case (.word, "p"):
      flow.beginParagraph()
      paragraphs.append(WordParagraph())
    case (.word, "r"): beginRun()
    case (.word, "tr"):
      flow.beginRow()
      rows.append(false)
    case (.word, "tc"): flow.beginCell()
    case (.word, "tab"), (.word, "ptab"): append("\t")
    case (.word, "br"), (.word, "cr"):
      let type = stream.attribute("type") ?? "textWrapping"
      if type == "textWrapping" { append(TextFlow.lineBreak) } else { append(" ") }
    case (.word, "noBreakHyphen"): append("\u{2011}")
    case (.word, "sym"):
      let code = stream.attribute("char").flatMap { UInt32($0, radix: 16) }
      let character = code.flatMap { SymbolFont.character($0, font: stream.attribute("font") ?? "") }
      append(character.map { String($0) } ?? " ")
    case (.word, "fldChar"):
      switch stream.attribute("fldCharType") {
      case "begin": fields.begin()
      case "separate": fields.separate()
      case "end": fields.end()
      default: break
      }
    case (.word, "fldSimple"):
      fields.begin()
      fields.addInstruction(stream.attribute("instr") ?? "")
      fields.separate()
    case (.word, "footnoteReference"), (.word, "endnoteReference"):
      if fields.isVisible, isRunHidden != true, let id = stream.attribute("id") {
        references.append(NoteReference(isEndnote: stream.name == "endnoteReference", id: id))
      }
    case (.word, "altChunk"): hasForeignPart = true
    case (.compatibility, "AlternateContent"): alternatives.append(false)
    case (.compatibility, "Choice"), (.compatibility, "Fallback"):
      if !alternatives.isEmpty { alternatives[alternatives.count - 1] = true }
    default: break
    }
  }

  private mutating func end(_ stream: borrowing XMLStream) {
    switch (stream.namespace, stream.name) {
    case (.word, "p"):
      let paragraph = paragraphs.popLast() ?? WordParagraph()
      if paragraph.isTableOfContents { flow.clearParagraph() }
      flow.endParagraph(paragraph.role, joinsNext: paragraph.joinsNext)
    case (.word, "r"): beginRun()
    case (.word, "tc"): flow.endCell()
    case (.word, "tr"): flow.endRow(isDeleted: rows.popLast() ?? false)
    case (.word, "fldSimple"): fields.end()
    case (.compatibility, "AlternateContent"): _ = alternatives.popLast()
    default: break
    }
  }
}
