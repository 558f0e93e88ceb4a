/// What holds within a group of Rich Text Format and ends with it.
struct RichTextGroup: Sendable {
  /// Where text goes.
  enum Destination: Hashable, Sendable {
    case body
    /// Text is not shown, but groups within may be.
    case container
    /// Nothing in it is shown.
    case skipped
    case fontTable, styleSheet, information, title, author, created, instruction
  }

  /// What its end ends.
  enum Closing: Hashable, Sendable {
    case nothing, field, note, box
  }

  struct Paragraph: Hashable, Sendable {
    var isInTable = false
    var style = 0
    var outlineLevel: Int?
    var isDropCap = false
  }

  var destination = Destination.body
  /// Where text went around a container.
  var outer = Destination.body
  var closing = Closing.nothing
  /// How many characters after one in Unicode say the same for old programs.
  var substitutes = 1
  var font: Int?
  var isHidden = false
  var isDeleted = false
  var paragraph = Paragraph()
}
