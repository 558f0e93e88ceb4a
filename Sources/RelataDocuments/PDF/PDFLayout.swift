/// What `pdftotext -bbox-layout` tells of a document.
struct PDFLayout: Hashable, Sendable {
  /// The document information dictionary as far as it is told (ISO 32000-2, 14.3.3): `title`, and by their
  /// names in lower case `author`, `subject`, `creationdate`, `moddate`, ….
  var information: [String: String] = [:]
  var pages: [PDFPage] = []
}
