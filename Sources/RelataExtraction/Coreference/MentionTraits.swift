import RelataGazetteer
import RelataGraph
import RelataLanguage
import RelataWords

/// What of a mention is compared with other mentions, as numbers, where words are concerned.
///
/// The words of a description or name are those that tell which one it is: "border" and "maritime" of
/// "the maritime border agreement".
struct MentionTraits: Sendable {
  let sentence: Int
  let kind: Mention.Kind
  let isPerson: Bool
  /// −1: unknown.
  let type: Int
  let isPlural: Bool
  let gender: Gazetteer.Gender?
  /// The pronoun's group; one number for other pronouns, one for what is none.
  let pronoun: Int
  /// The number of the head's lemma.
  let lemma: Int
  /// The numbers of the lemmas that tell more of it.
  let modifiers: Set<Int>
  let determiner: Determiner
  let head: Int
  let governor: Int?
  /// The governors above, the nearest first, of at most ``depth``.
  let governors: [Int]
  let role: Role
  let isSubject: Bool
  let isInTitle: Bool

  private static let depth = 12

  /// How a description begins; the numbers are the model's.
  enum Determiner: Int, Sendable {
    case none, definite, demonstrative, introducing, whole, other, pronoun, possessor, number, barePlural,
      bareSingular
  }

  /// What a mention's head is in its clause; the numbers are the model's.
  enum Role: Int, Sendable {
    case other, subject, object, oblique, nominal, compound, apposition, conjunct, root

    init(_ relation: String) {
      self =
        switch relation.prefix(while: { $0 != ":" }) {
        case "nsubj": .subject
        case "obj": .object
        case "obl": .oblique
        case "nmod": .nominal
        case "compound": .compound
        case "appos": .apposition
        case "conj": .conjunct
        case "root": .root
        default: .other
        }
    }
  }

  /// The numbers of a document's words and types, the next free one on first use.
  struct Numbering {
    private var lemmas: [String: Int] = [:]
    private var types: [EntityType: Int] = [:]
    private let pronouns: [String: Int]
    private let determiners: [String: Determiner]
    private let functionWords: Set<String>

    init() {
      pronouns = MentionTraits.pronouns
      determiners = Dictionary(
        [
          (CoreferenceWordList.definite, Determiner.definite), (.demonstrative, .demonstrative),
          (.introducing, .introducing), (.whole, .whole),
        ].flatMap { list, determiner in list.inOrder.map { ($0, determiner) } },
        uniquingKeysWith: { first, _ in first })
      functionWords = CoreferenceWordList.namesFunctionWords.words
    }

    fileprivate mutating func lemma(_ word: String) -> Int { lemmas.number(of: word) }

    fileprivate mutating func type(_ type: EntityType) -> Int { types.number(of: type) }

    fileprivate func pronoun(_ form: String) -> Int { pronouns[form] ?? MentionTraits.otherPronoun }

    fileprivate func determiner(_ lemma: String) -> Determiner { determiners[lemma] ?? .other }

    fileprivate func tells(_ lemma: String) -> Bool { !functionWords.contains(lemma) }
  }

  static let pronouns: [String: Int] = Dictionary(
    CoreferenceWordList.pronounGroups.enumerated().flatMap { number, list in
      list.inOrder.map { ($0, number) }
    },
    uniquingKeysWith: { first, _ in first })
  private static let otherPronoun = 9
  private static let noPronoun = 10

  /// - Parameter dependents: the tokens whose head each token is, those inside names among them.
  init(
    _ mention: Mention, in tree: SentenceTree, dependents: [[Int]], isInTitle: Bool,
    _ numbers: inout Numbering
  ) {
    head = mention.head
    sentence = mention.sentence
    kind = mention.kind
    isPerson = mention.types.first == .person
    type = mention.types.first.map { numbers.type($0) } ?? -1
    isPlural = mention.isPlural
    gender = mention.gender
    let relation = tree.relations[head]
    isSubject = relation.hasPrefix("nsubj")
    role = Role(relation)
    self.isInTitle = isInTitle
    governor = tree.heads[head]
    var above: [Int] = []
    var current = governor
    while let token = current, above.count < Self.depth {
      above.append(token)
      current = tree.heads[token]
    }
    governors = above
    lemma = numbers.lemma(tree.lemmas[head])
    pronoun =
      mention.kind == .pronoun ? numbers.pronoun(tree.tokens[head].form.lowercased()) : Self.noPronoun
    switch mention.kind {
    case .nominal:
      let described = Self.description(head, dependents[head], in: tree, &numbers)
      modifiers = described.modifiers
      determiner = described.determiner ?? (mention.isPlural ? .barePlural : .bareSingular)
    case .name, .demonym:
      determiner = .none
      var words: Set<Int> = []
      for token in mention.tokens where token != head {
        let (form, lemma) = (tree.tokens[token].form, tree.lemmas[token])
        if form.first.map({ $0.isLetter || $0.isNumber }) == true, numbers.tells(lemma) {
          words.insert(numbers.lemma(lemma))
        }
      }
      modifiers = words
    case .pronoun:
      determiner = .none
      modifiers = []
    }
  }

  private static func description(
    _ head: Int, _ dependents: [Int], in tree: SentenceTree, _ numbers: inout Numbering
  ) -> (determiner: Determiner?, modifiers: Set<Int>) {
    var determiner: Determiner?
    var modifiers: Set<Int> = []
    for token in dependents {
      let relation = tree.relations[token]
      let isPronoun = tree.tokens[token].tag.hasPrefix("PRP")
      if relation.hasPrefix("det") {
        determiner = numbers.determiner(tree.lemmas[token])
      } else if relation == "nmod:poss" {
        determiner = isPronoun ? .pronoun : .possessor
      } else if relation == "nummod", determiner == nil {
        determiner = .number
      }
      if !isPronoun, modifying.contains(String(relation.prefix { $0 != ":" })) {
        modifiers.insert(numbers.lemma(tree.lemmas[token]))
      }
    }
    return (determiner, modifiers)
  }

  private static let modifying: Set<String> = ["amod", "compound", "nmod", "nummod", "flat"]
}

extension Dictionary where Value == Int {
  /// The number of a key, the next free one on first use.
  fileprivate mutating func number(of key: Key) -> Int {
    if let known = self[key] { return known }
    self[key] = count
    return count - 1
  }
}
