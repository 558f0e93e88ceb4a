/// A text to read, with what is known about it.
public struct SourceDocument: Hashable, Sendable {
  /// A path relative to the input folder, or a file name; the identifier of the document everywhere. What
  /// lies in a container goes on after a slash: `march.zip/report.pdf`.
  public var id: String
  /// The original text of a text file, the extracted text of any other. All offsets
  /// count its Unicode scalars.
  public var text: String
  /// What the document says about itself: ``DocumentContent/metadata``.
  public var metadata: [String: String]
  /// How `text` is to be understood.
  public var format: TextFormat
  /// Where each page begins in `text`, in Unicode scalars, ascending; empty where there are no pages.
  public var pageStarts: [Int]
  /// What a user should know of how it was read, each a short phrase.
  public var notes: [String]

  /// A text that was read elsewhere, plain unless something else is said.
  public init(
    id: String, text: String, metadata: [String: String] = [:], format: TextFormat = .plain,
    pageStarts: [Int] = [], notes: [String] = []
  ) {
    self.id = id
    self.text = text
    self.metadata = metadata
    self.format = format
    self.pageStarts = pageStarts
    self.notes = notes
  }

  /// What a reader of a format found, under an identifier.
  public init(id: String, content: DocumentContent) {
    self.init(
      id: id, text: content.text, metadata: content.metadata, format: content.format,
      pageStarts: content.pageStarts, notes: content.notes)
  }
}
