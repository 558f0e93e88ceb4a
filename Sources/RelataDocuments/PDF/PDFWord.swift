/// What stands without a gap on a page, in one font.
struct PDFWord: Hashable, Sendable {
  var text: String
  var box: PDFBox

  /// Of its letters: the height of the box, which the font makes from its ascent and descent.
  var size: Double { box.height }
}
