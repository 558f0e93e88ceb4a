/// Reads Rich Text Format (RTF 1.9.1), of Word, LibreOffice, TextEdit, WordPad and others.
///
/// The text is what a reader sees with all changes accepted: no deleted or hidden text, no headers,
/// footers or tables of contents; the results of fields; text boxes after the paragraph that holds
/// them; footnotes at the end.
public struct RichTextReader: Sendable {
  /// Bounds on what one document may cost.
  public var limits: ReadingLimits

  /// - Parameter limits: of these the bytes and the seconds count.
  public init(limits: ReadingLimits = ReadingLimits()) { self.limits = limits }

  /// The text of a document with its metadata: `title`, `author`; `created`, the day on
  /// which the file was made.
  /// - Throws: `damaged` where it is no RTF, `empty`, `tooLarge`, `tookTooLong`. A file that was cut off is
  ///   read as far as it goes, with a note.
  /// - Complexity: O(n).
  public func content(of bytes: [UInt8]) throws(FormatError) -> DocumentContent {
    guard bytes.count <= limits.documentBytes else {
      throw .tooLarge(what: "bytes", limit: limits.documentBytes)
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = bytes[(bytes.starts(with: mark) ? 3 : 0)...].firstIndex { $0 > 0x20 } ?? bytes.count
    guard bytes[start...].starts(with: #"{\rtf"#.utf8) else {
      throw .damaged(reason: #"it does not begin with "{\rtf""#)
    }
    var document = RichTextDocument(bytes)
    try document.read(from: start, deadline: Deadline(seconds: limits.seconds))
    let text = document.layout.finish()
    guard !text.isEmpty else { throw .empty }
    return DocumentContent(
      text: text,
      metadata: document.properties.metadata(
        shownTitle: document.layout.flow.title, firstHeading: document.layout.flow.firstHeading),
      notes: document.isCutOff ? ["the file is cut off: not all of its groups are closed"] : [])
  }
}
