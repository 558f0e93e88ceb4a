/// Where a dateline ends and its text begins.
extension DatelineReader {
  /// Behind a dash the dateline may go on: `BOSTON--(BUSINESS WIRE)--`,
  /// `LONDON – 5 March 2024 – `, `Tehran - IRNA - `.
  func continuation() -> Int? {
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

  var evidence: DatelineEvidence {
    DatelineEvidence(
      places: places, nameEnd: nameEnd ?? places.count, isPlaceBracketed: isPlaceBracketed, date: date,
      agency: agency, isOpening: isOpening)
  }

  func end(at mark: Lexeme) -> Int? {
    // "Oct. 11–21"
    if mark.kind == .dash, !mark.hasSpaceBefore, index > 0, lexemes[index - 1].kind == .number,
      lexemes.indices.contains(index + 1), lexemes[index + 1].kind == .number,
      !lexemes[index + 1].hasSpaceBefore
    {
      return nil
    }
    let evidence = evidence
    guard mark.kind == .colon ? evidence.sufficesBeforeColon : evidence.sufficesBeforeDash else { return nil }
    return text(after: mark.range.upperBound, mayBeginSmall: evidence.isCertain)
  }

  /// `(CNN)The`, `New Delhi, March 5 (IANS) The`: no mark but the bracket.
  func textAfterAgency() -> Int? {
    guard let agency, lexemes.indices.contains(index), lexemes[index].kind == .word, index > 0 else {
      return nil
    }
    let isKnown = NewsAgencies.contains(agency.lowercased())
    let isAlone = !lexemes[index].hasSpaceBefore || startsInCapitals || places.isEmpty
    guard date?.day != nil && !places.isEmpty || isKnown && (isAlone || isOpening && places.count <= 3) else {
      return nil
    }
    return text(after: lexemes[index - 1].range.upperBound, mayBeginSmall: false)
  }

  /// `/TASS/. The`
  func textAfterSlashes() -> Int? {
    guard lexemes.indices.contains(index) else { return nil }
    if lexemes[index].kind == .stop {
      let after = index + 1 < lexemes.count && lexemes[index + 1].kind == .dash ? index + 1 : index
      return text(after: lexemes[after].range.upperBound, mayBeginSmall: true)
    }
    guard lexemes[index].kind == .word, !places.isEmpty else { return nil }
    return text(after: lexemes[index - 1].range.upperBound, mayBeginSmall: false)
  }

  /// `BRUSSELS, 18 May 2026. The`: places and a full date, behind whose year the text begins.
  func textAfterStop() -> Int? {
    guard let date, date.isComplete, !places.isEmpty, agency == nil, isOpening || startsInCapitals,
      evidence.sufficesBeforeColon, lexemes.indices.contains(index), lexemes[index].kind == .word,
      lexemes[index].isCapitalised, lexemes[index].hasSpaceBefore, index > 1,
      lexemes[index - 2].form.count == 4
    else { return nil }
    return text(after: lexemes[index - 1].range.upperBound, mayBeginSmall: false)
  }

  /// A full date, then a capital letter: a line end was lost between them.
  func textAfterDate() -> Int? {
    guard isOpening, places.isEmpty, agency == nil, let date, date.isComplete,
      lexemes.indices.contains(index),
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
    scalar.isSpace || scalar.isInvisible || "-–—_".unicodeScalars.contains(scalar)
  }
}
