/// A page as it is printed: words and where they stand, in no order that can be relied on.
struct PDFPage: Hashable, Sendable {
  var width: Double
  var height: Double
  /// Upright ones only.
  var words: [PDFWord] = []
}
