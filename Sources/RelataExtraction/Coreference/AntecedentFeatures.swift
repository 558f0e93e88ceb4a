import RelataGazetteer
import RelataLanguage

/// What is looked up about a description or pronoun and something mentioned before it.
struct AntecedentFeatures: Sendable {
  /// The tables of the model.
  enum Name: Int, CaseIterable, Sendable {
    case sentences, mentions, kinds, lemma, types, number, gender, subject, pronoun, rank
    case headWord, modifiers, determiner, candidateDeterminer, path, count, latest, chainWord, likelyType
    case title, role

    /// As the model file calls it.
    var tensor: String {
      switch self {
      case .headWord: "head_word"
      case .candidateDeterminer: "candidate_determiner"
      case .chainWord: "chain_word"
      case .likelyType: "likely_type"
      default: String(describing: self)
      }
    }

    /// How many rows its table has.
    var count: Int {
      switch self {
      case .sentences: 9
      case .mentions: 10
      case .kinds: 16
      case .lemma: 3
      case .types: 3
      case .number: 4
      case .gender: 5
      case .subject: 4
      case .pronoun: 11
      case .rank: 6
      case .headWord: 5
      case .modifiers: 7
      case .determiner, .candidateDeterminer: 11
      case .path: 7
      case .count: 7
      case .latest: 2
      case .chainWord: 4
      case .likelyType: 6
      case .title: 3
      case .role: 9
      }
    }
  }

  /// How many mentions, and how many sentences, back an antecedent may be.
  static let reach = 100
  static let within = 12

  let traits: [MentionTraits]
  private let rules: [AntecedentRules]

  private static let mentionSteps: [Int] = {
    let limits = [2, 3, 4, 5, 7, 10, 15, 25, 50]
    return (0...reach).map { distance in limits.count { distance >= $0 } }
  }()
  private static let countLimits = [2, 3, 4, 6, 9, 15]

  /// - Complexity: linear in words.
  init(mentions: [Mention], trees: [SentenceTree], titleSentence: Int?, gazetteer: Gazetteer) {
    var numbers = MentionTraits.Numbering()
    var dependents: [[Int]] = []
    var sentence = -1
    var traits: [MentionTraits] = []
    traits.reserveCapacity(mentions.count)
    for mention in mentions {
      let tree = trees[mention.sentence]
      if mention.sentence != sentence {
        sentence = mention.sentence
        dependents = Self.dependents(in: tree)
      }
      traits.append(
        MentionTraits(
          mention, in: tree, dependents: dependents, isInTitle: mention.sentence == titleSentence, &numbers))
    }
    self.traits = traits
    rules = mentions.map { AntecedentRules($0, in: trees[$0.sentence], gazetteer) }
  }

  private static func dependents(in tree: SentenceTree) -> [[Int]] {
    var result = [[Int]](repeating: [], count: tree.tokens.count)
    for (token, head) in tree.heads.enumerated() {
      if let head { result[head].append(token) }
    }
    return result
  }

  /// Whether an anaphor cannot speak of a candidate.
  func excludes(_ anaphor: Int, _ candidate: Int) -> Bool { rules[anaphor].exclude(rules[candidate]) }

  /// The rows of the tables.
  ///
  /// - Parameters:
  ///   - chains: up to the anaphor.
  ///   - likelyType: the probability that the types of both are the same, 0…1.
  func rows(
    _ anaphor: Int, _ candidate: Int, chains: ChainsSoFar, likelyType: Float,
    _ use: (_ table: Name, _ row: Int) -> Void
  ) {
    let (a, c) = (traits[anaphor], traits[candidate])
    let isName = c.kind == .name || c.kind == .demonym
    let areDescriptions = a.kind == .nominal && c.kind == .nominal
    use(.sentences, min(8, a.sentence - c.sentence))
    use(.mentions, Self.mentionSteps[min(Self.reach, anaphor - candidate)])
    use(.kinds, a.kind.number * 4 + c.kind.number)
    use(.lemma, !areDescriptions ? 0 : a.lemma == c.lemma ? 2 : 1)
    use(.types, a.type < 0 || c.type < 0 ? 0 : a.type == c.type ? 1 : 2)
    use(.number, (a.isPlural ? 2 : 0) + (c.isPlural ? 1 : 0))
    use(.gender, gender(a, c))
    use(.subject, (a.isSubject ? 2 : 0) + (c.isSubject ? 1 : 0))
    use(.pronoun, a.pronoun)
    use(.rank, isName ? min(5, chains.names(ofChainOf: candidate)) : 0)
    use(.headWord, a.kind == .nominal ? headWord(a, c) : 0)
    use(.modifiers, a.kind == .nominal ? modifiers(a, c) : 0)
    use(.determiner, a.determiner.rawValue)
    use(.candidateDeterminer, c.determiner.rawValue)
    use(.path, path(a, c))
    let spokenOf = chains.mentions(ofChainOf: candidate)
    use(.count, Self.countLimits.count { spokenOf >= $0 })
    use(.latest, chains.isLatest(candidate) ? 1 : 0)
    use(.chainWord, a.kind == .nominal ? 1 + chains.use(of: a.lemma, inChainOf: candidate) : 0)
    // The smaller first: a damaged model's numbers need not be numbers.
    use(.likelyType, Int(min(5, likelyType * 6)))
    use(.title, c.isInTitle ? (a.isInTitle ? 2 : 1) : 0)
    use(.role, c.role.rawValue)
  }

  private func gender(_ a: MentionTraits, _ c: MentionTraits) -> Int {
    guard let gender = a.gender.known else { return 0 }
    if let other = c.gender.known { return gender == other ? 1 : 2 }
    return a.kind != .pronoun ? 0 : c.isPerson ? 3 : 4
  }

  /// Whether the words that both are called by are the same.
  private func headWord(_ a: MentionTraits, _ c: MentionTraits) -> Int {
    if a.lemma == c.lemma { return c.kind == .name || c.kind == .demonym ? 1 : 2 }
    if c.modifiers.contains(a.lemma) { return 3 }
    return a.modifiers.contains(c.lemma) ? 4 : 0
  }

  /// Whether what else is said of both is the same.
  private func modifiers(_ a: MentionTraits, _ c: MentionTraits) -> Int {
    if a.modifiers.isEmpty { return c.modifiers.isEmpty ? 1 : 2 }
    if c.modifiers.isEmpty { return 3 }
    let shared = a.modifiers.count { c.modifiers.contains($0) }
    if shared == 0, !a.modifiers.contains(c.lemma) { return 4 }
    return shared == c.modifiers.count ? 6 : 5
  }

  /// How two mentions of a sentence hang together in its tree: the one below the other, or on the same word.
  private func path(_ a: MentionTraits, _ c: MentionTraits) -> Int {
    guard a.sentence == c.sentence else { return 0 }
    if a.governors.contains(c.head) { return a.governor == c.head ? 2 : 3 }
    if c.governors.contains(a.head) { return c.governor == a.head ? 4 : 5 }
    return a.governor == c.governor ? 6 : 1
  }
}

extension Gazetteer.Gender? {
  /// Masculine or feminine; a name that is either tells nothing.
  fileprivate var known: Gazetteer.Gender? { self == .masculine || self == .feminine ? self : nil }
}
