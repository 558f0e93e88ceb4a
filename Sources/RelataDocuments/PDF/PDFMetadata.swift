import RelataWords

/// What the document says about itself.
enum PDFMetadata {
  /// - `title`: the document information's, if a person wrote it, else the largest text of the first page;
  /// - `author`: the document information's;
  /// - `created`: the day on which the file was made. That is often, but not surely, the day of
  ///   publication, so it is no `date`;
  /// - `url`: the address that a browser printed at the foot of every page, unless it shortened it.
  static func metadata(of layout: PDFLayout, text: PDFText) -> [String: String] {
    var result: [String: String] = [:]
    let stated = layout.information["title"].flatMap(trimmed)
    result["title"] = stated.flatMap { isWritten($0) ? $0 : nil } ?? largest(in: text)
    result["author"] = layout.information["author"].flatMap(trimmed)
    result["url"] = text.address
    result["created"] = layout.information["creationdate"].flatMap(day)
    return result
  }

  private static let programTitles = DocumentWordList.programTitles.inOrder

  /// Titles that a program put there: the name of a file, or its own. "Microsoft Word - draft3.doc",
  /// "untitled", "report_v2.indd".
  static func isWritten(_ title: String) -> Bool {
    let lower = title.lowercased()
    guard title.unicodeScalars.contains(where: \.properties.isAlphabetic) else { return false }
    if programTitles.contains(where: {
      lower == $0 || lower.hasPrefix($0 + " - ") || lower.hasPrefix($0 + " 2") || lower == $0 + "1"
    }) {
      return false
    }
    guard let word = lower.split(separator: " ").last else { return false }
    // The name of a file: an ending after a full stop, or one word of several parts.
    if let dot = word.lastIndex(of: "."), dot != word.startIndex {
      let ending = word[word.index(after: dot)...]
      if (2...5).contains(ending.count), ending.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) {
        return false
      }
    }
    return lower.contains(" ") || !lower.contains { $0 == "_" || $0 == "/" || $0 == "\\" }
  }

  /// The largest text of the first page, if any is larger than the rest.
  private static func largest(in text: PDFText) -> String? {
    let first = text.paragraphs.filter { $0.kind == .text && $0.pieces.first?.page == 0 }
    guard let size = first.map(\.size).max(), size > 1.15 * text.metrics.bodySize,
      let title = first.first(where: { PDFMetrics.isSame($0.size, size) })
    else { return nil }
    let lines = title.pieces.flatMap(\.lines).map { LineWords(noteMarks: []).words(of: $0) }
    var scalars = String.UnicodeScalarView()
    for line in lines { Hyphenation(lines: lines).append(line, to: &scalars) }
    return scalars.count <= 300 ? String(scalars) : nil
  }

  /// "2024-03-05" of "2024-03-05T10:11:12+01:00" or "D:20240305101112+01'00'" (ISO 32000-2, 7.9.4). Years
  /// before 1980 are those of a clock that was not set.
  static func day(_ date: String) -> String? {
    CalendarDay(text: date).flatMap { $0.year >= 1980 ? $0.description : nil }
  }

  private static func trimmed(_ text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
