/// The fields of one record, as they are found.
struct RecordFields {
  private var values: [DocumentField: (rank: Int, value: String)] = [:]
  private(set) var notes: [String] = []

  /// Takes a value unless it is blank or a preferred one is there.
  mutating func add(_ value: @autoclosure () -> String, as match: FieldLookup.Match) {
    if let known = values[match.field], known.rank < match.rank { return }
    let value = value()
    guard value.unicodeScalars.contains(where: { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }) else {
      return
    }
    values[match.field] = (match.rank, value)
  }

  mutating func note(_ note: String) { notes.append(note) }

  var hasText: Bool { values[.text] != nil }

  /// The document that the fields make.
  /// - Throws: `FormatError.empty` without a text.
  func record(line: Int, limits: ReadingLimits, labels: inout DistinctLabels) throws(FormatError)
    -> TableRecord
  {
    let content = try content(limits: limits)
    let id = id.map(EntryName.label) ?? "\(line)"
    return TableRecord(id: labels.label(for: id), line: line, content: content)
  }

  /// What the record calls itself, as it stands.
  var id: String? { values[.id]?.value }

  /// What the fields say.
  /// - Throws: `FormatError.empty` without a text.
  func content(limits: ReadingLimits) throws(FormatError) -> DocumentContent {
    guard let text = values[.text]?.value else { throw .empty }
    var content = Self.content(of: text, limits: limits)
    content.notes += notes
    for (field, key) in [
      (DocumentField.title, "title"), (.url, "url"), (.author, "author"), (.publisher, "publisher"),
      (.language, "language"),
    ] {
      if let value = values[field]?.value { content.metadata[key] = Self.oneLine(value) }
    }
    if let date = values[.date]?.value {
      if let day = CalendarDay(text: date.trimmed) {
        content.metadata["date"] = day.description
      } else {
        content.notes.append("“\(Self.oneLine(date).prefix(40))” is no date, so it is left out")
      }
    }
    return content
  }

  /// Text that is markup is read as such.
  private static func content(of text: String, limits: ReadingLimits) -> DocumentContent {
    guard MarkupText.isMarkup(text) else { return DocumentContent(text: text) }
    do {
      return try HTMLReader(limits: limits).content(
        of: Array(text.utf8), part: .all, declaredEncoding: "utf-8")
    } catch {
      return DocumentContent(text: text, notes: ["the text holds HTML markup"])
    }
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension String {
  fileprivate var trimmed: String {
    var scalars = unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
