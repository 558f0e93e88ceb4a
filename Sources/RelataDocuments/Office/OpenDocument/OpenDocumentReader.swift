/// Reads OpenDocument texts and their templates (ODT, OTT, and FODT in one XML file; ISO/IEC 26300), and
/// those of OpenOffice's users and of all programs that write the format.
///
/// The text is what a reader sees with all changes accepted: no deleted or hidden text, no
/// annotations, headers, footers or tables of contents; frames after the paragraph that holds them;
/// footnotes and endnotes at the end.
public struct OpenDocumentReader: Sendable {
  /// Bounds on what one document may cost.
  public var limits: ReadingLimits

  /// - Parameter limits: of these the bytes, unpacked, the parts and the seconds count.
  public init(limits: ReadingLimits = ReadingLimits()) { self.limits = limits }

  /// The text of a document with its metadata: `title`, `author`, `language`; `created`, the day on which the
  /// file was made; `date` only where a property of the user's says when the text was published.
  /// - Throws: `damaged`, `empty`, `encrypted`, `tooLarge`, `tookTooLong`; `unsupported` for spreadsheets,
  ///   slides and drawings; `unavailable` without libarchive or libxml2.
  /// - Complexity: O(n) for n bytes, unpacked.
  public func content(of bytes: [UInt8]) throws(FormatError) -> DocumentContent {
    let deadline = Deadline(seconds: limits.seconds)
    var document = OpenDocument(deadline: deadline)
    if bytes.starts(with: [0x50, 0x4B]) {
      try document.read(OfficePackage(bytes, limits: limits))
    } else {
      guard bytes.count <= limits.documentBytes else {
        throw .tooLarge(what: "bytes", limit: limits.documentBytes)
      }
      try document.read(bytes, part: "the document")
    }
    guard var story = document.story else {
      throw .damaged(reason: "there is no office:body with a text in it")
    }
    let text = story.flow.finish()
    guard !text.isEmpty else { throw .empty }
    return DocumentContent(
      text: text,
      metadata: document.properties.metadata(
        shownTitle: story.flow.title, firstHeading: story.flow.firstHeading))
  }
}
