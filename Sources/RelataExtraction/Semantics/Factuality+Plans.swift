import RelataGazetteer
import RelataGraph
import RelataLanguage

/// Plans that are told in the past.
extension Factuality {
  /// Whether a clause is a plan that somebody told in the past, so that its "would" is a "will" (sequence of
  /// tenses): "said it would withdraw". Not in somebody's own words, of what has not come ("would have"), nor
  /// where it hangs on a condition or nobody said so.
  func isToldInThePast(_ predicate: Int, in tree: SentenceTree) -> Bool {
    var clause = predicate
    for _ in 0..<10 {
      guard tree.relations[clause] == "conj", let head = tree.heads[clause] else { break }
      clause = head
    }
    guard tree.relations[clause] == "ccomp", let head = tree.heads[clause], head < clause,
      ["VBD", "VBN"].contains(tree.tokens[head].tag)
    else { return false }
    let verb = tree.lemmas[head]
    guard words[.planTellingVerbs].contains(verb) || words[.planningWords].contains(verb) else {
      return false
    }
    let isDenied = tree.children[head].contains {
      words[.negations].contains(tree.lemmas[$0]) || words[.negativePronouns].contains(tree.lemmas[$0])
    }
    let isQuoted = tree.tokens[head..<clause].contains { ["“", "\"", "``"].contains($0.form) }
    return !isDenied && !isQuoted && !tree.children[predicate].contains { isUnplanned($0, in: tree) }
  }

  /// Whether what hangs on a verb makes its "would" no plan.
  private func isUnplanned(_ child: Int, in tree: SentenceTree) -> Bool {
    switch tree.universalRelation(of: child) {
    case "aux": tree.lemmas[child] == "have"
    case "advmod": words[.unplannedAdverbs].contains(tree.lemmas[child])
    case "obl": tree.adposition(of: child) == "without"
    case "advcl":
      tree.children[child].contains {
        tree.relations[$0] == "mark" && words[.conditions].contains(tree.lemmas[$0])
      }
    default: false
    }
  }
}
