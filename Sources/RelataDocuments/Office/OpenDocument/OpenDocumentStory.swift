/// Reads the body of an OpenDocument text (ISO/IEC 26300-1, chapters 5 to 10) into a `TextFlow`.
struct OpenDocumentStory {
  var flow = TextFlow()
  private let styles: OpenDocumentStyles
  private var paragraphs: [Paragraph] = []
  /// Of each `text:span` around whether it is hidden.
  private var spans: [Bool] = []
  /// Of each `text:span` around whether its font is "Symbol".
  private var symbolSpans: [Bool] = []
  /// How many of the spans around are hidden.
  private var hidings = 0
  private var changes = OpenDocumentChanges()

  private struct Paragraph {
    var role = TextFlow.Role.body
    var isHidden = false
  }

  init(styles: OpenDocumentStyles) { self.styles = styles }

  /// Reads to the end of the element at whose start the stream stands.
  mutating func read(_ stream: inout XMLStream) throws(FormatError) {
    let level = stream.depth
    while stream.depth >= level, let event = try stream.next() {
      switch event {
      case .start:
        if stream.namespace == .text, stream.name == "tracked-changes" {
          try changes.read(&stream)
        } else if Self.isSkipped(stream) {
          try stream.skip()
        } else {
          start(stream)
        }
      case .end: if stream.depth >= level { end(stream) }
      case .text: append(stream.text)
      }
    }
  }

  private mutating func append(_ text: String) {
    guard hidings == 0, !changes.isDeleted, paragraphs.last?.isHidden == false else { return }
    flow.append(symbolSpans.last == true ? SymbolFont.text(text) : text)
  }

  private mutating func start(_ stream: borrowing XMLStream) {
    switch (stream.namespace, stream.name) {
    case (.text, "p"), (.text, "h"):
      let style = stream.attribute("style-name") ?? ""
      let role: TextFlow.Role =
        styles.isTitle(style) ? .title : stream.name == "h" || styles.isHeading(style) ? .heading : .body
      flow.beginParagraph()
      paragraphs.append(Paragraph(role: role, isHidden: styles.isHidden(paragraph: style)))
    case (.text, "span"):
      let style = stream.attribute("style-name") ?? ""
      let isHidden = styles.isHidden(text: style)
      spans.append(isHidden)
      symbolSpans.append(styles.isSymbol(text: style))
      if isHidden { hidings += 1 }
    case (.text, "change-start"): changes.begin(stream.attribute("change-id") ?? "")
    case (.text, "change-end"): changes.end(stream.attribute("change-id") ?? "")
    case (.text, "s"): append(" ")
    case (.text, "tab"): append("\t")
    case (.text, "line-break"): append(TextFlow.lineBreak)
    case (.text, "note-body"): flow.beginNote()
    case (.table, "table-row"): flow.beginRow()
    case (.table, "table-cell"): flow.beginCell()
    default: break
    }
  }

  private mutating func end(_ stream: borrowing XMLStream) {
    switch (stream.namespace, stream.name) {
    case (.text, "p"), (.text, "h"):
      flow.endParagraph(paragraphs.popLast()?.role ?? .body, joinsNext: changes.isDeleted)
    case (.text, "span"):
      if spans.popLast() == true { hidings -= 1 }
      _ = symbolSpans.popLast()
    case (.text, "note-body"): flow.endNote()
    case (.table, "table-row"): flow.endRow()
    case (.table, "table-cell"): flow.endCell()
    default: break
    }
  }

  /// Whether an element has nothing that is shown, or repeats what stands elsewhere.
  private static func isSkipped(_ stream: borrowing XMLStream) -> Bool {
    switch (stream.namespace, stream.name) {
    case (.office, "annotation"), (.office, "annotation-end"), (.office, "forms"), (.office, "scripts"),
      (.office, "binary-data"), (.office, "event-listeners"):
      true
    case (.form, _), (.scalableGraphics, "title"), (.scalableGraphics, "desc"): true
    case (.text, "note-citation"), (.text, "ruby-text"), (.text, "number"), (.text, "script"),
      (.text, "placeholder"),
      (.text, "sequence-decls"), (.text, "variable-decls"), (.text, "user-field-decls"),
      (.text, "hidden-text"):
      true
    case (.text, "table-of-content"), (.text, "alphabetical-index"), (.text, "illustration-index"),
      (.text, "table-index"), (.text, "object-index"), (.text, "user-index"):
      true
    case (.text, "section"), (.text, "variable-set"): stream.attribute("display") == "none"
    case (.text, "hidden-paragraph"): stream.attribute("is-hidden") == "true"
    // Charts and formulas, which are documents of their own.
    case (.drawing, "object"), (.table, "covered-table-cell"), (.table, "shapes"): true
    default: false
    }
  }
}
