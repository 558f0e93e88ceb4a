import RelataGraph
import RelataLanguage
import RelataWords

/// The date to which a question limits its answers: “in November 2024”, “before 2023”.
struct QuestionDates {
  private var date = PartialDate(year: nil, month: nil, day: nil)
  private var sign = "="
  /// The words that say it. Those of a second date are not among them, so that it is not passed over.
  private(set) var used: Set<Int> = []

  init(_ words: QuestionWords) {
    for index in words.scope where !words.isNamed(index) {
      let word = words.form(index)
      if let number = Int(word), word.utf8.count == 4, (1000...2999).contains(number), date.year == nil {
        date.year = number
      } else if let number = Self.months.firstIndex(of: word), date.month == nil,
        words.tokens[index].partOfSpeech != .auxiliary, !words.isVerb(index)
      {
        date.month = number + 1
      } else if let number = Int(word), (1...31).contains(number),
        [index - 1, index + 1].contains(where: { words.scope.contains($0) && Self.isDateWord(words.form($0)) }
        )
      {
        date.day = number
      } else {
        continue
      }
      used.insert(index)
    }
    guard let first = used.min(), date.year != nil || date.month != nil else {
      used = []
      return
    }
    let preposition = first > 0 ? words.form(first - 1) : ""
    sign =
      switch preposition {
      case "since", "from": ">="
      case "after": ">"
      case "before": "<"
      case "until", "by": "<="
      default: "="
      }
    // What is before or after a month of any year nobody can say.
    guard date.year != nil || sign == "=" else {
      used = []
      return
    }
    if Self.prepositions.contains(preposition) { used.insert(first - 1) }
  }

  /// A condition on the relation `r`, or nil where the question names no date.
  ///
  /// A day or a month without its year is that of any year.
  func condition(_ writer: PatternWriter) -> String? {
    guard !used.isEmpty else { return nil }
    guard date.year == nil, let month = date.month else { return "r.start \(sign) '\(date)'" }
    guard date.day == nil else {
      return "r.time CONTAINS '\(String(date.description.dropFirst("XXXX".count)))'"
    }
    let years = [nil] + writer.years(ofMonth: month).map(Optional.some)
    let conditions = years.map { "r.start = '\(PartialDate(year: $0, month: month, day: nil))'" }
    return conditions.count == 1 ? conditions[0] : "(" + conditions.joined(separator: " OR ") + ")"
  }

  /// Whether a capitalised word names a month and so no entity.
  static func isDateWord(_ word: String) -> Bool { months.contains(word.lowercased()) }

  private static let prepositions = QuestionWordList.datePrepositions.words

  private static let months = QuestionWordList.months.inOrder
}
