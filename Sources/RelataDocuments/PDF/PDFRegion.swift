/// A part of a page that is read from top to bottom.
enum PDFRegion: Hashable, Sendable {
  /// Lines of running text.
  case column([PDFLine])
  /// Rows of a table.
  case table([PDFLine])

  var lines: [PDFLine] {
    switch self {
    case .column(let lines), .table(let lines): lines
    }
  }
}
