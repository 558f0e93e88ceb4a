import RelataGazetteer
import RelataGraph
import RelataLanguage

/// How far a clause commits the text to what its predicate says (after Saurí and
/// Pustejovsky, "FactBank", 2009).
struct Factuality: Sendable {
  var polarity: Polarity = .affirmed
  var modality: Modality = .asserted
  /// Whether the verb that governs the predicate makes it true: "managed to flee".
  private(set) var isImplied = false
  /// Whether a plan is told in the past: "said it would withdraw".
  private(set) var isPastPlan = false
  /// The token of the source, where somebody is said to say so.
  var source: Int?

  private let words: WordLists

  /// Reads the predicate's own clause, then what it depends on, up to the sentence's root.
  init(of predicate: Int, in tree: SentenceTree, _ words: WordLists) {
    self.words = words
    apply(local: predicate, in: tree)
    if isAsked(predicate, in: tree) { weaken(to: .hypothetical) }
    var current = predicate
    // The clause with a subject of its own that the predicate stands in, once the way up has left it.
    var joined: Int?
    for _ in 0..<10 {
      guard let head = tree.heads[current] else { break }
      let relation = tree.relations[current]
      let lemma = tree.lemmas[head]
      switch relation {
      case "xcomp", "ccomp", "csubj", "csubj:pass", "advcl", "acl":
        if relation == "advcl", isTemporal(current, in: tree) {
          accordingTo(predicate, in: tree)
          return
        }
        let isInfinitive = tree.children[current].contains {
          tree.relations[$0] == "mark" && tree.lemmas[$0] == "to"
        }
        if relation == "ccomp" || relation.hasPrefix("csubj") || relation == "xcomp" {
          complement(of: head, isInfinitive: isInfinitive || relation == "xcomp", in: tree)
        } else if isInfinitive {
          // A purpose or a noun's content: "an offensive to capture Aleppo", "its decision to withdraw".
          if relation == "acl" {
            if words[.failureNouns].contains(lemma) { negate() } else { weaken(to: .planned) }
          } else {
            weaken(to: .planned)
            if words[.failingVerbs].contains(lemma) { negate() }
          }
        } else if words[.failingVerbs].contains(lemma),
          tree.children[current].contains(where: { ["from", "against"].contains(tree.lemmas[$0]) })
        {
          negate()
        } else if lemma == "accuse" || lemma == "suspect" || lemma == "blame" {
          report(.alleged, by: tree.child(of: head, "nsubj"))
        } else if lemma == "avoid" || lemma == "deny" {
          negate()
        }
        if relation == "acl", words[.claimNouns].contains(lemma) { weaken(to: .alleged) }
      case "conj":
        if joined == nil, tree.child(of: current, "nsubj") != nil { joined = current }
      case "parataxis", "appos":
        break
      case "acl:relcl":
        // What a relative clause says is presupposed.
        accordingTo(predicate, in: tree)
        return
      case "obj", "nsubj:pass", "obl":
        // A nominal predicate: "balked at recognition", "plans an attack". Other nouns are presupposed.
        if tree.adposition(of: current) == "without" { negate() }
        if current == predicate, tree.tokens[predicate].partOfSpeech == .noun {
          nominal(under: head, in: tree)
          guard carries(lemma) else {
            accordingTo(predicate, in: tree)
            return
          }
        } else if tree.tokens[current].partOfSpeech != .verb {
          accordingTo(predicate, in: tree)
          return
        }
      case "nmod", "nsubj", "nmod:poss", "amod", "compound":
        accordingTo(predicate, in: tree)
        return
      default:
        break
      }
      // "groups supported by X": a participle modifies what exists already.
      if relation == "acl", ["VBN", "VBG", "VBD"].contains(tree.tokens[current].tag) {
        accordingTo(predicate, in: tree)
        return
      }
      // A conjunct shares "not" and "will" only if they stand before both and it has no subject of its own.
      if relation == "conj", tree.child(of: current, "nsubj") == nil {
        for child in tree.children[head]
        where tree.universalRelation(of: child) == "aux"
          && words[.futureAuxiliaries].contains(tree.lemmas[child])
        {
          weaken(to: .planned)
        }
      }
      // "A did X, officials said, but B did Y": they do not say the latter.
      if joined.map({ current < head && head < $0 }) != true { reporter(of: head, above: current, in: tree) }
      current = head
    }
    accordingTo(predicate, in: tree)
  }

  /// Whether a sentence asks if a clause is true: "Did X pay Y?". What "When did X pay Y?" asks presupposes
  /// that X did.
  private func isAsked(_ predicate: Int, in tree: SentenceTree) -> Bool {
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
  private func isTemporal(_ clause: Int, in tree: SentenceTree) -> Bool {
    tree.children[clause].contains {
      ["mark", "advmod", "case"].contains(tree.universalRelation(of: $0))
        && words[.factualSubordinators].contains(tree.lemmas[$0])
    }
  }

  private mutating func apply(local predicate: Int, in tree: SentenceTree) {
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

  private mutating func auxiliary(_ lemma: String, of verb: Int, in tree: SentenceTree) {
    if words[.futureAuxiliaries].contains(lemma) {
      weaken(to: .planned)
    } else if words[.modals].contains(lemma) {
      isPastPlan = words[.backshiftedFutures].contains(lemma) && isToldInThePast(verb, in: tree)
      weaken(to: isPastPlan ? .planned : .hypothetical)
    }
  }

  /// Whether a clause is a plan that somebody told in the past, so that its "would" is a "will" (sequence of
  /// tenses): "said it would withdraw". Not in somebody's own words, of what has not come ("would have"), nor
  /// where it hangs on a condition or nobody said so.
  private func isToldInThePast(_ predicate: Int, in tree: SentenceTree) -> Bool {
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

  private mutating func complement(of head: Int, isInfinitive: Bool, in tree: SentenceTree) {
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

  private mutating func nominal(under head: Int, in tree: SentenceTree) {
    let lemma = tree.lemmas[head]
    if words[.failingVerbs].contains(lemma) || lemma == "deny" || lemma == "lack" { negate() }
    if words[.planningWords].contains(lemma), lemma != "set", lemma != "announce" { weaken(to: .planned) }
    if words[.wishingWords].contains(lemma), lemma != "call", lemma != "help" { weaken(to: .hypothetical) }
    // "Did not mention Russia's war": there is one nevertheless.
    if carries(lemma) { inherit(from: head, in: tree) }
  }

  /// Whether what is said of a verb is said of its nominal object: "did not launch an attack", "may plan
  /// one".
  private func carries(_ verb: String) -> Bool {
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

  /// "X said that …", "…, X said".
  private mutating func reporter(of head: Int, above current: Int, in tree: SentenceTree) {
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
  private mutating func accordingTo(_ predicate: Int, in tree: SentenceTree) {
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

  private mutating func negate() { polarity = .negated }

  private mutating func weaken(to modality: Modality) {
    // The most hypothetical reading wins; a plan that somebody reports is a plan.
    let order: [Modality] = [.asserted, .reported, .alleged, .planned, .hypothetical]
    if let a = order.firstIndex(of: self.modality), let b = order.firstIndex(of: modality), b > a {
      self.modality = modality
    }
  }

  private mutating func report(_ modality: Modality, by source: Int?) {
    weaken(to: modality)
    if self.source == nil { self.source = source }
  }
}
