import RelataGazetteer
import RelataGraph
import RelataLanguage
import RelataWords

/// What is looked up about a description or pronoun and something mentioned before it.
struct AntecedentFeatures: Sendable {
  /// The tables of the model, with how many rows each has.
  enum Name: String, CaseIterable, Sendable {
    case sentences, mentions, kinds, lemma, types, number, gender, subject, pronoun, rank

    var count: Int {
      switch self {
      case .sentences: 9
      case .mentions: 10
      case .kinds: 16
      case .lemma: 4
      case .types: 3
      case .number: 4
      case .gender: 6
      case .subject: 4
      case .pronoun: 12
      case .rank: 6
      }
    }
  }

  /// How many mentions, and how many sentences, back an antecedent may be.
  static let reach = 100
  static let within = 12

  /// What of a mention is compared, as numbers.
  private struct Traits {
    var sentence: Int
    var kind: Int
    var isPerson: Bool
    /// −1: unknown.
    var lemma: Int
    var type: Int
    var plural: Int
    /// 0: unknown or either.
    var gender: Int
    var subject: Int
    var pronoun: Int
    /// What the names within a description stand for: Russia in "Russian forces" and "Moscow's troops".
    var names: Set<String>
    /// Whether it is introduced as something new: "an explosion", "another militia".
    var isIndefinite: Bool
    /// Whose it is, by a pronoun: the number of "his" or "her"; nil without one.
    var possessor: Int?
  }

  private let traits: [Traits]

  private static let mentionSteps: [Int] = {
    let limits = [2, 3, 4, 5, 7, 10, 15, 25, 50]
    return (0...reach).map { distance in limits.count { distance >= $0 } }
  }()

  private static let pronouns: [String: Int] = {
    Dictionary(
      CoreferenceWordList.pronounGroups.enumerated().flatMap { number, list in
        list.inOrder.map { ($0, number) }
      },
      uniquingKeysWith: { first, _ in first })
  }()
  private static let otherPronoun = 9
  private static let noPronoun = 10

  /// - Complexity: linear in mentions.
  init(mentions: [Mention], trees: [SentenceTree], gazetteer: Gazetteer) {
    var lemmas: [String: Int] = [:]
    var types: [EntityType: Int] = [:]
    traits = mentions.map { mention in
      let tree = trees[mention.sentence]
      let lemma = mention.kind == .nominal ? tree.lemmas[mention.head] : nil
      return Traits(
        sentence: mention.sentence, kind: mention.kind.number, isPerson: mention.types.first == .person,
        lemma: lemma.map { lemmas.number(of: $0) } ?? -1,
        type: mention.types.first.map { types.number(of: $0) } ?? -1, plural: mention.isPlural ? 1 : 0,
        gender: mention.gender == .masculine ? 1 : mention.gender == .feminine ? 2 : 0,
        subject: tree.relations[mention.head].hasPrefix("nsubj") ? 1 : 0,
        pronoun: mention.kind == .pronoun
          ? Self.pronouns[tree.tokens[mention.head].form.lowercased()] ?? Self.otherPronoun : Self.noPronoun,
        names: mention.kind == .nominal ? Self.names(before: mention.head, in: tree, gazetteer) : [],
        isIndefinite: mention.kind == .nominal && Self.isIndefinite(mention.head, in: tree),
        possessor: Self.possessor(of: mention.head, in: tree))
    }
  }

  /// The names and demonyms that hang on a description's head and stand before it: the country that one
  /// stands for, else its word.
  private static func names(before head: Int, in tree: SentenceTree, _ gazetteer: Gazetteer) -> Set<String> {
    var names: Set<String> = []
    for child in tree.children[head]
    where child < head && ["amod", "compound", "nmod:poss"].contains(tree.relations[child]) {
      // Any word has a capital where a sentence begins.
      let isPossessor = tree.relations[child] == "nmod:poss" && tree.tokens[child].partOfSpeech == .properNoun
      guard child > 0 || isPossessor else { continue }
      let form = tree.tokens[child].form
      guard form.first?.isUppercase == true else { continue }
      let country =
        gazetteer.country(demonym: form) ?? gazetteer.country(named: form)
        ?? gazetteer.country(capital: form) ?? gazetteer.country(metonym: form)
      names.insert(country?.name ?? form.lowercased())
    }
    return names
  }

  private static func isIndefinite(_ head: Int, in tree: SentenceTree) -> Bool {
    tree.children(of: head, "det").contains {
      CoreferenceWordList.indefinite.words.contains(tree.lemmas[$0])
    }
  }

  /// Of the pronouns those that tell persons apart: "its" and "their" may be anybody's.
  private static func possessor(of head: Int, in tree: SentenceTree) -> Int? {
    tree.children(of: head, "nmod:poss").lazy.compactMap { pronouns[tree.tokens[$0].form.lowercased()] }.first
    {
      $0 == pronouns["he"] || $0 == pronouns["she"]
    }
  }

  /// Whether an anaphor cannot speak of a candidate: "Russian forces" are no "Islamist factions", "an explosion" is
  /// not one that was told before, "his party" not "her party".
  func excludes(_ anaphor: Int, _ candidate: Int) -> Bool {
    let (a, c) = (traits[anaphor], traits[candidate])
    if !a.names.isEmpty, !c.names.isEmpty, a.names.isDisjoint(with: c.names) { return true }
    // "A former minister" may well have been named before.
    if a.isIndefinite, !a.isPerson, c.sentence < a.sentence { return true }
    guard let possessor = a.possessor, let other = c.possessor else { return false }
    return possessor != other
  }

  /// The rows of the tables, in the order of ``Name/allCases``.
  ///
  /// - Parameter namesSoFar: how often the candidate's chain has been named before the
  ///   anaphor; 0 for what is no name.
  func rows(
    _ anaphor: Int, _ candidate: Int, namesSoFar: Int, _ use: (_ table: Int, _ row: Int) -> Void
  ) {
    let a = traits[anaphor]
    let c = traits[candidate]
    use(0, min(8, a.sentence - c.sentence))
    use(1, Self.mentionSteps[min(Self.reach, anaphor - candidate)])
    use(2, a.kind * 4 + c.kind)
    use(3, a.lemma < 0 || c.lemma < 0 ? 0 : a.lemma == c.lemma ? 2 : 1)
    use(4, a.type < 0 || c.type < 0 ? 0 : a.type == c.type ? 1 : 2)
    use(5, a.plural * 2 + c.plural)
    use(6, gender(a, c))
    use(7, a.subject * 2 + c.subject)
    use(8, a.pronoun)
    use(9, min(5, namesSoFar))
  }

  private func gender(_ a: Traits, _ c: Traits) -> Int {
    guard a.gender > 0 else { return 0 }
    if c.gender > 0 { return a.gender == c.gender ? 1 : 2 }
    return a.pronoun == Self.noPronoun ? 0 : c.isPerson ? 3 : 4
  }
}

extension Dictionary where Value == Int {
  /// The number of a key, the next free one on first use.
  fileprivate mutating func number(of key: Key) -> Int {
    if let known = self[key] { return known }
    self[key] = count
    return count - 1
  }
}
