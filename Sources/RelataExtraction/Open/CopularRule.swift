import RelataGazetteer
import RelataLanguage

/// Reads clauses whose predicate is a noun or an adjective: “Mr. Baker is *head of the association*”.
struct CopularRule: Sendable {
  let phrases: PhraseReader
  private var tree: SentenceTree { phrases.tree }

  func propositions(of head: Int) -> [PropositionDraft] {
    let subject = SubjectFinder(tree: tree).subject(of: head)
    let verbs = tree.children(of: head, "cop", "aux")
    guard let subjectHead = subject.head, subject.source != .interrogative, let first = verbs.min(),
      let copula = tree.children(of: head, "cop").last
    else { return [] }
    var predicate = Set(verbs)
    for adverb in tree.children(of: head, "advmod") {
      let isNegation = phrases.words[.predicateNegations].contains(tree.lemmas[adverb]) && adverb < head
      let isInside = first < adverb && adverb < copula || adverb == first - 1
      let isBehind =
        adverb == copula + 1 && adverb < head && tree.tokens[head].partOfSpeech != .adjective
        && tree.children[adverb].isEmpty
      if isNegation || isInside || isBehind { predicate.insert(adverb) }
    }
    // “is at the resort”: the preposition belongs to the predicate.
    for preposition in tree.children(of: head, "case") {
      predicate.formUnion(phrases.subtree(of: preposition).filter { $0 < head })
    }
    let adjuncts =
      tree.children(of: head, "advcl", "obl")
      + (subject.source == .expletive ? tree.children(of: head, "csubj") : [])
    let complements = complements(of: head, without: Set(adjuncts.flatMap { phrases.subtree(of: $0) }))
    let others = adjuncts.map { adjunct in
      ["advcl", "csubj"].contains(tree.universalRelation(of: adjunct))
        ? Phrase(phrases.trimmed(phrases.subtree(of: adjunct)))
        : Phrase(phrases.nounPhrase(of: adjunct, .keepPreposition))
    }.filter { !$0.isEmpty }
    var traits = PropositionDraft.Traits()
    traits.source = subject.source
    traits.isPronoun = tree.tokens[subjectHead].partOfSpeech == .pronoun
    traits.adjuncts = others.count
    traits.splits = complements.count
    let rule = tree.tokens[head].partOfSpeech == .adjective ? "c-adj" : "c-nom"
    return subjects(subject, of: head).prefix(ClauseRule.longestList).flatMap { first in
      complements.prefix(ClauseRule.longestList).compactMap { second in
        guard !first.isEmpty, !second.isEmpty else { return nil }
        return PropositionDraft(
          rule: rule, predicate: predicate.sorted(), arguments: [first, second] + others, traits: traits)
      }
    }
  }

  private func complements(of head: Int, without adjuncts: Set<Int>) -> [Phrase] {
    let conjuncts = tree.conjuncts(of: head).sorted().filter {
      $0 == head || tree.child(of: $0, "nsubj", "cop") == nil
    }
    let cut: PhraseReader.Cut = conjuncts.count > 1 ? [.conjuncts, .relativeClauses] : .relativeClauses
    return conjuncts.map { conjunct in
      Phrase(phrases.trimmed(phrases.nounPhrase(of: conjunct, cut).filter { !adjuncts.contains($0) }))
    }
  }

  /// “A and B were brothers” is said of both together.
  private func subjects(_ subject: ClauseSubject, of head: Int) -> [Phrase] {
    if let noun = subject.head, subject.source == .own, tree.conjuncts(of: noun).count > 1,
      tree.isPlural(head),
      [.noun, .properNoun].contains(tree.tokens[head].partOfSpeech)
    {
      return [Phrase(phrases.nounPhrase(of: noun))]
    }
    return ClauseRule(phrases: phrases, times: []).subjectPhrases(subject, of: head)
  }
}
