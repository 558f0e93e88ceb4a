import RelataGraph
import RelataLanguage

/// When what a sentence tells happened, where it gives no time itself.
///
/// A time that the same paragraph has given goes on in the simple past. Else what a report tells as its news, in the title, in its
/// first sentences, in the present or the present perfect, and what people say in it, is of the month of the report; other
/// sentences in the past may be of any time, and get none.
struct TimeContext: Sendable {
  /// The last date of the paragraph.
  var focus: PartialDate?
  /// The month in which the document appeared.
  var report: TimeSpan?
  /// Whether the sentence is the title or one of the first that follow.
  var isLead = false

  func time(of predicate: Int, in tree: SentenceTree, hasTimes: Bool) -> TimeSpan? {
    if let focus {
      guard tree.tokens[predicate].tag == "VBD" else { return nil }
      return TimeSpan(at: PartialDate(year: focus.year, month: focus.month))
    }
    guard !hasTimes, TimeAttachment.isCurrent(predicate, in: tree) else { return nil }
    let isNews =
      isLead || Attribution.isSpeechVerb(tree.lemmas[predicate]) || isPresent(predicate, in: tree)
    return isNews ? report : nil
  }

  private func isPresent(_ predicate: Int, in tree: SentenceTree) -> Bool {
    let finite = [predicate] + tree.children(of: predicate, "aux")
    return finite.contains { ["VBZ", "VBP"].contains(tree.tokens[$0].tag) }
  }
}
