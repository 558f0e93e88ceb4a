import RelataGazetteer
import RelataGraph
import RelataLanguage

/// Finds and resolves the time expressions of one sentence.
///
/// Relative expressions are resolved against the document's date, as TIMEX3 does (ISO 24617-1);
/// without a date of the document, the year stays unknown (`XXXX-11-27`): a missing year is
/// never filled in with today's.
struct TimeTagger: Sendable {
  /// The date of the document, as exactly as it is known.
  let documentDate: PartialDate?
  /// The last date that the text mentioned before, for "nine months later" and "within two days".
  private(set) var anchor: PartialDate?
  /// The last year mentioned, for "in September of that year".
  private var anchorYear: Int?
  private var sentencesSinceAnchor = 0
  /// How many sentences further on "the same day" can be that of the last date.
  private static let reach = 3
  private let lists: WordLists
  private let names: CalendarNames

  init(documentDate: PartialDate?, words: WordLists) {
    self.documentDate = documentDate
    lists = words
    names = CalendarNames(words)
  }

  private init(documentDate: PartialDate?, names: CalendarNames, lists: WordLists) {
    self.documentDate = documentDate
    self.names = names
    self.lists = lists
  }

  mutating func expressions(in tree: SentenceTree) -> [TimeExpression] {
    var result: [TimeExpression] = []
    var index = 0
    sentencesSinceAnchor += 1
    let words = tree.tokens.map(\.form)
    let lower = words.map { $0.lowercased() }
    while index < words.count {
      if let (first, behind) = match(at: index, words, lower, tree) {
        let (found, end) = span(from: first, behind, before: index, words, lower, tree)
        let span = found.possible
        let tokens = index..<end
        let head =
          tokens.first { token in
            guard let head = tree.heads[token] else { return true }
            return !tokens.contains(head)
          } ?? index
        let bounded = bound(span, before: index, lower, tree, head: head)
        result.append(TimeExpression(tokens: tokens, head: head, span: bounded))
        if let last = span.end ?? span.start {
          sentencesSinceAnchor = 0
          anchor = last.month != nil ? last : last.year == anchor?.year ? anchor : nil
          if let year = last.year { anchorYear = year }
        }
        index = end
      } else {
        index += 1
      }
    }
    return result
  }

  /// The preposition makes an interval: since, until, before, after, between.
  private func bound(
    _ span: TimeSpan, before index: Int, _ lower: [String], _ tree: SentenceTree, head: Int
  ) -> TimeSpan {
    guard span.start != nil, span.end != nil else { return span }
    var adposition = tree.adposition(of: head)
    if adposition.isEmpty, index > 0 { adposition = lower[index - 1] }
    if adposition == "late" || adposition == "early" || adposition == "mid", index > 1 {
      adposition = lower[index - 2]
    }
    switch adposition {
    case "since", "after": return TimeSpan(start: span.start, end: nil)
    case "from" where span.isPoint: return TimeSpan(start: span.start, end: nil)
    case "until", "till", "before", "by": return TimeSpan(start: nil, end: span.end)
    default: return span
    }
  }

  /// "From 2007 until 2011", "between 3 May and 5 May", "June 2020 – March 2021": one span of two dates.
  private func span(
    from first: TimeSpan, _ behind: Int, before index: Int, _ words: [String], _ lower: [String],
    _ tree: SentenceTree
  ) -> (TimeSpan, Int) {
    guard first.isPoint, index > 0, behind + 1 < lower.count else { return (first, behind) }
    let joint = lower[behind]
    let joins =
      switch lower[index - 1] {
      case "from": lists[.spanWords].contains(joint)
      case "between": joint == "and"
      default: lists[.spanDashes].contains(joint)
      }
    // As they stand, without what the document's date adds: no weekdays, no "next year".
    let written = TimeTagger(documentDate: nil, names: names, lists: lists)
    guard joins, !isRescheduled(index, tree),
      var start = written.match(at: index, words, lower, tree)?.0.start,
      let (second, end) = written.match(at: behind + 1, words, lower, tree), second.isPoint,
      var last = second.end, (start.month == nil) == (last.month == nil)
    else { return (first, behind) }
    // A year that is told once holds for both: "from June to August 2019".
    let isOverNewYear = (start.month ?? 0, start.day ?? 0) > (last.month ?? 0, last.day ?? 0)
    if start.year == nil, last.year == nil {
      last.year = match(at: behind + 1, words, lower, tree)?.0.end?.year
    }
    if let year = start.year, last.year == nil { last.year = isOverNewYear ? year + 1 : year }
    if let year = last.year, start.year == nil { start.year = isOverNewYear ? year - 1 : year }
    guard start.year != nil || !isOverNewYear, start < last else { return (first, behind) }
    return (TimeSpan(start: start, end: last), end)
  }

  /// "Postponed from 4 March to 4 April": two dates of one thing, no span.
  private func isRescheduled(_ token: Int, _ tree: SentenceTree) -> Bool {
    var current: Int? = token
    for _ in 0..<4 {
      guard let index = current else { return false }
      if lists[.reschedulingVerbs].contains(tree.lemmas[index]) { return true }
      current = tree.heads[index]
    }
    return false
  }

  // MARK: Patterns

  private func match(
    at i: Int, _ words: [String], _ lower: [String], _ tree: SentenceTree
  ) -> (TimeSpan, Int)? {
    func word(_ k: Int) -> String { lower.indices.contains(k) ? lower[k] : "" }
    func year(_ k: Int) -> Int? {
      guard words.indices.contains(k), words[k].count == 4, let y = Int(words[k]), (1000...2100).contains(y)
      else {
        return nil
      }
      return y
    }
    /// The year that a day is followed by, with what comes behind it: "2024", ", 2024", "of last year".
    func yearBehind(_ k: Int) -> (Int?, Int) {
      if let found = year(k) { return (found, k + 1) }
      if word(k) == ",", let found = year(k + 1) { return (found, k + 2) }
      return relativeYear(k, lower).map { ($0.0, $0.1) } ?? (nil, k)
    }
    // 2024-12-08 as one token, or split at the hyphens.
    if let date = PartialDate(words[i]), date.day != nil { return (TimeSpan(at: date), i + 1) }
    if let y = year(i), word(i + 1) == "-", word(i + 3) == "-", i + 4 < words.count,
      let date = PartialDate("\(y)-\(words[i + 2])-\(words[i + 4])")
    {
      return (TimeSpan(at: date), i + 5)
    }
    if let month = names.month(words[i]), isMonth(i, words, tree) {
      // Month day(,) year | month day | month year | month "of that year"
      if i + 1 < words.count, let day = Calendar.day(words[i + 1]), word(i + 2) != ":" {
        let (y, end) = yearBehind(i + 2)
        return (TimeSpan(at: dated(PartialDate(year: y, month: month, day: day), tree, i)), end)
      }
      if i + 1 < words.count, let y = year(i + 1) {
        return (TimeSpan(at: PartialDate(year: y, month: month)), i + 2)
      }
      if word(i + 1) == ",", let y = year(i + 2) {
        return (TimeSpan(at: PartialDate(year: y, month: month)), i + 3)
      }
      if let (y, next) = relativeYear(i + 1, lower) {
        return (TimeSpan(at: PartialDate(year: y, month: month)), next)
      }
      return (TimeSpan(at: dated(PartialDate(year: nil, month: month), tree, i)), i + 1)
    }
    // day month (year)
    if let day = Calendar.day(words[i]), i + 1 < words.count, let month = names.month(words[i + 1]) {
      let (y, end) = yearBehind(i + 2)
      return (TimeSpan(at: dated(PartialDate(year: y, month: month, day: day), tree, i)), end)
    }
    if let y = year(i), isYear(i, lower, tree) {
      if word(i + 1) == "-" || word(i + 1) == "–" || word(i + 1) == "to"
        || word(i + 1) == "and" && word(i - 1) == "between",
        let last = year(i + 2), last > y
      {
        return (TimeSpan(start: PartialDate(year: y), end: PartialDate(year: last)), i + 3)
      }
      return (TimeSpan(at: PartialDate(year: y)), i + 1)
    }
    if lower[i].count == 5, lower[i].hasSuffix("s"), let y = Int(lower[i].dropLast()), y % 10 == 0, y > 1000 {
      return (TimeSpan(start: PartialDate(year: y), end: PartialDate(year: y + 9)), i + 1)
    }
    return anchored(at: i, lower, tree) ?? relative(at: i, words, lower, tree)
  }

  private func anchored(at i: Int, _ lower: [String], _ tree: SentenceTree) -> (TimeSpan, Int)? {
    guard sentencesSinceAnchor <= Self.reach,
      let found = AnchoredTime(day: anchor, year: anchorYear, words: lists).match(at: i, lower, in: tree)
    else { return nil }
    // What a report tells as past was not after it.
    if let documentDate, let day = found.0.start, documentDate < day, !isFuture(tree, i) { return nil }
    return found
  }

  private func relativeYear(_ i: Int, _ lower: [String]) -> (Int, Int)? {
    guard i + 2 < lower.count, lower[i] == "of", lower[i + 2] == "year" else { return nil }
    switch lower[i + 1] {
    case "last": return documentDate?.year.map { ($0 - 1, i + 3) }
    case "this": return documentDate?.year.map { ($0, i + 3) }
    case "next": return documentDate?.year.map { ($0 + 1, i + 3) }
    case "that", "the": return anchorYear.map { ($0, i + 3) }
    default: return nil
    }
  }

  private func relative(
    at i: Int, _ words: [String], _ lower: [String], _ tree: SentenceTree
  ) -> (TimeSpan, Int)? {
    func word(_ k: Int) -> String { lower.indices.contains(k) ? lower[k] : "" }
    if let weekday = names.weekday(lower[i]), words[i].first?.isUppercase == true {
      guard let date = documentDate else { return nil }
      let isNext = word(i - 1) == "next" || isFuture(tree, i)
      return resolvedWeekday(weekday, from: date, future: isNext, isLast: word(i - 1) == "last")
        .map { (TimeSpan(at: $0), i + 1) }
    }
    switch lower[i] {
    case "today", "tonight":
      return documentDate.map { (TimeSpan(at: $0), i + 1) }
    case "yesterday":
      return documentDate.flatMap { Calendar.adding(-1, to: $0) }.map { (TimeSpan(at: $0), i + 1) }
    case "tomorrow":
      return documentDate.flatMap { Calendar.adding(1, to: $0) }.map { (TimeSpan(at: $0), i + 1) }
    case "weekend" where word(i - 1) == "the" && !lists[.weekendLimits].contains(word(i + 1)):
      return documentDate.flatMap { weekend(of: $0, 0, isFuture: isFuture(tree, i)) }.map { ($0, i + 1) }
    case "last", "this", "next", "earlier":
      var k = i + 1
      if lower[i] == "earlier" {
        // "earlier this year", "earlier in the month"
        if word(k) == "in", word(k + 1) == "the" {
          k += 2
        } else {
          guard word(k) == "this" else { return nil }
          k += 1
        }
      }
      let step = lower[i] == "last" ? -1 : lower[i] == "next" ? 1 : 0
      guard let date = documentDate, words.indices.contains(k) else { return nil }
      if let month = names.month(words[k]) {
        guard let year = date.year else { return nil }
        let y =
          step == -1 && month >= (date.month ?? 1)
          ? year - 1 : step == 1 && month <= (date.month ?? 12) ? year + 1 : year
        return (TimeSpan(at: PartialDate(year: y, month: month)), k + 1)
      }
      switch word(k) {
      case "year": return date.year.map { (TimeSpan(at: PartialDate(year: $0 + step)), k + 1) }
      case "month": return Calendar.adding(months: step, to: date).map { (TimeSpan(at: $0), k + 1) }
      case "weekend":
        guard !lists[.weekendLimits].contains(word(k + 1)) else { return nil }
        let month = TimeSpan(at: PartialDate(year: date.year, month: date.month))
        return (weekend(of: date, step, isFuture: isFuture(tree, i)) ?? month, k + 1)
      case "week" where step == 0:
        return (TimeSpan(at: PartialDate(year: date.year, month: date.month)), k + 1)
      case "morning" where step == 0, "afternoon" where step == 0, "evening" where step == 0:
        return (TimeSpan(at: date), k + 1)
      case "week":
        return Calendar.adding(7 * step, to: date).map {
          (TimeSpan(at: PartialDate(year: $0.year, month: $0.month)), k + 1)
        }
      default: return nil
      }
    default:
      break
    }
    // "nine months later", "three days ago", "within two days", "two days after"
    guard let count = number(lower[i]), i + 1 < lower.count, let unit = CalendarUnit(lower[i + 1]) else {
      return nil
    }
    let direction = word(i + 2)
    if direction == "ago" || direction == "earlier",
      let date = direction == "ago" ? documentDate : anchor ?? documentDate
    {
      return unit.shift(date, -count).map { (TimeSpan(at: $0), i + 3) }
    }
    if direction == "later", let anchor { return unit.shift(anchor, count).map { (TimeSpan(at: $0), i + 3) } }
    if word(i - 1) == "within", let anchor, let end = unit.shift(anchor, count) {
      return (TimeSpan(start: anchor, end: end), i + 2)
    }
    return nil
  }

  private enum CalendarUnit {
    case day, week, month, year

    init?(_ word: String) {
      switch word {
      case "day", "days": self = .day
      case "week", "weeks": self = .week
      case "month", "months": self = .month
      case "year", "years": self = .year
      default: return nil
      }
    }

    func shift(_ date: PartialDate, _ count: Int) -> PartialDate? {
      switch self {
      case .day: return Calendar.adding(count, to: date)
      case .week: return Calendar.adding(7 * count, to: date)
      case .month: return Calendar.adding(months: count, to: date)
      case .year: return date.year.map { PartialDate(year: $0 + count) }
      }
    }
  }

  private func number(_ word: String) -> Int? {
    if let index = lists.inOrder(.numbers).firstIndex(of: word) { return index + 1 }
    if word == "a" || word == "an" { return 1 }
    return Int(word).flatMap { (1...999).contains($0) ? $0 : nil }
  }

  /// "may" and "march" are mostly no months; a month stands behind a preposition or beside a number.
  private func isMonth(_ i: Int, _ words: [String], _ tree: SentenceTree) -> Bool {
    guard ["May", "March"].contains(words[i]) else { return tree.tokens[i].partOfSpeech != .verb }
    return tree.tokens[i].partOfSpeech == .properNoun
  }

  /// A bare number of four digits is a year behind a preposition or as a modifier, not as a count.
  private func isYear(_ i: Int, _ lower: [String], _ tree: SentenceTree) -> Bool {
    let before = i > 0 ? lower[i - 1] : ""
    if lists[.wordsBeforeYears].contains(before) {
      if lists[.wordsBeforeYearsOrCounts].contains(before) {
        // "its 2015 intervention": a modifier of an event; "the 1500 soldiers" is a count.
        guard let y = Int(lower[i]), (1800...2100).contains(y) else { return false }
        if before == "of" || before == "to" || before == "and" || before == "-" {
          return tree.relations[i] != "nummod"
        }
        return tree.heads[i].map {
          tree.tokens[$0].tag == "NN" || tree.tokens[$0].partOfSpeech == .properNoun
        } ?? false
      }
      return tree.heads[i].map { tree.tokens[$0].tag != "NNS" } ?? true
    }
    return tree.relations[i] == "obl" || tree.relations[i] == "obl:unmarked"
      || tree.relations[i] == "nmod:unmarked"
  }

  // MARK: Resolution

  /// A date without a year: the nearest one before the document's date, or after it for what is to come.
  private func dated(_ date: PartialDate, _ tree: SentenceTree, _ token: Int) -> PartialDate {
    guard date.year == nil, let month = date.month, let reference = documentDate, let year = reference.year,
      let current = reference.month
    else { return date }
    var resolved = date
    let isLater = month > current || (month == current && (date.day ?? 0) > (reference.day ?? 31))
    if isFuture(tree, token) {
      resolved.year = isLater || month == current ? year : year + 1
    } else {
      resolved.year = isLater ? year - 1 : year
    }
    return resolved
  }

  /// - Parameter isLast: whether it is called the last one, which is never the day itself.
  private func resolvedWeekday(
    _ weekday: Int, from date: PartialDate, future: Bool, isLast: Bool
  ) -> PartialDate? {
    guard let current = Calendar.weekday(of: date) else { return nil }
    let back = (current - weekday + 7) % 7
    if isLast, back == 0 { return Calendar.adding(-7, to: date) }
    return Calendar.adding(future ? (back == 0 ? 7 : 7 - back) : -back, to: date)
  }

  /// Saturday and Sunday: the latest ones, or those to come; the ones before or after for a step of −1 or 1.
  private func weekend(of date: PartialDate, _ step: Int, isFuture: Bool) -> TimeSpan? {
    guard let weekday = Calendar.weekday(of: date) else { return nil }
    let back = (weekday + 1) % 7
    let isNow = back < 2
    let weeks = isNow ? step : step < 0 ? 0 : max(step, isFuture ? 1 : 0)
    guard let saturday = Calendar.adding(7 * weeks - back, to: date),
      let sunday = Calendar.adding(1, to: saturday)
    else { return nil }
    return TimeSpan(start: saturday, end: sunday)
  }

  /// Whether the clause around a token speaks of the future.
  private func isFuture(_ tree: SentenceTree, _ token: Int) -> Bool {
    var current: Int? = token
    for _ in 0..<8 {
      guard let index = current else { return false }
      if tree.children[index].contains(where: {
        tree.universalRelation(of: $0) == "aux" && ["will", "shall", "'ll"].contains(tree.lemmas[$0])
      }) {
        return true
      }
      if lists[.schedulingWords].contains(tree.lemmas[index]) { return true }
      // "are to travel on Wednesday"
      if tree.lemmas[index] == "be", tree.isVerb(index) || tree.tokens[index].partOfSpeech == .auxiliary,
        tree.children(of: index, "xcomp").contains(where: Arguments(tree: tree, words: lists).isInfinitive)
      {
        return true
      }
      current = tree.heads[index]
    }
    return false
  }
}

extension TimeSpan {
  /// Without days that the calendar does not have: "30 February 2024" is February.
  fileprivate var possible: TimeSpan {
    TimeSpan(start: start.map(Calendar.possible), end: end.map(Calendar.possible))
  }
}
