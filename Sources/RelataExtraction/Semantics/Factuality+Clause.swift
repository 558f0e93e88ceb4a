import RelataGazetteer
import RelataGraph
import RelataLanguage

/// What a predicate's own clause says of it.
extension Factuality {
  mutating func apply(local predicate: Int, in tree: SentenceTree) {
    for child in tree.children[predicate] {
      let lemma = tree.lemmas[child]
      switch tree.universalRelation(of: child) {
      case "advmod", "det", "cc":
        if words[.negations].contains(lemma), tree.universalRelation(of: child) != "cc" || lemma == "nor" {
          negate()
        }
        if ["long", "longer"].contains(lemma),
          tree.children[child].contains(where: { tree.lemmas[$0] == "no" })
        {
          negate()
        }
        if lemma == "allegedly" || lemma == "purportedly" { weaken(to: .alleged) }
        if lemma == "reportedly" { weaken(to: .reported) }
        if words[.possibilityAdverbs].contains(lemma) { weaken(to: .hypothetical) }
      case "aux":
        if words[.negations].contains(lemma) { negate() }
        auxiliary(lemma, of: predicate, in: tree)
      case "mark":
        if words[.conditions].contains(lemma) { weaken(to: .hypothetical) }
        if lemma == "without" { negate() }
      case "nsubj", "obj":
        if tree.children[child].contains(where: {
          tree.universalRelation(of: $0) == "det" && ["no", "neither"].contains(tree.lemmas[$0])
            || tree.universalRelation(of: $0) == "cc" && tree.lemmas[$0] == "neither"
        }) {
          negate()
        }
        if words[.negativePronouns].contains(lemma) { negate() }
      default:
        break
      }
    }
  }

  mutating func auxiliary(_ lemma: String, of verb: Int, in tree: SentenceTree) {
    if words[.futureAuxiliaries].contains(lemma) {
      weaken(to: .planned)
    } else if words[.modals].contains(lemma) {
      isPastPlan = words[.backshiftedFutures].contains(lemma) && isToldInThePast(verb, in: tree)
      weaken(to: isPastPlan ? .planned : .hypothetical)
    }
  }

  /// Whether a sentence asks if a clause is true: "Did X pay Y?". What "When did X pay Y?" asks presupposes
  /// that X did.
  func isAsked(_ predicate: Int, in tree: SentenceTree) -> Bool {
    guard tree.tokens.suffix(2).contains(where: { $0.form == "?" }) else { return false }
    var clause = predicate
    for _ in 0..<10 {
      guard let head = tree.heads[clause] else { break }
      let isPart =
        ["conj", "xcomp"].contains(tree.relations[clause])
        || tree.relations[clause] == "obj" && carries(tree.lemmas[head])
      // "Did X sue Y and why did …?"
      guard isPart, !hasQuestionWord(tree.tokens[min(head, clause)..<max(head, clause)]) else { return false }
      clause = head
    }
    guard let subject = tree.child(of: clause, "nsubj") else { return false }
    let isInverted = tree.children[clause].contains {
      $0 < subject && ["aux", "cop"].contains(tree.universalRelation(of: $0))
    }
    return isInverted && !hasQuestionWord(tree.tokens[..<subject])
  }

  private func hasQuestionWord(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.contains { ["WP", "WP$", "WRB", "WDT"].contains($0.tag) }
  }

  /// "when targeted by", "after Assad fled": told as a fact, whatever the clause around it says.
  func isTemporal(_ clause: Int, in tree: SentenceTree) -> Bool {
    tree.children[clause].contains {
      ["mark", "advmod", "case"].contains(tree.universalRelation(of: $0))
        && words[.factualSubordinators].contains(tree.lemmas[$0])
    }
  }
}
