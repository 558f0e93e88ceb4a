/// A part of a page that is read from top to bottom.
enum PDFRegion: Hashable, Sendable {
  /// Lines of running text.
  case column([PDFLine])
  /// Rows of a table, each with the lines of its cells.
  case table([[PDFLine]])

  var lines: [PDFLine] {
    switch self {
    case .column(let lines): lines
    case .table(let rows): rows.flatMap { $0 }
    }
  }
}
