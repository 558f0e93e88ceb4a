/// What opens an article's paragraph without being part of its first sentence: where, when and by whom it was
/// sent. `MOSCOW (Reuters) — `, `DAMASCUS, Syria, Jan. 5 (AP) - `, `Thursday, May 7, 2015 `.
public struct Dateline: Hashable, Sendable {
  /// From the start of the paragraph to where its text begins, in Unicode scalars of the document.
  public var range: Range<Int>
  /// The place or places as written; nil where none is given.
  public var place: String?
  /// As far as it is given: often without its year.
  public var date: WrittenDate?
  /// As written, without its brackets.
  public var agency: String?

  /// A dateline of these parts.
  public init(range: Range<Int>, place: String? = nil, date: WrittenDate? = nil, agency: String? = nil) {
    self.range = range
    self.place = place
    self.date = date
    self.agency = agency
  }

  init(range: Range<Int>, place: String?, date: WrittenDate?, agency: String?, endsInColon: Bool) {
    self.init(range: range, place: place, date: date, agency: agency)
    self.endsInColon = endsInColon
  }

  /// Whether it is nothing but a date, as the entries of a chronicle have it, or nothing but a name before a
  /// colon, as the speeches of an interview.
  var isDoubtful: Bool { place == nil && agency == nil || endsInColon && date == nil && agency == nil }

  /// Whether a colon parts it from the text.
  var endsInColon = false
}
