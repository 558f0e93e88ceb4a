/// Finds paragraphs, cells and rows in Rich Text Format, which only marks their ends, and
/// gives them to a `TextFlow`.
struct RichTextLayout {
  /// The body, or a note or text box within it.
  private struct Story {
    var isInParagraph = false
    var isInCell = false
    var isInRow = false
  }

  private(set) var flow = TextFlow()
  private var stories = [Story()]

  mutating func append(_ text: String, isInTable: Bool) {
    if !stories[stories.count - 1].isInParagraph {
      // Spaces alone begin nothing.
      guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { return }
      if isInTable { beginCell() } else { endRow() }
      flow.beginParagraph()
      stories[stories.count - 1].isInParagraph = true
    }
    flow.append(text)
  }

  mutating func endParagraph(_ role: TextFlow.Role = .body, joinsNext: Bool = false) {
    guard stories[stories.count - 1].isInParagraph else { return }
    flow.endParagraph(role, joinsNext: joinsNext)
    stories[stories.count - 1].isInParagraph = false
  }

  mutating func endCell(_ role: TextFlow.Role) {
    endParagraph(role)
    beginCell()
    flow.endCell()
    stories[stories.count - 1].isInCell = false
  }

  mutating func endRow() {
    endParagraph()
    if stories[stories.count - 1].isInCell { flow.endCell() }
    if stories[stories.count - 1].isInRow { flow.endRow() }
    stories[stories.count - 1] = Story()
  }

  mutating func beginNote() {
    flow.beginNote()
    stories.append(Story())
  }

  mutating func endNote() {
    endBox()
    flow.endNote()
  }

  mutating func beginBox() { stories.append(Story()) }

  mutating func endBox() {
    endRow()
    if stories.count > 1 { stories.removeLast() }
  }

  /// Ends all that is open.
  mutating func finish() -> String {
    while stories.count > 1 { endBox() }
    endRow()
    return flow.finish()
  }

  private mutating func beginCell() {
    if !stories[stories.count - 1].isInRow { flow.beginRow() }
    if !stories[stories.count - 1].isInCell { flow.beginCell() }
    stories[stories.count - 1].isInRow = true
    stories[stories.count - 1].isInCell = true
  }
}
