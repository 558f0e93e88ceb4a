/// Which chains a text has up to a mention, while antecedents are looked for from its beginning to its end.
struct ChainsSoFar {
  private(set) var count: [Int] = []
  private var last: [Int] = []
  private var names: [Int] = []
  private var heads: [Set<Int>] = []
  private var words: [Set<Int>] = []
  private var chainOf: [Int] = []
  private var named: [Int: Int] = [:]

  /// Takes the next mention: what is named has its chain, something else that of its antecedent or a new one.
  mutating func add(_ mention: Mention, _ traits: MentionTraits, antecedent: Int?) {
    let isName = mention.kind == .name || mention.kind == .demonym
    let name = isName ? mention.entities.first : nil
    let known = name.flatMap { named[$0] } ?? antecedent.map { chainOf[$0] }
    let chain = known ?? count.count
    if known == nil {
      count.append(0)
      last.append(0)
      names.append(0)
      heads.append([])
      words.append([])
    }
    if let name { named[name] = chain }
    count[chain] += 1
    last[chain] = chainOf.count
    if isName { names[chain] += 1 }
    if mention.kind != .pronoun {
      heads[chain].insert(traits.lemma)
      words[chain].formUnion(traits.modifiers)
      words[chain].insert(traits.lemma)
    }
    chainOf.append(chain)
  }

  /// How often what a mention speaks of has been spoken of.
  func mentions(ofChainOf mention: Int) -> Int { count[chainOf[mention]] }

  /// How often it has been named.
  func names(ofChainOf mention: Int) -> Int { names[chainOf[mention]] }

  /// Whether it has not been spoken of since.
  func isLatest(_ mention: Int) -> Bool { last[chainOf[mention]] == mention }

  /// 0: no mention of the same has a word; 1: one has it beside its head; 2: one has it as its head.
  func use(of lemma: Int, inChainOf mention: Int) -> Int {
    let chain = chainOf[mention]
    guard words[chain].contains(lemma) else { return 0 }
    return heads[chain].contains(lemma) ? 2 : 1
  }
}
