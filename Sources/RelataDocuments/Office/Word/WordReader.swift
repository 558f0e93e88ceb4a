/// Reads Word's documents and templates (DOCX, DOCM, DOTX; ISO/IEC 29500, transitional and strict).
///
/// The text is what a reader sees with all changes accepted: no deleted or hidden text, no comments, headers,
/// footers or tables of contents; the results of fields; text boxes after the paragraph that holds them;
/// footnotes and endnotes at the end.
public struct WordReader: Sendable {
  /// Bounds on what one document may cost.
  public var limits: ReadingLimits

  /// - Parameter limits: of these the bytes, unpacked, the parts and the seconds count.
  public init(limits: ReadingLimits = ReadingLimits()) { self.limits = limits }

  /// The text of a document with its metadata: `title`, `author`, `language`; `created`, the day on which the
  /// file was made; `date` only where a property says when the text was published.
  /// - Throws: `damaged`, `empty`, `encrypted`, `tooLarge`, `tookTooLong`; `unsupported` for Word's format
  ///   from before 2007; `unavailable` without libarchive or libxml2.
  /// - Complexity: O(n) for n bytes, unpacked.
  public func content(of bytes: [UInt8]) throws(FormatError) -> DocumentContent {
    if let file = CompoundFile(bytes) { throw file.error }
    let package = OfficePackage(bytes, limits: limits)
    let document = try WordPackage(package, deadline: Deadline(seconds: limits.seconds))
    var story = try document.story()
    var text = story.flow.finish()
    for note in try document.notes(story.references) { text += (text.isEmpty ? "" : "\n\n") + note }
    let foreign = "a part in another format, embedded in the document, was not read"
    guard !text.isEmpty else {
      if story.hasForeignPart { throw .damaged(reason: foreign + "; open it in Word and save it") }
      throw .empty
    }
    return DocumentContent(
      text: text,
      metadata: document.properties.metadata(
        shownTitle: story.flow.title, firstHeading: story.flow.firstHeading),
      notes: story.hasForeignPart ? [foreign] : [])
  }
}
