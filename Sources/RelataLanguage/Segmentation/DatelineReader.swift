/// Reads the dateline that opens a paragraph: places, a date and an agency in any order, then a mark that parts them
/// from the text.
struct DatelineReader {
  private static let longest = 160

  /// Small words inside the names of places.
  private static let particles: Set<String> = [
    "and", "of", "the", "de", "del", "da", "do", "di", "du", "la", "le", "las", "los", "el", "al", "en", "sur",
    "am", "an", "der", "upon",
  ]
  /// Small words of a dateline that tells where it is near: `ABOARD THE USS NIMITZ in the Red Sea`.
  private static let prepositions: Set<String> = ["in", "on", "near", "off", "outside", "at"]

  private let scalars: [Unicode.Scalar]
  private let paragraph: Range<Int>
  private let isOpening: Bool
  private let lexemes: [Lexeme]
  private let dates: DateScanner

  private var index = 0
  private var places: [Lexeme] = []
  /// How many of them stand before the first comma or slash.
  private var nameEnd: Int?
  private var placeRange: Range<Int>?
  private var isPlaceBracketed = false
  private var date: WrittenDate?
  private var agency: String?

  /// - Parameter isOpening: whether the paragraph is the first of the text; only there a mere date, or a place before a colon, is one.
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

  /// The dateline; nil where the paragraph has none. Its range ends where the text begins, or at the end of a paragraph that has no
  /// text besides.
  mutating func read() -> Dateline? {
    guard let first = lexemes.first, first.kind == .word || first.kind == .number || first.kind == .open
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
      case .dash, .bar, .colon:
        if let more = continuation() {
          index = more
          continue
        }
        return end(at: lexeme).map(result)
      case .close, .lineEnd: return nil
      }
    }
    return nil
  }

  private mutating func markName() {
    if nameEnd == nil, !places.isEmpty { nameEnd = places.count }
  }

  private func result(_ end: Int) -> Dateline {
    Dateline(
      range: paragraph.lowerBound..<end,
      place: placeRange.map { text($0) }, date: date, agency: agency)
  }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range].lazy.filter { !$0.isInvisible })
    return String(view).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: Parts

  /// One date, of which the weekday may stand apart.
  private mutating func take(_ found: WrittenDate) -> Bool {
    guard let known = date else {
      date = found
      return true
    }
    if known.month == nil, found.month != nil {
      date = found
      date?.weekday = known.weekday
      return true
    }
    guard known.weekday == nil, found.month == nil else { return false }
    date?.weekday = found.weekday
    return true
  }

  private mutating func takeWord(_ lexeme: Lexeme) -> Bool {
    guard lexeme.kind == .word else { return false }
    if !places.isEmpty || isAfterDash, agency == nil, NewsAgencies.contains(lexeme.lower), isMark(index + 1) {
      agency = lexeme.form
      index += 1
      return true
    }
    // After its date and agency no place follows.
    guard agency == nil, date?.month == nil, places.count < 10 else { return false }
    let isParticle =
      Self.particles.contains(lexeme.form) || Self.prepositions.contains(lexeme.form) && startsInCapitals
    guard lexeme.isCapitalised || isParticle && !places.isEmpty else { return false }
    add(lexeme)
    index += 1
    return true
  }

  private mutating func add(_ lexeme: Lexeme) {
    places.append(lexeme)
    placeRange = (placeRange?.lowerBound ?? lexeme.range.lowerBound)..<lexeme.range.upperBound
    if index + 1 < lexemes.count, lexemes[index + 1].kind == .stop, isAbbreviation(lexeme) {
      placeRange = placeRange.map { $0.lowerBound..<lexemes[index + 1].range.upperBound }
    }
  }

  /// "Calif.", "St.", "R.": no name in capitals, whose stop ends it ("MOSCOW. Feb 2").
  private func isAbbreviation(_ lexeme: Lexeme) -> Bool { !lexeme.isCapitals || lexeme.form.count <= 2 }

  private var startsInCapitals: Bool { places.first.map { $0.isCapitals && $0.form.count > 1 } ?? false }

  private var isAfterDash: Bool { index > 0 && lexemes[index - 1].kind == .dash }

  private func isMark(_ index: Int) -> Bool {
    guard lexemes.indices.contains(index) else { return false }
    return lexemes[index].kind == .dash || lexemes[index].kind == .colon || lexemes[index].kind == .comma
  }

  /// `(Reuters)`, `(5 March 2024)`, `[India]`, and at the start of the paragraph `(Beirut)`, `(Geneva, 5 March 2024)`.
  private mutating func takeBracket() -> Bool {
    guard let close = lexemes[index...].firstIndex(where: { $0.kind == .close }), close > index + 1 else {
      return false
    }
    let inner = Array(lexemes[index + 1..<close])
    let range = inner[0].range.lowerBound..<inner[inner.count - 1].range.upperBound
    defer { index = close + 1 }
    let isSquare = scalars[lexemes[index].range.lowerBound] == "["
    if isSquare, !places.isEmpty, inner.allSatisfy(\.isCapitalised) {
      placeRange = placeRange.map { $0.lowerBound..<lexemes[close].range.upperBound }
      return true
    }
    if let (found, end) = dates.date(at: index + 1), end == close { return take(found) }
    if agency == nil, isAgency(inner, text(range)) {
      agency = text(range)
      return true
    }
    return index == 0 && takeBracketedPlace(inner, close)
  }

  private mutating func takeBracketedPlace(_ inner: [Lexeme], _ close: Int) -> Bool {
    isPlaceBracketed = true
    var position = index + 1
    while position < close {
      if let (found, end) = dates.date(at: position) {
        guard take(found) else { return false }
        position = end
      } else {
        let lexeme = lexemes[position]
        if lexeme.kind == .word {
          guard lexeme.isCapitalised || Self.particles.contains(lexeme.form), date == nil else { return false }
          places.append(lexeme)
          placeRange = (placeRange?.lowerBound ?? lexeme.range.lowerBound)..<lexeme.range.upperBound
        } else if [.comma, .stop, .slash].contains(lexeme.kind) {
          markName()
        } else {
          return false
        }
        position += 1
      }
    }
    return !places.isEmpty
  }

  private func isAgency(_ inner: [Lexeme], _ name: String) -> Bool {
    if NewsAgencies.contains(name.lowercased()) { return true }
    guard inner.count <= 4, inner.allSatisfy({ $0.kind == .word && $0.isCapitals && $0.form.count > 1 }) else {
      return false
    }
    // "The Central Bank of Nigeria (CBN) – The bank …" explains a name.
    let initials = places.filter(\.isCapitalised).compactMap(\.form.first)
    return inner.count > 1 || places.isEmpty || !name.elementsEqual(initials) && places.count <= 5
  }

  /// `/PRNewswire/`, `/TASS/`: the slash that closes it.
  private mutating func slashedAgency() -> Int? {
    guard agency == nil, lexemes[index].hasSpaceBefore || index == 0,
      let close = lexemes[(index + 1)...].prefix(5).firstIndex(where: { $0.kind == .slash }), close > index + 1,
      lexemes[index + 1..<close].allSatisfy({ $0.kind == .word || $0.kind == .other })
    else { return nil }
    agency = text(lexemes[index + 1].range.lowerBound..<lexemes[close - 1].range.upperBound)
    return close
  }

  // MARK: Where the text begins

  /// Behind a dash the dateline may go on: `BOSTON--(BUSINESS WIRE)--`, `LONDON – 5 March 2024 – `, `Tehran - IRNA - `.
  private func continuation() -> Int? {
    guard lexemes[index].kind == .dash || lexemes[index].kind == .bar, lexemes.indices.contains(index + 1),
      !places.isEmpty || agency != nil || date != nil
    else { return nil }
    let next = lexemes[index + 1]
    func ends(_ position: Int) -> Bool {
      lexemes.indices.contains(position)
        && [.dash, .bar, .colon, .open, .slash].contains(lexemes[position].kind)
    }
    if date?.month == nil, let (_, end) = dates.date(at: index + 1), ends(end) { return index + 1 }
    if agency == nil, NewsAgencies.contains(next.lower), ends(index + 2) { return index + 1 }
    if agency == nil, next.kind == .open,
      let close = lexemes[index...].firstIndex(where: { $0.kind == .close }), ends(close + 1)
    {
      return index + 1
    }
    return nil
  }

  private func end(at mark: Lexeme) -> Int? {
    let evidence = DatelineEvidence(
      places: places, nameEnd: nameEnd ?? places.count, isPlaceBracketed: isPlaceBracketed, date: date, agency: agency, isOpening: isOpening)
    guard mark.kind == .colon ? evidence.sufficesBeforeColon : evidence.sufficesBeforeDash else { return nil }
    return text(after: mark.range.upperBound, mayBeginSmall: evidence.isCertain)
  }

  /// `(CNN)The`, `New Delhi, March 5 (IANS) The`: no mark but the bracket.
  private func textAfterAgency() -> Int? {
    guard let agency, lexemes.indices.contains(index), lexemes[index].kind == .word, index > 0 else { return nil }
    let isKnown = NewsAgencies.contains(agency.lowercased())
    let isTied = !lexemes[index].hasSpaceBefore
    guard date?.day != nil && !places.isEmpty || isKnown && (isTied || startsInCapitals || places.isEmpty) else {
      return nil
    }
    return text(after: lexemes[index - 1].range.upperBound, mayBeginSmall: false)
  }

  /// `/TASS/. The`
  private func textAfterSlashes() -> Int? {
    guard lexemes.indices.contains(index) else { return nil }
    if lexemes[index].kind == .stop {
      let after = index + 1 < lexemes.count && lexemes[index + 1].kind == .dash ? index + 1 : index
      return text(after: lexemes[after].range.upperBound, mayBeginSmall: true)
    }
    guard lexemes[index].kind == .word, !places.isEmpty else { return nil }
    return text(after: lexemes[index - 1].range.upperBound, mayBeginSmall: false)
  }

  /// A full date, then a capital letter: a line end was lost between them.
  private func textAfterDate() -> Int? {
    guard isOpening, places.isEmpty, agency == nil, let date, date.isComplete, lexemes.indices.contains(index),
      lexemes[index].kind == .word, index > 0, lexemes[index - 1].form.count == 4
    else { return nil }
    return text(after: lexemes[index - 1].range.upperBound, mayBeginSmall: false)
  }

  /// Where words begin again; nil where a small letter shows that the sentence only went on.
  private func text(after index: Int, mayBeginSmall: Bool) -> Int? {
    var next = index
    while next < paragraph.upperBound, isGap(scalars[next]) { next += 1 }
    guard next < paragraph.upperBound else { return paragraph.upperBound }
    guard scalars[next].isLowercaseLetter, !mayBeginSmall else { return next }
    // "al-Shabab"
    var end = next
    while end < paragraph.upperBound, scalars[end].isLowercaseLetter { end += 1 }
    let isArticle = end - next <= 3 && end + 1 < paragraph.upperBound && scalars[end].isHyphen
    return isArticle && scalars[end + 1].isUppercaseLetter ? next : nil
  }

  private func isGap(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isSpace || scalar.isInvisible || "-–—".unicodeScalars.contains(scalar)
  }
}
