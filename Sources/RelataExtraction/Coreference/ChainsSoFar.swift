/// Which chains a text has up to a mention, while antecedents are looked for from its beginning to its end.
struct ChainsSoFar {
  private struct Chain {
    var mentions = 0
    var names = 0
    /// The last mention.
    var latest = 0
    /// The lemmas of its mentions' heads, and all that it has been called by.
    var heads: Set<Int> = []
    var words: Set<Int> = []
  }

  private var chains: [Chain] = []
  private var chainOf: [Int] = []
  private var named: [Int: Int] = [:]

  /// Takes the next mention: what is named has its chain, something else that of its antecedent or a new one.
  mutating func add(_ mention: Mention, _ traits: MentionTraits, antecedent: Int?) {
    let isName = mention.kind == .name || mention.kind == .demonym
    let name = isName ? mention.entities.first : nil
    let known = name.flatMap { named[$0] } ?? antecedent.map { chainOf[$0] }
    let number = known ?? chains.count
    if known == nil { chains.append(Chain()) }
    if let name { named[name] = number }
    chains[number].mentions += 1
    chains[number].latest = chainOf.count
    if isName { chains[number].names += 1 }
    if mention.kind != .pronoun {
      chains[number].heads.insert(traits.lemma)
      chains[number].words.formUnion(traits.modifiers)
      chains[number].words.insert(traits.lemma)
    }
    chainOf.append(number)
  }

  /// How often what a mention speaks of has been spoken of.
  func mentions(ofChainOf mention: Int) -> Int { chains[chainOf[mention]].mentions }

  /// How often it has been named.
  func names(ofChainOf mention: Int) -> Int { chains[chainOf[mention]].names }

  /// Whether it has not been spoken of since.
  func isLatest(_ mention: Int) -> Bool { chains[chainOf[mention]].latest == mention }

  /// 0: no mention of the same has a word; 1: one has it beside its head; 2: one has it as its head.
  func use(of lemma: Int, inChainOf mention: Int) -> Int {
    let number = chainOf[mention]
    guard chains[number].words.contains(lemma) else { return 0 }
    return chains[number].heads.contains(lemma) ? 2 : 1
  }
}
