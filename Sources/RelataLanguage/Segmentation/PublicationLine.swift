/// A line at the top of an article that says when it was published: `Published: 14 March 2024 10:05 GMT`,
/// `By Jane Doe | March 5, 2024 | Reuters`, `Thursday, 7 May 2015`.
public struct PublicationLine: Hashable, Sendable {
  /// What the line says of its date, the most telling first.
  public enum Kind: Int, Hashable, Sendable, Comparable {
    /// `Published`, `Posted on`, `Date:`.
    case published
    /// A date and nothing else, or one beside the author's name.
    case plain
    /// A date beside a name or a place, as captions have it too.
    case signed
    /// `Updated`, `Last modified`: the text may be older.
    case updated

    /// The more telling is less.
    public static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
  }

  /// What the date is that of.
  public var kind: Kind
  /// The date as written.
  public var date: WrittenDate
  /// The whole line, in Unicode scalars of the document.
  public var range: Range<Int>

  /// A line of these parts.
  public init(kind: Kind, date: WrittenDate, range: Range<Int>) {
    self.kind = kind
    self.date = date
    self.range = range
  }
}
