public import RelataGazetteer
public import RelataLanguage

/// Reads what sentences say as propositions in their own words, of whatever kind:
/// open information extraction.
///
/// ```swift
/// let analyzer = Analyzer(model: try LanguageModel.embedded())
/// let sentence = analyzer.analyze([Tokenizer().tokens(of: "Rebels led by Khan captured Aleppo in 2016.")])[0]
/// OpenExtractor(words: try .embedded()).propositions(of: sentence)
/// // captured(Rebels led by Khan, Aleppo, in 2016), were led by(Rebels, Khan)
/// ```
///
/// It knows no names of things, no ontology and no other sentence: pronouns stay as they are.
public struct OpenExtractor: Sendable {
  private let words: WordLists

  /// - Parameter words: ``WordLists/embedded()``, read once.
  public init(words: WordLists) { self.words = words }

  /// The propositions of a sentence in the order of their predicates, none twice.
  /// - Complexity: O(*n*²) in the sentence's tokens at worst, O(*n*) where clauses are short.
  public func propositions(of sentence: Sentence) -> [OpenProposition] {
    // Without names: arguments need the words where they stand, not names as single nodes.
    let tree = SentenceTree(Sentence(tokens: sentence.tokens))
    let phrases = PhraseReader(tree: tree, words: words)
    let times = Set(sentence.names.filter { $0.label == .time }.flatMap(\.tokens))
    let clauses = ClauseRule(phrases: phrases, times: times)
    let copulas = CopularRule(phrases: phrases)
    let nominals = NominalRule(phrases: phrases, names: sentence.names, verb: ImpliedVerb(tree))
    var drafts: [PropositionDraft] = []
    for token in tree.tokens.indices {
      if tree.isClause(token) {
        let isVerbal = tree.isVerb(token) || !tree.isCopular(token)
        drafts += isVerbal ? clauses.propositions(of: token) : copulas.propositions(of: token)
      }
      drafts += nominals.propositions(of: token)
    }
    return written(drafts, phrases, sentenceLength: tree.tokens.count)
  }

  private func written(_ drafts: [PropositionDraft], _ phrases: PhraseReader, sentenceLength: Int)
    -> [OpenProposition]
  {
    let clauseCount = drafts.count { $0.isClausal }
    var seen: Set<[String]> = []
    return drafts.compactMap { draft in
      let words = phrases.text(draft.predicate)
      let predicate = [draft.implied, words].filter { !$0.isEmpty }.joined(separator: " ")
      let arguments = draft.arguments.map { phrases.text($0) }
      guard seen.insert([predicate] + arguments).inserted else { return nil }
      let features = OpenConfidence.features(
        of: draft, sentenceLength: sentenceLength, clauseCount: clauseCount)
      return OpenProposition(
        rule: draft.rule, predicate: predicate, arguments: arguments,
        confidence: OpenConfidence.confidence(features), features: features)
    }
  }
}
