import RelataLanguage

/// Reads relations inside noun phrases: appositions, possessors, prepositions, titles before names.
struct NominalRule: Sendable {
  let phrases: PhraseReader
  let names: [NameSpan]
  let verb: ImpliedVerb
  private var tree: SentenceTree { phrases.tree }

  func propositions(of token: Int) -> [PropositionDraft] {
    [apposition(token), possessive(token), preposition(token), title(token)].compactMap { $0 }
  }

  /// “Nancy Craig, advertising manager”: Nancy Craig is advertising manager.
  private func apposition(_ token: Int) -> PropositionDraft? {
    guard tree.universalRelation(of: token) == "appos", let head = tree.heads[token] else { return nil }
    let named = Phrase(phrases.nounPhrase(of: head, [.conjuncts, .relativeClauses], dropping: token))
    let hasConjuncts = tree.conjuncts(of: token).count > 1
    let naming = Phrase(phrases.nounPhrase(of: token, hasConjuncts ? [] : .conjuncts))
    // The name is the subject: “the president, Nancy Craig”.
    let isReversed = isProper(token) && !isProper(head)
    var draft = PropositionDraft(
      rule: "appos", implied: verb.timelessBe(head), predicate: [],
      arguments: isReversed ? [naming, named] : [named, naming])
    draft.traits.properHead = isProper(head)
    draft.traits.properDependent = isProper(token)
    return draft.isComplete ? draft : nil
  }

  /// “the country's president”: the country has a president.
  private func possessive(_ token: Int) -> PropositionDraft? {
    guard tree.relations[token] == "nmod:poss", let head = tree.heads[token],
      [.noun, .properNoun].contains(tree.tokens[head].partOfSpeech)
    else { return nil }
    let owner = Phrase(phrases.nounPhrase(of: token))
    let owned = Phrase(
      phrases.nounPhrase(of: head, [.conjuncts, .relativeClauses], dropping: token))
    var draft = PropositionDraft(
      rule: "poss", implied: verb.have(token), predicate: [], arguments: [owner, owned])
    draft.traits.isPronoun = tree.tokens[token].partOfSpeech == .pronoun
    draft.traits.properHead = isProper(head)
    draft.traits.properDependent = isProper(token)
    return draft.isComplete ? draft : nil
  }

  /// “attorneys in the city”: they are in the city.
  private func preposition(_ token: Int) -> PropositionDraft? {
    guard tree.relations[token] == "nmod", let head = tree.heads[token],
      [.noun, .properNoun].contains(tree.tokens[head].partOfSpeech)
    else { return nil }
    let preposition = tree.children(of: token, "case").flatMap { phrases.subtree(of: $0) }.sorted()
    guard !preposition.isEmpty, let start = phrases.subtree(of: token).first else { return nil }
    let first = phrases.nounPhrase(of: head, [.conjuncts, .relativeClauses]).filter { $0 < start }
    let word = phrases.text(preposition).lowercased()
    var draft = PropositionDraft(
      rule: "nmod-" + (["of", "in"].contains(word) ? word : "other"), implied: verb.timelessBe(head),
      predicate: preposition,
      arguments: [Phrase(phrases.trimmed(first)), Phrase(phrases.nounPhrase(of: token))])
    draft.traits.properHead = isProper(head)
    draft.traits.properDependent = isProper(token)
    return draft.isComplete ? draft : nil
  }

  /// “President Bush”: Bush is president. “Mr.” says nothing.
  private func title(_ token: Int) -> PropositionDraft? {
    guard let name = names.first(where: { $0.label == .person && $0.tokens.lowerBound == token }),
      tree.tokens[token].partOfSpeech == .properNoun
    else { return nil }
    let top =
      ["flat", "compound"].contains(tree.universalRelation(of: token)) ? tree.heads[token] ?? token : token
    let heads: Set<Int> = [token, top, token + 1, token + 2]
    let isInName = { (index: Int) in names.contains { $0.tokens.contains(index) } }
    let last = token - 1
    guard last >= 0, [.noun, .properNoun].contains(tree.tokens[last].partOfSpeech), !isInName(last),
      !tree.tokens[last].form.hasSuffix("."),
      ["compound", "flat", "nmod", "amod"].contains(tree.universalRelation(of: last)),
      heads.contains(tree.heads[last] ?? -1)
    else { return nil }
    var words = [last]
    let wordHeads = heads.union(max(0, token - 5)..<token)
    while let first = words.first, first > 0,
      [.noun, .properNoun, .adjective].contains(tree.tokens[first - 1].partOfSpeech),
      ["compound", "amod", "flat"].contains(tree.universalRelation(of: first - 1)),
      wordHeads.contains(tree.heads[first - 1] ?? -1)
    {
      words.insert(first - 1, at: 0)
    }
    return PropositionDraft(
      rule: "title", implied: verb.timelessBe(token), predicate: [],
      arguments: [Phrase(Array(name.tokens)), Phrase(words)])
  }

  private func isProper(_ token: Int) -> Bool { tree.tokens[token].partOfSpeech == .properNoun }
}

extension PropositionDraft {
  fileprivate var isComplete: Bool { arguments.allSatisfy { !$0.isEmpty } }
}
