import RelataGazetteer
import RelataGraph
import RelataLanguage

/// What a date says of a state that its clause brings about or ends: "took office in 2021" does not tell that it was
/// over that year, nor "was ousted in July" that it began then.
struct StateBoundary {
  let coreference: Coreference
  let sentence: Int
  private var tree: SentenceTree { coreference.trees[sentence] }
  private var words: WordLists { coreference.words }

  /// How far a verb may lie above the date: "at the beginning of the summer of 2019".
  private static let mostSteps = 4

  /// When a state holds whose clause has a date.
  /// - Parameters:
  ///   - trigger: the word that says the state; nil: none does.
  ///   - holder: the chain that is in the state; what begins or ends for others says nothing of it.
  func span(_ date: TimeExpression, of trigger: Int?, _ holder: Int?) -> TimeSpan {
    guard date.span.isPoint, let holder, let verb = verb(above: date.head) else { return date.span }
    let (from, until) = (
      TimeSpan(start: date.span.start, end: nil), TimeSpan(start: nil, end: date.span.end)
    )
    // "Has ruled since the dictator was ousted in 1991": it is another's end.
    if let trigger, tree.universalRelation(of: verb) == "advcl", tree.heads[verb] == trigger {
      let marks = tree.children(of: verb, "mark").map { tree.lemmas[$0] }
      return marks.contains("since") ? from : marks.contains("until") ? until : date.span
    }
    guard concerns(verb, holder) else { return date.span }
    if isOne(verb, of: words[.beginningVerbs]) { return from }
    return isOne(verb, of: words[.endingVerbs]) ? until : date.span
  }

  private func verb(above token: Int) -> Int? {
    var current = token
    for _ in 0..<Self.mostSteps {
      guard let head = tree.heads[current] else { return nil }
      if tree.isVerb(head) { return head }
      current = head
    }
    return nil
  }

  /// Whether somebody is who begins or ends something, or with whom others do.
  private func concerns(_ verb: Int, _ holder: Int) -> Bool {
    let ends = [SubjectFinder(tree: tree).subject(of: verb).head, tree.child(of: verb, "obj")]
    return ends.contains { end in
      end.map { coreference.entities(at: $0, sentence: sentence).contains(holder) } ?? false
    }
  }

  /// By itself or with what depends on it: "resign", "take office", "step down".
  private func isOne(_ verb: Int, of list: Set<String>) -> Bool {
    list.contains(tree.lemmas[verb])
      || tree.children[verb].contains { list.contains(tree.lemmas[verb] + " " + tree.lemmas[$0]) }
  }
}
