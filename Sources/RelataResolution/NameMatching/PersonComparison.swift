/// Names of people: the given name and the family name both have to agree, what
/// stands between may be missing.
struct PersonComparison {
  let match: NameMatch

  /// `left` has at most as many parts as `right`.
  init(_ left: ParsedName, _ right: ParsedName, explains: Bool) {
    let alignment = PartAlignment(left.parts, right.parts)
    var reasons = explains ? alignment.reasons(left, right) : []
    func note(_ reason: @autoclosure () -> String) { if explains { reasons.append(reason()) } }
    let weight = alignment.pairs.reduce(0) { $0 + $1.weight }
    let agreement = alignment.pairs.reduce(0) { $0 + $1.weight * $1.similarity } / max(weight, 0.001)
    let worst = alignment.pairs.map(\.similarity).min() ?? 0
    var score = agreement * (0.35 + 0.65 * worst)

    func result(_ verdict: NameMatch.Verdict, _ score: Double) -> NameMatch {
      NameMatch(score: NameMatcher.score(score), verdict: verdict, reasons: reasons)
    }

    let numbers = [left, right].compactMap(\.regnalNumber)
    guard numbers.count < 2 || numbers[0] == numbers[1] else {
      note("the number is another")
      match = result(.different, 0.5)
      return
    }
    let extra = alignment.onlyRight + alignment.onlyLeft
    guard alignment.pairs.allSatisfy(\.isMatch) else {
      match = result(.different, score - 0.03 * Double(extra.count))
      return
    }
    score = agreement
    let longer = alignment.onlyLeft.isEmpty ? right : left
    for index in extra {
      note("\(longer.parts[index].text) only in one")
      score -= longer.parts[index].isInitial ? 0.01 : 0.04
    }
    let ordered = alignment.pairs.sorted { $0.left.lowerBound < $1.left.lowerBound }
    let isShort = left.parts.count == 1 || right.parts.count == 1
    if isShort, left.parts.count != right.parts.count, !alignment.pairs.contains(where: \.isJoined) {
      let isSurname = ordered.last?.right.upperBound == right.parts.count
      note(isSurname ? "the surname alone" : "one name alone")
      match = result(.partial, isSurname ? 0.65 : 0.5)
      return
    }
    if ordered.filter({ !$0.isInitial }).count < 2, left.parts.count > 1 {
      if ordered.contains(where: \.isInitial) {
        note("the given name is an initial only")
        match = result(.partial, score - 0.05)
        return
      }
    }
    let starts = ordered.map(\.right.lowerBound)
    if starts != starts.sorted() {
      // Surname first is a convention; any other order is another name (the father's
      // and the son's exchanged).
      let descents = zip(starts, starts.dropFirst()).filter { $0 > $1 }.count
      let isRotated = descents == 1 && (starts.last ?? 0) < (starts.first ?? 0)
      note(isRotated ? "the order is turned" : "the order is different")
      match = result(isRotated && starts.count > 2 ? .same : .partial, isRotated ? score - 0.1 : score - 0.3)
      return
    }
    let missesFirst = ordered.first.map { $0.left.lowerBound != $0.right.lowerBound } ?? true
    let missesLast =
      ordered.last.map { $0.left.upperBound != left.parts.count || $0.right.upperBound != right.parts.count }
      ?? true
    if missesFirst || missesLast {
      note(missesFirst ? "the first name only in one" : "the last name only in one")
      match = result(left.parts.count > 2 ? .same : .partial, score - 0.05)
      return
    }
    match = result(.same, score)
  }
}
