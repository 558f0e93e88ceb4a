/// The parts of a dateline: a date, the words of a place, what stands in brackets.
extension DatelineReader {
  /// One date, of which the weekday may stand apart.
  mutating func take(_ found: WrittenDate) -> Bool {
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

  mutating func takeWord(_ lexeme: Lexeme) -> Bool {
    guard lexeme.kind == .word else { return false }
    let mayBeAgency = !places.isEmpty || isAfterDash ? isMark(index + 1) : isOpen(index + 1)
    if mayBeAgency, agency == nil, NewsAgencies.contains(lexeme.lower) {
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

  var startsInCapitals: Bool { places.first.map { $0.isCapitals && $0.form.count > 1 } ?? false }

  private var isAfterDash: Bool { index > 0 && lexemes[index - 1].kind == .dash }

  private func isMark(_ index: Int) -> Bool {
    guard lexemes.indices.contains(index) else { return false }
    return lexemes[index].kind == .dash || lexemes[index].kind == .colon || lexemes[index].kind == .comma
  }

  private func isOpen(_ index: Int) -> Bool {
    lexemes.indices.contains(index) && lexemes[index].kind == .open
  }

  /// `(Reuters)`, `(5 March 2024)`, `[India]`, and at the start of the paragraph `(Beirut)`,
  /// `(Geneva, 5 March 2024)`.
  mutating func takeBracket() -> Bool {
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
          guard lexeme.isCapitalised || Self.particles.contains(lexeme.form), date == nil else {
            return false
          }
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
    // "(WASHINGTON) – ": what opens the paragraph in brackets and is no known agency is a place.
    guard index > 0 else { return false }
    guard inner.count <= 4, inner.allSatisfy({ $0.kind == .word && $0.isCapitalised }) else { return false }
    // Behind a place in capitals any name is a sender's: "HONOLULU, Hawaii (HawaiiNewsNow) - ".
    if evidence.isInCapitals { return true }
    guard inner.allSatisfy({ $0.isCapitals && $0.form.count > 1 }) else { return false }
    // "The Central Bank of Nigeria (CBN) – The bank …" explains a name.
    let initials = places.filter(\.isCapitalised).compactMap(\.form.first)
    return inner.count > 1 || places.isEmpty || !name.elementsEqual(initials) && places.count <= 5
  }

  /// `/PRNewswire/`, `/TASS/`: the slash that closes it.
  mutating func slashedAgency() -> Int? {
    guard agency == nil, lexemes[index].hasSpaceBefore || index == 0,
      let close = lexemes[(index + 1)...].prefix(5).firstIndex(where: { $0.kind == .slash }),
      close > index + 1,
      lexemes[index + 1..<close].allSatisfy({ $0.kind == .word || $0.kind == .other })
    else { return nil }
    agency = text(lexemes[index + 1].range.lowerBound..<lexemes[close - 1].range.upperBound)
    return close
  }
}
