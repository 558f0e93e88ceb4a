import RelataGraph
import RelataLanguage

/// How far a clause commits the text to what its predicate says (after Saurí and Pustejovsky, "FactBank", 2009).
struct Factuality: Sendable {
  var polarity: Polarity = .affirmed
  var modality: Modality = .asserted
  /// The token of the source, where somebody is said to say so.
  var source: Int?

  private static let negators: Set<String> = [
    "not", "n't", "never", "no", "neither", "nor", "hardly", "scarcely", "nobody", "none",
  ]
  /// With an infinitive or gerund these say that it did not happen.
  private static let failing: Set<String> = [
    "fail", "refuse", "decline", "avoid", "neglect", "forget", "prevent", "stop", "balk", "refrain",
    "abstain", "forbid",
    "ban", "prohibit", "cease", "block", "bar", "oppose", "reject", "resist", "cancel",
  ]
  private static let planning: Set<String> = [
    "plan", "intend", "schedule", "expect", "vow", "pledge", "promise", "agree", "aim", "prepare", "propose",
    "set",
    "slate", "announce", "decide", "threaten", "commit", "order", "due", "ready", "about", "determined",
    "offer",
  ]
  private static let wishing: Set<String> = [
    "want", "hope", "wish", "seek", "consider", "like", "urge", "call", "demand", "ask", "request", "need",
    "able",
    "willing", "possible", "likely", "fear", "invite", "encourage", "press", "lobby", "push", "allow",
    "permit", "let",
    "recommend", "try", "attempt", "tempt", "open", "unwilling", "unlikely", "propose", "enable",
    "designed",
  ]
  private static let possible: Set<String> = [
    "may", "might", "could", "can", "would", "should", "must", "ought",
  ]
  private static let planned: Set<String> = ["will", "shall", "'ll", "wo", "wilt"]
  private static let conditions: Set<String> = ["if", "unless", "whether", "lest", "provided", "should"]

  /// Reads the predicate's own clause, then what it depends on, up to the sentence's root.
  init(of predicate: Int, in tree: SentenceTree) {
    apply(local: predicate, in: tree)
    var current = predicate
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
            if ["failure", "refusal", "inability"].contains(lemma) { negate() } else { weaken(to: .planned) }
          } else {
            weaken(to: .planned)
            if Self.failing.contains(lemma) { negate() }
          }
        } else if Self.failing.contains(lemma),
          tree.children[current].contains(where: { ["from", "against"].contains(tree.lemmas[$0]) })
        {
          negate()
        } else if lemma == "accuse" || lemma == "suspect" || lemma == "blame" {
          report(.alleged, by: tree.child(of: head, "nsubj"))
        } else if lemma == "avoid" || lemma == "deny" {
          negate()
        }
        if relation == "acl", Self.claims.contains(lemma) { weaken(to: .alleged) }
      case "conj", "parataxis", "appos":
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
          guard
            Self.light.contains(lemma) || Self.failing.contains(lemma) || Self.planning.contains(lemma)
              || Self.wishing.contains(lemma)
          else {
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
        where tree.base(child) == "aux" && Self.planned.contains(tree.lemmas[child]) {
          weaken(to: .planned)
        }
      }
      reporter(of: head, above: current, in: tree)
      current = head
    }
    accordingTo(predicate, in: tree)
  }

  /// Verbs that only carry the event of their object: "hold talks", "launch an attack".
  private static let light: Set<String> = [
    "launch", "conduct", "carry", "make", "have", "hold", "give", "take", "begin", "start", "stage", "mount",
    "pay", "do", "wage",
    "sign", "reach", "conclude", "continue", "unleash", "resume", "declare", "express", "offer", "provide",
    "undertake", "enter",
    "order", "seek", "win", "perform", "issue", "send", "impose", "play",
  ]

  private static let claims: Set<String> = ["claim", "allegation", "accusation", "rumor", "rumour"]

  /// "when targeted by", "after Assad fled": told as a fact, whatever the clause around it says.
  private func isTemporal(_ clause: Int, in tree: SentenceTree) -> Bool {
    tree.children[clause].contains {
      ["mark", "advmod", "case"].contains(tree.base($0))
        && [
          "when", "after", "before", "as", "while", "since", "because", "once", "although", "though", "where",
          "until",
        ]
        .contains(tree.lemmas[$0])
    }
  }

  private mutating func apply(local predicate: Int, in tree: SentenceTree) {
    for child in tree.children[predicate] {
      let lemma = tree.lemmas[child]
      switch tree.base(child) {
      case "advmod", "det", "cc":
        if Self.negators.contains(lemma), tree.base(child) != "cc" || lemma == "nor" { negate() }
        if ["long", "longer"].contains(lemma),
          tree.children[child].contains(where: { tree.lemmas[$0] == "no" })
        {
          negate()
        }
        if lemma == "allegedly" || lemma == "purportedly" { weaken(to: .alleged) }
        if lemma == "reportedly" { weaken(to: .reported) }
        if ["possibly", "perhaps", "maybe", "potentially"].contains(lemma) { weaken(to: .hypothetical) }
      case "aux":
        if Self.negators.contains(lemma) { negate() }
        if Self.planned.contains(lemma) { weaken(to: .planned) }
        if Self.possible.contains(lemma) { weaken(to: .hypothetical) }
      case "mark":
        if Self.conditions.contains(lemma) { weaken(to: .hypothetical) }
        if lemma == "without" { negate() }
      case "nsubj", "obj":
        if tree.children[child].contains(where: {
          tree.base($0) == "det" && ["no", "neither"].contains(tree.lemmas[$0])
            || tree.base($0) == "cc" && tree.lemmas[$0] == "neither"
        }) {
          negate()
        }
        if ["nobody", "none", "nothing"].contains(lemma) { negate() }
      default:
        break
      }
    }
  }

  private mutating func complement(of head: Int, isInfinitive: Bool, in tree: SentenceTree) {
    let lemma = tree.lemmas[head]
    if Attribution.isDenial(lemma), isInfinitive {
      // "denied supporting the rebels"
      negate()
      report(.reported, by: tree.child(of: head, "nsubj"))
    } else if Self.failing.contains(lemma), isInfinitive {
      negate()
    } else if ["have", "be", "remain"].contains(lemma), isInfinitive,
      tree.children[head].contains(where: { tree.lemmas[$0] == "yet" })
    {
      negate()
    } else if Self.planning.contains(lemma), isInfinitive {
      weaken(to: .planned)
    } else if Self.wishing.contains(lemma),
      isInfinitive || ["hope", "fear", "demand", "want", "wish"].contains(lemma)
    {
      weaken(to: .hypothetical)
    }
    // What is said of the governing verb holds for its complement: "did not want to visit", "may have to leave".
    if isInfinitive, !["know", "say"].contains(lemma) {
      for child in tree.children[head] {
        if tree.base(child) == "advmod", Self.negators.contains(tree.lemmas[child]) { negate() }
        if tree.base(child) == "aux", Self.planned.contains(tree.lemmas[child]) { weaken(to: .planned) }
        if tree.base(child) == "aux", Self.possible.contains(tree.lemmas[child]) { weaken(to: .hypothetical) }
      }
    }
  }

  private mutating func nominal(under head: Int, in tree: SentenceTree) {
    let lemma = tree.lemmas[head]
    if Self.failing.contains(lemma) || lemma == "deny" || lemma == "lack" { negate() }
    if Self.planning.contains(lemma), lemma != "set", lemma != "announce" { weaken(to: .planned) }
    if Self.wishing.contains(lemma), lemma != "call", lemma != "help" { weaken(to: .hypothetical) }
    for child in tree.children[head] {
      if tree.base(child) == "advmod", Self.negators.contains(tree.lemmas[child]) { negate() }
      if tree.base(child) == "aux", Self.planned.contains(tree.lemmas[child]) { weaken(to: .planned) }
      if tree.base(child) == "aux", Self.possible.contains(tree.lemmas[child]) { weaken(to: .hypothetical) }
    }
  }

  /// "X said that …", "…, X said".
  private mutating func reporter(of head: Int, above current: Int, in tree: SentenceTree) {
    let lemma = tree.lemmas[head]
    guard tree.base(current) == "ccomp" || tree.base(current) == "parataxis", Attribution.isSpeechVerb(lemma)
    else { return }
    if Attribution.isDenial(lemma) { negate() }
    report(
      Attribution.isAllegation(lemma) ? .alleged : .reported,
      by: tree.child(of: head, "nsubj") ?? tree.child(of: head, "obl:agent"))
  }

  /// "According to X, …" and a speech verb that hangs on the clause: "…, X said".
  private mutating func accordingTo(_ predicate: Int, in tree: SentenceTree) {
    var current: Int? = predicate
    for _ in 0..<8 {
      guard let token = current else { return }
      for child in tree.children[token] {
        if ["obl", "nmod"].contains(tree.base(child)), tree.adposition(of: child).hasPrefix("according") {
          report(.reported, by: child)
        }
        if tree.base(child) == "parataxis", Attribution.isSpeechVerb(tree.lemmas[child]),
          let speaker = tree.child(of: child, "nsubj")
        {
          if Attribution.isDenial(tree.lemmas[child]) { negate() }
          report(Attribution.isAllegation(tree.lemmas[child]) ? .alleged : .reported, by: speaker)
        }
      }
      current = tree.heads[token]
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
