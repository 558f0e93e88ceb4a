/// Lines that make one paragraph, in part on the next page perhaps.
struct PDFParagraph: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// Running text, headings, captions.
    case text
    case tableRow
    case note
  }

  struct Piece: Hashable, Sendable {
    /// Counted from 0.
    var page: Int
    var lines: [PDFLine]
  }

  var kind: Kind
  var pieces: [Piece]
  /// The column that it ends in, and how far that reaches.
  var column: PDFColumn

  var size: Double { pieces.first?.lines.first?.size ?? 0 }
  var firstLine: PDFLine? { pieces.first?.lines.first }
  var lastLine: PDFLine? { pieces.last?.lines.last }
}
