import RelataGazetteer
import RelataLanguage

/// The dependents of a verbal predicate, sorted by what they are to it.
struct ClauseArguments: Sendable {
  /// One dependent: a token to be read with its subtree, or a phrase that stands for a relative pronoun.
  enum Argument: Sendable {
    case token(Int)
    case phrase(Phrase)

    var token: Int? {
      if case .token(let token) = self { token } else { nil }
    }
  }

  var objects: [Argument] = []
  /// Clauses and predicates that complete the verb.
  var complements: [Argument] = []
  /// Everything else, in the order of the text: places, times, manners, adverbial clauses.
  var adjuncts: [Argument] = []
  /// What “where” and “when” stand for.
  var antecedents: [Phrase] = []

  /// - Complexity: O(size of the clause).
  init(of verb: Int, _ group: VerbGroup, subject: ClauseSubject, in phrases: PhraseReader) {
    let tree = phrases.tree
    for (verb, child) in group.verbs.flatMap({ verb in tree.children[verb].map { (verb, $0) } })
    where !group.words.contains(child) {
      // “continues to be influential in physics”: what hangs on a predicate noun or
      // adjective is read with it.
      if verb != group.verbs.first, !tree.isVerb(verb), tree.universalRelation(of: child) != "advcl" {
        continue
      }
      switch tree.universalRelation(of: child) {
      case "obj", "iobj": objects.append(.token(child))
      case "ccomp": complements.append(.token(child))
      case "xcomp" where !group.verbs.contains(child): complements.append(.token(child))
      case "advmod" where phrases.words[.connectives].contains(tree.lemmas[child]): break
      case "obl", "advcl", "advmod", "nmod", "case": adjuncts.append(.token(child))
      default: break
      }
    }
    if let last = group.verbs.last, last != verb, !tree.isVerb(last) {
      complements.insert(.token(last), at: 0)
    }
    let top = SubjectFinder(tree: tree).firstConjunct(of: verb)
    if tree.relations[top] == "acl:relcl", let head = tree.heads[top] {
      fillGap(with: head, subject: subject, in: phrases)
    }
    if ["advcl", "acl", "ccomp", "xcomp"].contains(tree.universalRelation(of: verb)) {
      adjuncts.removeAll { $0.token.map { tree.tokens[$0].tag == "WRB" } ?? false }
    }
    adjuncts = adjuncts.enumerated().sorted {
      ($0.element.token ?? verb, $0.offset) < ($1.element.token ?? verb, $1.offset)
    }.map(\.element)
  }

  /// Puts the noun that a relative clause describes where its pronoun, or nothing, stands.
  private mutating func fillGap(with head: Int, subject: ClauseSubject, in phrases: PhraseReader) {
    let tree = phrases.tree
    let antecedent = phrases.nounPhrase(of: head, [.conjuncts, .relativeClauses])
    var isFilled = subject.source == .relative
    objects = objects.map { object in
      guard let token = object.token, tree.tokens[token].tag.hasPrefix("W") else { return object }
      isFilled = true
      return .phrase(Phrase(antecedent))
    }
    var kept: [Argument] = []
    for adjunct in adjuncts {
      guard let token = adjunct.token else { continue }
      if ["WP", "WDT"].contains(tree.tokens[token].tag) {
        isFilled = true
        kept.append(.phrase(Phrase(preposition: tree.children(of: token, "case"), noun: antecedent)))
      } else if tree.universalRelation(of: token) == "advmod",
        ["where", "when", "why"].contains(tree.lemmas[token])
      {
        isFilled = true
        if tree.lemmas[token] != "why" { antecedents.append(Phrase(antecedent)) }
      } else {
        kept.append(adjunct)
      }
    }
    adjuncts = kept
    if !isFilled, subject.source == .own, objects.isEmpty, complements.isEmpty {
      objects.append(.phrase(Phrase(antecedent)))
    }
  }
}
