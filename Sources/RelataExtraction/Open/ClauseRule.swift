import RelataGazetteer
import RelataLanguage

/// Reads verbal clauses: active and passive, main, subordinate, relative, participial and infinitival.
///
/// The clause types and the treatment of coordination follow ClausIE (Del Corro and Gemulla 2013); that each
/// adverbial becomes a further argument of one proposition follows OpenIE 4.
struct ClauseRule: Sendable {
  let phrases: PhraseReader
  /// Tokens of time expressions.
  let times: Set<Int>
  private var tree: SentenceTree { phrases.tree }

  /// How many conjuncts of one argument are told apart; longer lists are cut.
  static let longestList = 8

  /// - Complexity: O(size of the clause) for each combination of conjuncts.
  func propositions(of verb: Int) -> [PropositionDraft] {
    if isPartOfGroupAbove(verb) { return [] }
    let subject = SubjectFinder(tree: tree).subject(of: verb)
    let group = VerbGroup(of: verb, in: phrases)
    let arguments = ClauseArguments(of: verb, group, subject: subject, in: phrases)
    var predicate = group.words
    let (main, rest) = divide(arguments, of: verb, &predicate)
    let seconds = main.map { alternatives(of: $0, isMain: true, predicate) } ?? [[]]
    let others =
      rest.compactMap { alternatives(of: $0, isMain: false, predicate).first?.first }
      + arguments.antecedents
    let firsts = subjectPhrases(subject, of: verb)
    var traits = PropositionDraft.Traits()
    traits.source = subject.source
    traits.isPronoun = subject.head.map { tree.tokens[$0].partOfSpeech == .pronoun } ?? false
    traits.isPassive = tree.isPassive(verb)
    traits.hasComplement =
      main?.token.map { ["ccomp", "xcomp"].contains(tree.universalRelation(of: $0)) } ?? false
    traits.isInfinitive = tree.children(of: verb, "mark").contains { tree.lemmas[$0] == "to" }
    traits.hasObject = !arguments.objects.isEmpty
    traits.adjuncts = others.count - arguments.antecedents.count
    traits.splits = firsts.count * seconds.count
    let rule =
      "v-" + (tree.relations[verb] == "acl:relcl" ? "relcl" : String(tree.universalRelation(of: verb)))
    let implied = impliedAuxiliary(of: verb, subject)
    return firsts.prefix(Self.longestList).flatMap { first in
      seconds.prefix(Self.longestList).compactMap { second in
        let all = ([first] + second + others).filter { !$0.isEmpty }
        guard all.count > 1 else { return nil }
        return PropositionDraft(
          rule: rule, implied: implied, predicate: phrases.trimmed(predicate), arguments: all, traits: traits)
      }
    }
  }

  /// “tended to *increase*” is read with “tended”.
  private func isPartOfGroupAbove(_ verb: Int) -> Bool {
    guard tree.universalRelation(of: verb) == "xcomp", let head = tree.heads[verb] else { return false }
    return tree.isVerb(head) && tree.child(of: head, "obj", "iobj") == nil && head < verb
  }

  // MARK: Slots

  /// The second argument and the rest. Without an object the preposition of the first adjunct joins
  /// the predicate: “taught at”.
  private func divide(
    _ arguments: ClauseArguments, of verb: Int, _ predicate: inout Set<Int>
  ) -> (main: ClauseArguments.Argument?, rest: [ClauseArguments.Argument]) {
    var complements = arguments.complements
    var after = arguments.adjuncts.filter { ($0.token ?? verb) > verb && !isRemark($0) }
    let before = arguments.adjuncts.filter { adjunct in
      guard let token = adjunct.token else { return false }
      return token < verb && tree.universalRelation(of: token) != "advcl"
    }
    let relative = arguments.adjuncts.filter { $0.token == nil }
    let objects = arguments.objects
    if !objects.isEmpty {
      let direct =
        objects.firstIndex { $0.token.map { tree.universalRelation(of: $0) != "iobj" } ?? true } ?? 0
      var others = objects
      let main = others.remove(at: direct)
      return (main, others + complements + after + relative + before)
    }
    if complements.isEmpty, let token = after.first?.token, tree.universalRelation(of: token) == "obl",
      !isTime(token)
    {
      let preposition = tree.children(of: token, "case").filter { $0 < token }.flatMap {
        phrases.subtree(of: $0)
      }
      if !preposition.isEmpty {
        predicate.formUnion(preposition)
        after.removeFirst()
        return (.token(token), after + relative + before)
      }
    }
    if complements.isEmpty, let quoted = quotation(around: verb) {
      return (quoted, after + relative + before)
    }
    guard !complements.isEmpty else { return (nil, after + relative + before) }
    let main = complements.removeFirst()
    if let token = main.token, tree.universalRelation(of: token) == "ccomp" {
      predicate.formUnion(tree.children(of: token, "mark").filter { tree.lemmas[$0] == "that" })
    }
    return (main, complements + after + relative + before)
  }

  /// An adverbial clause behind a comma says something of its own; it is read as a
  /// clause, not as an argument.
  private func isRemark(_ argument: ClauseArguments.Argument) -> Bool {
    argument.token.map { tree.universalRelation(of: $0) == "advcl" && phrases.isSetOff($0) } ?? false
  }

  /// “…, he says”: the clause around is what is said.
  private func quotation(around verb: Int) -> ClauseArguments.Argument? {
    guard tree.universalRelation(of: verb) == "parataxis",
      phrases.words[.quotingVerbs].contains(tree.lemmas[verb]),
      let head = tree.heads[verb],
      tree.isClause(head)
    else { return nil }
    return .phrase(Phrase(phrases.trimmed(phrases.subtree(of: head, without: [verb]))))
  }

  /// The readings of an argument, one a conjunct. Each is a list of at most one phrase.
  private func alternatives(
    of argument: ClauseArguments.Argument, isMain: Bool, _ predicate: Set<Int>
  ) -> [[Phrase]] {
    guard let token = argument.token else {
      if case .phrase(let phrase) = argument { return [[phrase]] }
      return []
    }
    switch tree.universalRelation(of: token) {
    case "ccomp", "advcl", "xcomp", "csubj":
      return [[Phrase(phrases.trimmed(phrases.subtree(of: token).filter { !predicate.contains($0) }))]]
    case "advmod":
      return [[Phrase(phrases.trimmed(phrases.subtree(of: token)))]]
    default:
      let conjuncts = tree.conjuncts(of: token).sorted()
      if isMain, conjuncts.count > 1 {
        return conjuncts.map { [Phrase(phrases.nounPhrase(of: $0, .conjuncts))] }
      }
      let isPrepositionSpent = tree.children(of: token, "case").contains { predicate.contains($0) }
      return [[Phrase(phrases.nounPhrase(of: token, isPrepositionSpent ? [] : .keepPreposition))]]
    }
  }

  /// The readings of a subject, one a conjunct; one empty phrase where there is none.
  func subjectPhrases(_ subject: ClauseSubject, of verb: Int) -> [Phrase] {
    guard let head = subject.head else { return [Phrase([])] }
    if tree.isVerb(head), tree.universalRelation(of: head) == "csubj" {
      return [Phrase(phrases.trimmed(phrases.subtree(of: head)))]
    }
    if subject.source == .relative || subject.source == .participle {
      return [Phrase(phrases.nounPhrase(of: head, [.conjuncts, .relativeClauses], dropping: verb))]
    }
    let conjuncts = tree.conjuncts(of: head).sorted()
    guard conjuncts.count > 1 else { return [Phrase(phrases.nounPhrase(of: head))] }
    return conjuncts.map { Phrase(phrases.nounPhrase(of: $0, .conjuncts)) }
  }

  /// “a bond *sold* yesterday” says that it was sold.
  private func impliedAuxiliary(of verb: Int, _ subject: ClauseSubject) -> String {
    guard tree.relations[verb] == "acl", ["VBN", "VBG"].contains(tree.tokens[verb].tag),
      let head = subject.head,
      tree.child(of: verb, "aux") == nil
    else { return "" }
    return ImpliedVerb(tree).be(head)
  }

  private func isTime(_ token: Int) -> Bool {
    let form = tree.tokens[token].form
    let isYear =
      tree.tokens[token].partOfSpeech == .numeral && form.utf8.count == 4
      && form.utf8.allSatisfy { (48...57).contains($0) }
    return isYear || times.contains(token) || phrases.words[.clauseTimes].contains(tree.lemmas[token])
  }
}
