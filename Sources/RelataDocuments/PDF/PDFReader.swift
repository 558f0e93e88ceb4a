/// Reads PDF (ISO 32000) by poppler's `pdftotext`, in a process of its own: its licence and hostile
/// files both ask for that.
///
/// `pdftotext` tells where each word stands; reading order, columns, paragraphs, hyphens, and what is a
/// running head, are found here. Footnotes become paragraphs at the end of their page, after the last
/// paragraph that begins on it. Rotated text is left out, and scripts in the file are never run.
public struct PDFReader: Sendable {
  /// Bounds on what one document may cost.
  public var limits: ReadingLimits
  /// A name that is looked for in `PATH`, or a path.
  public var program: String

  /// - Parameter program: poppler's `pdftotext`; looked for only when a file is read.
  public init(limits: ReadingLimits = ReadingLimits(), program: String = "pdftotext") {
    self.limits = limits
    self.program = program
  }

  /// - Throws: ``FormatError``: `unavailable` without the program, `encrypted` where a password is needed to
  ///   open it, `damaged` also where there are pages but no text on them, as in a scan.
  public func content(of bytes: [UInt8]) throws(FormatError) -> DocumentContent {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= limits.documentBytes else {
      throw .tooLarge(what: "bytes", limit: limits.documentBytes)
    }
    guard let file = OpenFile.temporary(holding: bytes) else {
      throw .unavailable(what: "a temporary file", advice: "make room in TMPDIR (\(systemReason()))")
    }
    return try content(of: file)
  }

  /// - Parameter path: of a regular file.
  /// - Throws: as ``content(of:)``; `damaged` with the system's reason where the file cannot be opened.
  public func content(ofFile path: String) throws(FormatError) -> DocumentContent {
    guard let file = OpenFile.reading(path: path) else { throw .damaged(reason: systemReason()) }
    guard let size = file.size else { throw .damaged(reason: "not a regular file") }
    guard size > 0 else { throw .empty }
    guard size <= limits.documentBytes else { throw .tooLarge(what: "bytes", limit: limits.documentBytes) }
    return try content(of: file)
  }

  private func content(of file: borrowing OpenFile) throws(FormatError) -> DocumentContent {
    #if Markup
      try SystemLibrary.libxml2.require()
      let deadline = ContinuousClock.now.advanced(by: .seconds(limits.seconds))
      let output = try PDFToText(limits: limits, program: program).output(of: file)
      let complaint = output.complaint.map { " (pdftotext: \($0))" }
      guard let layout = BoundingBoxReader.layout(of: output.layout), !layout.pages.isEmpty else {
        throw .damaged(reason: "no page can be read\(complaint ?? ""); get another copy of it")
      }
      let seconds = limits.seconds
      let text = try PDFText(layout) { () throws(FormatError) in
        if ContinuousClock.now > deadline { throw .tookTooLong(seconds: seconds) }
      }
      guard text.text.length > 0 else {
        throw .damaged(
          reason:
            "no text in it\(complaint ?? ""); if it is a scan, run it through OCR first, for instance ocrmypdf IN.pdf OUT.pdf"
        )
      }
      return DocumentContent(
        text: text.text.text, metadata: PDFMetadata.metadata(of: layout, text: text),
        pageStarts: text.pageStarts,
        notes: complaint.map { ["damaged, so some of it may be missing\($0)"] } ?? [])
    #else
      throw .unavailable(what: "libxml2", advice: "build with the trait Markup")
    #endif
  }
}
