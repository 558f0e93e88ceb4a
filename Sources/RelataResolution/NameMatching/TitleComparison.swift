/// Names of organisations and places: every telling word has to agree, in any order; words such as "group" or
/// "air base" may be missing.
struct TitleComparison {
  let match: NameMatch

  init(_ left: ParsedName, _ right: ParsedName, explains: Bool) {
    if let acronym = Self.acronym(left, right, explains) {
      match = acronym
      return
    }
    let alignment = PartAlignment(left.parts, right.parts)
    var reasons = explains ? alignment.reasons(left, right) : []
    let extra = alignment.onlyLeft.map { left.parts[$0] } + alignment.onlyRight.map { right.parts[$0] }
    let misses = alignment.pairs.filter { !$0.isMatch }
    let matches = alignment.matches
    for part in extra where explains { reasons.append("\(part.text) only in one") }

    let weight = alignment.pairs.reduce(0) { $0 + $1.weight }
    let extraWeight = extra.reduce(0) { $0 + $1.weight }
    let agreement =
      alignment.pairs.reduce(0) { $0 + $1.weight * $1.similarity } / max(0.001, weight + 0.7 * extraWeight)
    // The worst telling word decides, not how many others agree.
    let worst = alignment.pairs.filter { $0.weight > 0.5 || !$0.isMatch }.map(\.similarity).min() ?? 1
    let score = NameMatcher.score(agreement * (0.3 + 0.7 * worst))

    let verdict: NameMatch.Verdict
    if !misses.isEmpty || !matches.contains(where: { $0.weight > 0.5 || extra.isEmpty }) {
      verdict = .different
    } else if extra.allSatisfy({ $0.weight < 0.5 && !$0.isNumber }) {
      verdict = .same
    } else {
      verdict = .partial
    }
    match = NameMatch(score: score, verdict: verdict, reasons: reasons)
  }

  private static func acronym(_ left: ParsedName, _ right: ParsedName, _ explains: Bool) -> NameMatch? {
    for (short, long) in [(left, right), (right, left)] {
      guard let letters = short.acronym, long.acronym == nil, long.parts.count > 1,
        long.shortForms.contains(letters)
      else { continue }
      return NameMatch(
        score: letters.utf8.count > 2 ? 0.92 : 0.8, verdict: .partial,
        reasons: explains ? ["\(letters.uppercased()) is made of the first letters"] : [])
    }
    if left.acronym != nil, right.acronym != nil {
      // Acronyms are spelled letter by letter: one letter off is another organisation.
      return NameMatch(score: 0, verdict: .different, reasons: explains ? ["different acronyms"] : [])
    }
    return nil
  }
}
