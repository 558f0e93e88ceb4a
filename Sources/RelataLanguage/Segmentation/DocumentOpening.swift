/// What a text says about its own date and place before it begins to tell.
public struct DocumentOpening: Hashable, Sendable {
  /// The lines above the text that date it: those below the title first, then those above.
  public var lines: [PublicationLine]
  /// The datelines of its first paragraphs, in the order of the text.
  public var datelines: [Dateline]

  /// An opening of these parts.
  public init(lines: [PublicationLine] = [], datelines: [Dateline] = []) {
    self.lines = lines
    self.datelines = datelines
  }
}
