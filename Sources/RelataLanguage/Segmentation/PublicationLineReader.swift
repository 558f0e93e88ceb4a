import RelataWords

/// Reads the dates of a line that is nothing but a byline, a date or both.
struct PublicationLineReader {
  private static let longest = 160
  private static let mostWords = 25

  private static let publishing = SegmentationList.publishingWords.words
  private static let updating = SegmentationList.updatingWords.words
  private static let beside = SegmentationList.wordsBesideDates.words
  private static let byline = SegmentationList.authorLineWords.words
  private static let prepositions = SegmentationList.wordsBeforeToldDates.words

  private let lexemes: [Lexeme]
  private let scalars: [Unicode.Scalar]
  private let dates: DateScanner
  private let range: Range<Int>

  init(_ scalars: [Unicode.Scalar], _ range: Range<Int>) {
    self.scalars = scalars
    self.range = range
    var reader = LexemeReader(
      scalars, range.lowerBound..<min(range.upperBound, range.lowerBound + Self.longest))
    var lexemes: [Lexeme] = []
    while let lexeme = reader.next() { lexemes.append(lexeme) }
    self.lexemes = lexemes
    dates = DateScanner(lexemes: lexemes)
  }

  /// The dates that the line gives, each with what it says of it; none for lines that say anything else.
  func read() -> [PublicationLine] {
    // The first line that archives of web pages put above the text: "date 2025-09-15 …".
    if lexemes.first?.lower == "date", lexemes.count > 1, let date = DateScanner.numeric(lexemes[1].form) {
      return [line(.published, date)]
    }
    guard range.count <= Self.longest, lexemes.count(where: { $0.kind == .word }) <= Self.mostWords else {
      return []
    }
    var lines: [PublicationLine] = []
    var label: PublicationLine.Kind?
    var isStrange = false
    var isByline = false
    for part in parts() {
      let found = Part(part, self, label, isByline: isByline)
      isByline = found.isByline
      label = found.date == nil ? found.label : nil
      if let date = found.date, let kind = found.kind { lines.append(line(kind, date)) }
      // "Strelsau attack | 3 May 2020": what stands beside the date tells something.
      if found.isStrange { isStrange = true }
    }
    guard isStrange else { return lines }
    return lines.map { $0.kind == .plain ? line(.signed, $0.date) : $0 }
  }

  private func line(_ kind: PublicationLine.Kind, _ date: WrittenDate) -> PublicationLine {
    PublicationLine(kind: kind, date: date, range: range)
  }

  /// Between bars, dashes, slashes and line ends.
  private func parts() -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    for (index, lexeme) in lexemes.enumerated() {
      guard [.bar, .dash, .lineEnd, .slash].contains(lexeme.kind) else { continue }
      if index > start { parts.append(start..<index) }
      start = index + 1
    }
    if start < lexemes.count { parts.append(start..<lexemes.count) }
    return parts
  }

  /// What one part of the line says.
  private struct Part {
    var date: WrittenDate?
    /// What its words say of a date, in it or in the next part.
    var label: PublicationLine.Kind?
    var kind: PublicationLine.Kind?
    var isStrange = false
    /// Whether it or a part before it names the author.
    var isByline: Bool

    /// How many words are names of people, places or papers.
    private var names = 0
    /// Whether a mark parts them from the date.
    private var isNameApart = true
    /// The lexemes of the date.
    private var span = 0..<0

    init(
      _ range: Range<Int>, _ line: PublicationLineReader, _ before: PublicationLine.Kind?,
      isByline known: Bool
    ) {
      isByline = known
      label = before
      var index = range.lowerBound
      while index < range.upperBound {
        if let (found, end) = line.dates.date(at: index), end <= range.upperBound,
          found.month != nil || date == nil
        {
          // "Posted: 3 May 2020 Updated: 5 May 2020": the first is meant.
          if date?.month == nil {
            date = merged(date, found)
            span = index..<end
          }
          if names > 0, !isByline, label == nil, line.lexemes[index - 1].kind == .word { isNameApart = false }
          index = end
        } else {
          take(line.lexemes[index])
          index += 1
        }
      }
      if date?.month == nil {
        if isByline { isStrange = false }
        date = nil
      } else {
        kind = decided(isTitle: isTitle(range, line))
      }
    }

    private mutating func take(_ lexeme: Lexeme) {
      guard lexeme.kind == .word || lexeme.kind == .number else { return }
      let word = lexeme.lower
      if PublicationLineReader.publishing.contains(word) {
        if date?.month == nil { label = .published }
      } else if PublicationLineReader.updating.contains(word) {
        if date?.month == nil, label == nil { label = .updated }
      } else if word == "by" {
        isByline = true
      } else if PublicationLineReader.beside.contains(word) || lexeme.kind == .number || isZone(lexeme) {
        return
      } else if lexeme.isCapitalised || NewsAgencies.contains(word) {
        names += 1
      } else if !(isByline && PublicationLineReader.byline.contains(word)) {
        isStrange = true
      }
    }

    private func decided(isTitle: Bool) -> PublicationLine.Kind? {
      if isStrange { return isTitle ? .signed : nil }
      if let label { return label }
      if isByline || names == 0 { return .plain }
      return isNameApart && names <= 8 || isTitle ? .signed : nil
    }

    /// "Ruritania votes to leave Saturday, August 30, 2008": the line end between a title and
    /// the date below it was lost.
    private func isTitle(_ range: Range<Int>, _ line: PublicationLineReader) -> Bool {
      guard let date, date.weekday != nil, date.isComplete, span.upperBound == line.lexemes.count,
        span.lowerBound >= range.lowerBound + 3
      else { return false }
      let last = line.lexemes[span.lowerBound - 1]
      return last.kind != .comma && !PublicationLineReader.prepositions.contains(last.lower)
    }

    private func isZone(_ lexeme: Lexeme) -> Bool { lexeme.isCapitals && (1...4).contains(lexeme.form.count) }

    private func merged(_ known: WrittenDate?, _ found: WrittenDate) -> WrittenDate {
      var date = found
      date.weekday = found.weekday ?? known?.weekday
      return date
    }
  }
}
