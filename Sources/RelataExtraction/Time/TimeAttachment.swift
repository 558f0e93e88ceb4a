import RelataGazetteer
import RelataGraph
import RelataLanguage

/// Decides which time expression of a sentence dates which predicate, by the tree.
enum TimeAttachment {
  static func time(
    of predicate: Int, in tree: SentenceTree, among times: [TimeExpression], _ words: WordLists
  ) -> TimeExpression? {
    guard !times.isEmpty else { return nil }
    // Own adjuncts first, then the clause around, up to two verbs away.
    var current = predicate
    for step in 0..<5 {
      if let found = times.first(where: { belongs($0, to: current, in: tree, words) }) { return found }
      guard let head = tree.heads[current] else { break }
      switch tree.universalRelation(of: current) {
      case "obj", "obl", "nsubj", "nmod", "amod", "compound", "xcomp", "appos":
        if tree.relations[current] == "nsubj", step > 0 { return nil }
      case "acl":
        // "launched an offensive to capture Aleppo" on a date; "groups supported by X" at any time.
        guard Arguments(tree: tree, words: words).isInfinitive(current) else { return nil }
      case "conj":
        // "captured A on Monday and B on Tuesday": a conjunct with a time of its own was found above.
        guard tree.child(of: current, "nsubj") == nil else { return nil }
      case "advcl":
        // "forcing Assad to flee" happens when the main clause does; "after Assad fled" does not.
        let isParticiple = !tree.children[current].contains { tree.relations[$0] == "mark" }
        guard isParticiple else { return nil }
      case "acl:relcl":
        return nil
      default:
        return nil
      }
      current = head
    }
    return nil
  }

  /// Whether a time hangs on a token as an adjunct, directly or through a noun such as "in an
  /// offensive in late 2024".
  private static func belongs(
    _ time: TimeExpression, to token: Int, in tree: SentenceTree, _ words: WordLists
  ) -> Bool {
    var current = time.head
    if current == token { return true }
    for _ in 0..<4 {
      guard let head = tree.heads[current] else { return false }
      if head == token {
        return ["obl", "nmod", "advmod", "nummod", "compound", "amod", "appos", "dep", "parataxis", "obj"]
          .contains(tree.universalRelation(of: current))
      }
      // "at the 1972 convention": an event that happened then.
      if ["nummod", "compound", "nmod", "amod"].contains(tree.universalRelation(of: current)),
        tree.universalRelation(of: head) == "obl",
        ["at", "in", "during"].contains(tree.adposition(of: head)), tree.heads[head] == token
      {
        return true
      }
      // Through a nominal that is not an argument of its own ("in the days after December 8").
      guard ["nmod", "appos", "nummod", "compound", "conj"].contains(tree.universalRelation(of: current)),
        tree.tokens[head].partOfSpeech == .noun,
        tree.nameAt[head] == nil || tree.universalRelation(of: head) == "obl",
        words[.datingNouns].contains(tree.lemmas[head])
      else { return false }
      current = head
    }
    return false
  }
}
