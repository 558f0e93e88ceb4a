import RelataWords

/// Reads the dateline that opens a paragraph: places, a date and an agency in any order, then a mark that
/// parts them from the text.
struct DatelineReader {
  private static let longest = 160

  static let particles = SegmentationList.placeParticles.words
  static let prepositions = SegmentationList.placePrepositions.words

  let scalars: [Unicode.Scalar]
  let paragraph: Range<Int>
  let isOpening: Bool
  let lexemes: [Lexeme]
  let dates: DateScanner

  var index = 0
  var places: [Lexeme] = []
  /// How many of them stand before the first comma or slash.
  var nameEnd: Int?
  var placeRange: Range<Int>?
  var isPlaceBracketed = false
  var date: WrittenDate?
  var agency: String?

  /// - Parameter isOpening: whether the paragraph is the first of the text; only there a mere date, or a
  ///   place before a colon, is one.
  init(_ scalars: [Unicode.Scalar], _ paragraph: Range<Int>, isOpening: Bool) {
    self.scalars = scalars
    self.paragraph = paragraph
    self.isOpening = isOpening
    lexemes = Self.lexemes(
      scalars, paragraph.lowerBound..<min(paragraph.upperBound, paragraph.lowerBound + Self.longest))
    dates = DateScanner(lexemes: lexemes)
  }

  /// Up to the first word that no dateline has.
  private static func lexemes(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> [Lexeme] {
    var reader = LexemeReader(scalars, range)
    var lexemes: [Lexeme] = []
    while let lexeme = reader.next() {
      if lexeme.kind == .lineEnd { continue }
      lexemes.append(lexeme)
      if lexeme.kind == .other, scalars[lexeme.range] != ["&"] { break }
      if lexeme.kind == .word, !lexeme.isCapitalised, !particles.contains(lexeme.form),
        !prepositions.contains(lexeme.form), !NewsAgencies.contains(lexeme.form)
      {
        break
      }
    }
    return lexemes
  }

  /// The dateline; nil where the paragraph has none. Its range ends where the text begins, or at the end of a
  /// paragraph that has no text besides.
  mutating func read() -> Dateline? {
    guard let first = lexemes.first,
      first.kind == .word || first.kind == .number || first.kind == .open
        || first.kind == .slash
    else { return nil }
    while index < lexemes.count {
      let lexeme = lexemes[index]
      switch lexeme.kind {
      case .word, .number:
        if let (found, end) = dates.date(at: index) {
          guard take(found) else { return nil }
          index = end
          if let end = textAfterDate() { return result(end) }
        } else if !takeWord(lexeme) {
          return nil
        }
      case .open:
        guard takeBracket() else { return nil }
        if let end = textAfterAgency() { return result(end) }
      case .slash:
        if let close = slashedAgency() {
          index = close + 1
          if let end = textAfterSlashes() { return result(end) }
        } else {
          markName()
          index += 1
        }
      case .comma, .other:
        markName()
        index += 1
      case .stop:
        guard index > 0 else { return nil }
        index += 1
        if let end = textAfterStop() { return result(end) }
      case .dash, .bar, .colon:
        if let more = continuation() {
          index = more
          continue
        }
        return end(at: lexeme).map { result($0, endsInColon: lexeme.kind == .colon) }
      case .close, .lineEnd: return nil
      }
    }
    return nil
  }

  mutating func markName() {
    if nameEnd == nil, !places.isEmpty { nameEnd = places.count }
  }

  private func result(_ end: Int, endsInColon: Bool = false) -> Dateline {
    Dateline(
      range: paragraph.lowerBound..<end,
      place: placeRange.map { text($0) }, date: date, agency: agency,
      endsInColon: endsInColon)
  }

  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range].lazy.filter { !$0.isInvisible })
    return String(view).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
