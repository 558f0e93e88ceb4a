import RelataGazetteer
import RelataGraph
import RelataLanguage

/// What a verb says of the clause or noun that it governs.
extension Factuality {
  mutating func complement(of head: Int, isInfinitive: Bool, in tree: SentenceTree) {
    let lemma = tree.lemmas[head]
    if words[.denyingVerbs].contains(lemma), isInfinitive {
      // "denied supporting the rebels"
      negate()
      report(.reported, by: tree.child(of: head, "nsubj"))
    } else if words[.failingVerbs].contains(lemma), isInfinitive {
      negate()
    } else if words[.yetVerbs].contains(lemma), isInfinitive,
      tree.children[head].contains(where: { tree.lemmas[$0] == "yet" })
    {
      negate()
    } else if words[.implicativeVerbs].contains(lemma), isInfinitive {
      isImplied = true
    } else if words[.planningWords].contains(lemma), isInfinitive {
      weaken(to: .planned)
    } else if words[.wishingWords].contains(lemma), isInfinitive || words[.clausalWishes].contains(lemma) {
      weaken(to: .hypothetical)
    }
    // What is said of the governing verb holds for its complement: "did not want to
    // visit", "may have to leave".
    if isInfinitive, !["know", "say"].contains(lemma) { inherit(from: head, in: tree) }
  }

  mutating func nominal(under head: Int, in tree: SentenceTree) {
    let lemma = tree.lemmas[head]
    if words[.failingVerbs].contains(lemma) || lemma == "deny" || lemma == "lack" { negate() }
    if words[.planningWords].contains(lemma), lemma != "set", lemma != "announce" { weaken(to: .planned) }
    if words[.wishingWords].contains(lemma), lemma != "call", lemma != "help" { weaken(to: .hypothetical) }
    // "Did not mention Russia's war": there is one nevertheless.
    if carries(lemma) { inherit(from: head, in: tree) }
  }

  /// Whether what is said of a verb is said of its nominal object: "did not launch an attack", "may plan
  /// one".
  func carries(_ verb: String) -> Bool {
    words[.lightVerbs].contains(verb) || words[.failingVerbs].contains(verb)
      || words[.planningWords].contains(verb) || words[.wishingWords].contains(verb)
  }

  /// What negation and auxiliaries of a governing verb say of what it governs.
  private mutating func inherit(from head: Int, in tree: SentenceTree) {
    for child in tree.children[head] {
      let lemma = tree.lemmas[child]
      if tree.universalRelation(of: child) == "advmod", words[.negations].contains(lemma) { negate() }
      if tree.universalRelation(of: child) == "aux" { auxiliary(lemma, of: head, in: tree) }
    }
  }
}
