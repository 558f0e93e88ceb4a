import RelataGazetteer
import RelataGraph
import RelataLanguage

/// Who is said to say so.
extension Factuality {
  /// "X said that …", "…, X said".
  mutating func reporter(of head: Int, above current: Int, in tree: SentenceTree) {
    let lemma = tree.lemmas[head]
    guard
      tree.universalRelation(of: current) == "ccomp" || tree.universalRelation(of: current) == "parataxis",
      words[.reportingVerbs].contains(lemma)
    else { return }
    if words[.denyingVerbs].contains(lemma) { negate() }
    report(
      words[.allegingVerbs].contains(lemma) ? .alleged : .reported,
      by: tree.child(of: head, "nsubj") ?? tree.child(of: head, "obl:agent"))
  }

  /// "According to X, …" and a speech verb that hangs on the clause: "…, X said".
  mutating func accordingTo(_ predicate: Int, in tree: SentenceTree) {
    var current: Int? = predicate
    for _ in 0..<8 {
      guard let token = current else { return }
      for child in tree.children[token] {
        if ["obl", "nmod"].contains(tree.universalRelation(of: child)),
          tree.adposition(of: child).hasPrefix("according")
        {
          report(.reported, by: child)
        }
        if isAside(child, in: tree), let speaker = tree.child(of: child, "nsubj") {
          if words[.denyingVerbs].contains(tree.lemmas[child]) { negate() }
          report(words[.allegingVerbs].contains(tree.lemmas[child]) ? .alleged : .reported, by: speaker)
        }
      }
      // What is said of one clause is not said of another that is joined to it: "…, officials said, but X did
      // Y".
      if tree.relations[token] == "conj", tree.child(of: token, "nsubj") != nil { return }
      current = tree.heads[token]
    }
  }

  /// Whether a verb of speech stands beside a clause that is what is said: "…, X said on Monday". One that
  /// has something else that is said, or denies that, is a sentence of its own: "…; the premier said that …",
  /// "…; they said no", "…; Germany denied the claim".
  private func isAside(_ token: Int, in tree: SentenceTree) -> Bool {
    guard tree.universalRelation(of: token) == "parataxis",
      words[.reportingVerbs].contains(tree.lemmas[token])
    else {
      return false
    }
    return tree.children[token].allSatisfy { child in
      switch tree.universalRelation(of: child) {
      case "obj": tree.lemmas[token] == "tell"
      case "ccomp", "xcomp", "parataxis", "discourse": false
      default: !words[.negations].contains(tree.lemmas[child])
      }
    }
  }
}
