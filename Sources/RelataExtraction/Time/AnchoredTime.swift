import RelataGazetteer
import RelataGraph

/// Expressions that lean on the date that the text mentioned last: "the same day", "the following night",
/// "the day before", "that year".
struct AnchoredTime {
  /// The last date mentioned, and the last year.
  let day: PartialDate?
  let year: Int?
  let words: WordLists

  /// - Returns: the time and the token behind its last one; nil where no such expression begins.
  func match(at i: Int, _ lower: [String], in tree: SentenceTree) -> (TimeSpan, Int)? {
    func word(_ k: Int) -> String { lower.indices.contains(k) ? lower[k] : "" }
    var unit = i
    let step: Int
    switch word(i) {
    case "that":
      step = 0
      unit += word(i + 1) == "same" ? 2 : 1
    case "the":
      unit += 2
      if word(i + 1) == "same" {
        step = 0
      } else if words[.nextWords].contains(word(i + 1)) {
        step = 1
      } else if words[.previousWords].contains(word(i + 1)) {
        step = -1
      } else {
        return theDayBeforeOrAfter(at: i, lower)
      }
    default: return nil
    }
    // "Said that night shifts are hard", "over the next year", "the same day as the vote".
    guard lower.indices.contains(unit), tree.relations[i] == "det", tree.heads[i] == unit,
      tree.universalRelation(of: unit) != "compound",
      step <= 0 || !words[.spanningAdpositions].contains(word(i - 1)),
      !words[.comparingWords].contains(word(unit + 1))
    else { return nil }
    return date(of: word(unit), step).map { (TimeSpan(at: $0), unit + 1) }
  }

  private func date(of unit: String, _ step: Int) -> PartialDate? {
    if words[.daysAndTheirParts].contains(unit) { return day.flatMap { Calendar.adding(step, to: $0) } }
    switch unit {
    case "month": return day.flatMap { Calendar.adding(months: step, to: $0) }
    case "year": return year.map { PartialDate(year: $0 + step) }
    default: return nil
    }
  }

  /// "The day before" by itself: "the day before the rally" is another day.
  private func theDayBeforeOrAfter(at i: Int, _ lower: [String]) -> (TimeSpan, Int)? {
    guard i + 2 < lower.count, lower[i + 1] == "day", ["before", "after"].contains(lower[i + 2]),
      i + 3 == lower.count || lower[i + 3].allSatisfy(\.isPunctuation)
    else { return nil }
    return date(of: "day", lower[i + 2] == "before" ? -1 : 1).map { (TimeSpan(at: $0), i + 3) }
  }
}
