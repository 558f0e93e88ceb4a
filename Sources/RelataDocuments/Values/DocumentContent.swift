/// How the characters of a text are to be understood.
public enum TextFormat: String, Hashable, Sendable, Codable {
  /// Every character is part of the text; blocks are guessed from the lines.
  case plain
  /// Markdown (CommonMark with tables and front matter): markup makes blocks and is no part of a sentence.
  case markdown
}

/// What the bytes of one document say, whatever their format.
public struct DocumentContent: Hashable, Sendable, Codable {
  /// The text, paragraphs apart by an empty line. All offsets count its Unicode scalars.
  public var text: String
  /// What the document says about itself. Keys in lower case: `title`, `date` (ISO 8601 where it
  /// can be read as a date, else as it stands), `author`, `publisher`, `url`, `language` (BCP 47);
  /// front matter may add others.
  public var metadata: [String: String]
  /// How `text` is to be understood.
  public var format: TextFormat
  /// Where each page begins in `text`, in Unicode scalars, ascending; empty where the format has no pages.
  public var pageStarts: [Int]
  /// What a user should know of how it was read, each a short phrase: "decoded as windows-1252".
  public var notes: [String]

  /// Plain text of which nothing else is known, unless more is given.
  public init(
    text: String, metadata: [String: String] = [:], format: TextFormat = .plain, pageStarts: [Int] = [],
    notes: [String] = []
  ) {
    self.text = text
    self.metadata = metadata
    self.format = format
    self.pageStarts = pageStarts
    self.notes = notes
  }
}
