import RelataGazetteer
import RelataGraph
import RelataLanguage

/// How far a clause commits the text to what its predicate says (after Saurí and
/// Pustejovsky, "FactBank", 2009).
struct Factuality: Sendable {
  var polarity: Polarity = .affirmed
  var modality: Modality = .asserted
  /// Whether the verb that governs the predicate makes it true: "managed to flee".
  var isImplied = false
  /// Whether a plan is told in the past: "said it would withdraw".
  var isPastPlan = false
  /// The token of the source, where somebody is said to say so.
  var source: Int?

  let words: WordLists

  /// Reads the predicate's own clause, then what it depends on, up to the sentence's root.
  init(of predicate: Int, in tree: SentenceTree, _ words: WordLists) {
    self.words = words
    apply(local: predicate, in: tree)
    if isAsked(predicate, in: tree) { weaken(to: .hypothetical) }
    climb(from: predicate, in: tree)
    accordingTo(predicate, in: tree)
  }

  /// Applies what each clause above says of the one below it, as far up as it says anything of the predicate.
  private mutating func climb(from predicate: Int, in tree: SentenceTree) {
    var current = predicate
    // The clause with a subject of its own that the predicate stands in, once the way up has left it.
    var joined: Int?
    for _ in 0..<10 {
      guard let head = tree.heads[current] else { break }
      let relation = tree.relations[current]
      let lemma = tree.lemmas[head]
      switch relation {
      case "xcomp", "ccomp", "csubj", "csubj:pass", "advcl", "acl":
        if relation == "advcl", isTemporal(current, in: tree) { return }
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
        return
      case "obj", "nsubj:pass", "obl":
        // A nominal predicate: "balked at recognition", "plans an attack". Other nouns are presupposed.
        if tree.adposition(of: current) == "without" { negate() }
        if current == predicate, tree.tokens[predicate].partOfSpeech == .noun {
          nominal(under: head, in: tree)
          guard carries(lemma) else { return }
        } else if tree.tokens[current].partOfSpeech != .verb {
          return
        }
      case "nmod", "nsubj", "nmod:poss", "amod", "compound":
        return
      default:
        break
      }
      // "groups supported by X": a participle modifies what exists already.
      if relation == "acl", ["VBN", "VBG", "VBD"].contains(tree.tokens[current].tag) { return }
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
  }

  mutating func negate() { polarity = .negated }

  mutating func weaken(to modality: Modality) {
    // The most hypothetical reading wins; a plan that somebody reports is a plan.
    let order: [Modality] = [.asserted, .reported, .alleged, .planned, .hypothetical]
    if let a = order.firstIndex(of: self.modality), let b = order.firstIndex(of: modality), b > a {
      self.modality = modality
    }
  }

  mutating func report(_ modality: Modality, by source: Int?) {
    weaken(to: modality)
    if self.source == nil { self.source = source }
  }
}
