import RelataDocuments
import RelataGraph
import RelataLanguage

/// The date of publication that a text states about itself.
///
/// The metadata count first, then a line above the text (`Published: 14 March 2024`), then the
/// dateline of one of its first paragraphs. What none of them says stays unknown: a dateline without a
/// year makes `XXXX-03-14`.
enum DocumentDate {
  /// What metadata call the date of publication, and then what they call a date that may be later.
  private static let keys = [
    "date", "published", "pubdate", "publication_date", "datepublished", "published_at", "created", "updated",
    "modified",
  ]

  /// A line may be that many days later than the dateline: beyond, it dates another edition.
  private static let delay = -1...31

  /// When the file of a report was made: for want of anything better, because most
  /// reports are published then.
  private static let fileDate = "file_created"

  static func find(in source: SourceDocument, _ names: CalendarNames) -> PartialDate? {
    stated(in: source, names) ?? source.metadata[fileDate].flatMap { PartialDate($0) }
  }

  private static func stated(in source: SourceDocument, _ names: CalendarNames) -> PartialDate? {
    let written = keys.lazy.compactMap { source.metadata[$0].flatMap(WrittenDate.init(firstIn:)) }.first
    let opening = Segmenter().opening(of: source)
    let dateline = opening.datelines.lazy.compactMap(\.date).first { $0.day != nil }
    let settling = DateSettling(
      others: opening.lines.map(\.date) + [dateline, written].compactMap(\.self), text: source.text,
      names: names)

    let metadata =
      written.flatMap(settling.settled)
      ?? keys.lazy.compactMap { source.metadata[$0].flatMap { PartialDate($0) } }.first
    if let metadata, metadata.day != nil { return metadata }
    let sent = dateline.flatMap(settling.settled)
    if let line = line(opening.lines, [.published, .plain], settling) {
      guard let sent, let later = Calendar.days(from: sent, to: line) else { return line }
      return delay.contains(later) ? line : sent
    }
    if let sent, sent.year != nil { return sent }
    let later = line(opening.lines, [.updated], settling) ?? line(opening.lines, [.signed], settling)
    guard let sent else {
      return later ?? metadata ?? month(opening.lines, settling)
    }
    return settling.inYear(of: later ?? metadata ?? month(opening.lines, settling), sent) ?? sent
  }

  /// The first full date of the lines of some kinds, in the order of the kinds.
  private static func line(
    _ lines: [PublicationLine], _ kinds: [PublicationLine.Kind], _ settling: DateSettling
  ) -> PartialDate? {
    for kind in kinds {
      for line in lines where line.kind == kind && line.date.isComplete {
        if let date = settling.settled(line.date) { return date }
      }
    }
    return nil
  }

  /// "March 2024"
  private static func month(_ lines: [PublicationLine], _ settling: DateSettling) -> PartialDate? {
    lines.lazy.filter { $0.kind <= .plain && $0.date.year != nil }.compactMap { settling.settled($0.date) }
      .first
  }
}
