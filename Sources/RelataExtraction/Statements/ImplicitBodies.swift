import RelataGazetteer
import RelataGraph
import RelataLanguage

/// What an office is held in where its sentence leaves that to the reader: "President Nicolas Sarkozy", in an article on
/// France. It is an implicit argument (Gerber and Chai, "Beyond NomBank", 2010) of the noun.
///
/// A logistic regression over what the document names tells which one it is, if any (`Training/implicit_bodies.py`). Only
/// offices that one person holds at a time are heeded: of others ("Senator Cruz", "chairman Lee") too few that it finds
/// are right.
struct ImplicitBodies {
  /// An office, and what may be its body.
  struct Case {
    var sentence: Int
    var role: RoleOccurrence
    var match: TriggerIndex.Match
    /// The chain of who holds it.
    var holder: Int
    /// Whether another sentence tells in what.
    var isTold: Bool
    var candidates: [(chain: Int, features: [Feature])]
  }

  struct Feature {
    var name: String
    var value: Double
  }

  /// How many of the chains that are spoken of most are looked at, and from how many sentences back those that are not.
  private static let most = 30
  private static let near = 8

  private let coreference: Coreference
  private let ontology: Ontology
  private let titleSentence: Int?
  /// Whether a sentence is prose or the title: others state nothing.
  private let isRead: [Bool]
  /// By chain: the sentences of its mentions, in order.
  private let sentences: [[Int]]
  /// By sentence: the chains that it names.
  private let named: [[Int]]
  /// For each range of a relation what fits it, as ``Fitting`` tells.
  private var fitting: [[EntityType]: Fitting] = [:]
  private let explicit: Explicit

  /// - Parameter statements: what is stated of the document with both ends at hand.
  init(
    coreference: Coreference, ontology: Ontology, reading: Reading, statements: [DocumentStatement]
  ) {
    self.coreference = coreference
    self.ontology = ontology
    titleSentence = reading.titleSentence
    isRead = reading.trees.indices.map { reading.isProse[$0] || $0 == reading.titleSentence }
    var sentences = [[Int]](repeating: [], count: coreference.chains.count)
    var named = [[Int]](repeating: [], count: coreference.trees.count)
    for mention in coreference.mentions {
      for chain in mention.entities {
        sentences[chain].append(mention.sentence)
        if !coreference.chains[chain].isDescribed { named[mention.sentence].append(chain) }
      }
    }
    self.sentences = sentences
    self.named = named
    explicit = Explicit(statements)
  }

  /// The offices of all sentences whose body is not beside them.
  /// - Complexity: O(roles), with a logarithm of the number of mentions.
  mutating func cases(_ roles: [[RoleOccurrence]]) -> [Case] {
    var found: [Case] = []
    for (sentence, list) in roles.enumerated() where isRead[sentence] {
      for role in list where role.bodies.isEmpty {
        guard let match = role.matches.first, match.relation.isInverseFunctional, !match.trigger.isReversed,
          match.adposition == nil, !isNarrowed(role, match, sentence)
        else { continue }
        let others = bodies(of: match.relation.id, besides: role, list, sentence)
        let tokens = role.holders.isEmpty ? [role.token] : role.holders
        for holder in tokens.flatMap({ coreference.entities(at: $0, sentence: sentence) })
        where canHold(holder, match) {
          let candidates = candidates(match, role, holder, sentence).filter { !others.contains($0.chain) }
          guard !candidates.isEmpty else { continue }
          found.append(
            Case(
              sentence: sentence, role: role, match: match, holder: holder,
              isTold: explicit.holds(holder, match.relation.id), candidates: candidates))
        }
      }
    }
    return found
  }

  /// How probable it is that an office is held in a candidate, 0…1.
  static func probability(_ features: [Feature]) -> Double {
    Logistic.probability(
      features.reduce(ImplicitBodyWeights.intercept) {
        $0 + (ImplicitBodyWeights.table[$1.name] ?? 0) * $1.value
      })
  }

  // MARK: Holders and candidates

  private func canHold(_ chain: Int, _ match: TriggerIndex.Match) -> Bool {
    let chain = coreference.chains[chain]
    let domain = match.trigger.domain.isEmpty ? match.relation.domain : match.trigger.domain
    return !chain.isDescribed && !chain.name.isEmpty && ontology.allows(chain.type, in: domain)
  }

  /// "Society President", "student union president": a noun before the title says of what, be it a name or not.
  private func isNarrowed(_ role: RoleOccurrence, _ match: TriggerIndex.Match, _ sentence: Int) -> Bool {
    let tree = coreference.trees[sentence]
    return tree.children[role.token].contains { child in
      let part = tree.tokens[child].partOfSpeech
      return child < role.token && ["compound", "nmod"].contains(tree.base(child))
        && (part == .noun || part == .properNoun) && !match.trigger.pattern.contains(tree.lemmas[child])
    }
  }

  /// In what others of a sentence hold the same office: "President Trump and Ukrainian President Zelensky".
  private func bodies(
    of relation: String, besides role: RoleOccurrence, _ roles: [RoleOccurrence], _ sentence: Int
  ) -> Set<Int> {
    Set(
      roles.filter { $0.token != role.token && $0.matches.first?.relation.id == relation }
        .flatMap(\.bodies).flatMap { coreference.entities(at: $0, sentence: sentence) })
  }

  private mutating func candidates(
    _ match: TriggerIndex.Match, _ role: RoleOccurrence, _ holder: Int, _ sentence: Int
  ) -> [(chain: Int, features: [Feature])] {
    let fitting = fitting(match.trigger.range.isEmpty ? match.relation.range : match.trigger.range)
    var chains = Array(fitting.chains.prefix(Self.most))
    for beside in max(0, sentence - Self.near)...sentence {
      for chain in named[beside] where fitting.isThere[chain] && !chains.contains(chain) {
        chains.append(chain)
      }
    }
    return chains.filter { $0 != holder }.map { chain in
      (chain, features(of: chain, match, role, holder, sentence, fitting))
    }
  }

  /// What the document names of some types.
  private struct Fitting {
    /// Those that are spoken of most first.
    var chains: [Int] = []
    var isThere: [Bool]
    var mentions = 0
    var mentionsByType: [EntityType: Int] = [:]
    var mostByType: [EntityType: Int] = [:]
  }

  private mutating func fitting(_ range: [EntityType]) -> Fitting {
    if let known = fitting[range] { return known }
    var result = Fitting(isThere: coreference.chains.map { _ in false })
    for (index, chain) in coreference.chains.enumerated() {
      guard !chain.isDescribed, !chain.name.isEmpty, !sentences[index].isEmpty,
        ontology.allows(chain.type, in: range)
      else { continue }
      let count = sentences[index].count
      result.chains.append(index)
      result.isThere[index] = true
      result.mentions += count
      result.mentionsByType[chain.type, default: 0] += count
      result.mostByType[chain.type] = max(result.mostByType[chain.type] ?? 0, count)
    }
    result.chains.sort { (sentences[$1].count, $0) < (sentences[$0].count, $1) }
    fitting[range] = result
    return result
  }

  // MARK: Features

  private func features(
    of chain: Int, _ match: TriggerIndex.Match, _ role: RoleOccurrence, _ holder: Int, _ sentence: Int,
    _ fitting: Fitting
  ) -> [Feature] {
    let places = sentences[chain]
    let type = coreference.chains[chain].type
    let before = Self.count(in: places, upTo: sentence)
    var result: [Feature] = []
    func add(_ name: String, _ value: Double = 1) { result.append(Feature(name: name, value: value)) }
    add("type=\(type.rawValue)")
    add("share", Double(places.count) / Double(fitting.mentions))
    add("share of type", Double(places.count) / Double(fitting.mentionsByType[type] ?? places.count))
    if places.count == fitting.mostByType[type] { add("most of type") }
    add("mentions", Logistic.logarithm(places.count))
    add("mentions before", Logistic.logarithm(1 + before))
    add("crowd", Logistic.logarithm(fitting.chains.count))
    add("distance=" + (before == 0 ? "none" : Self.distance(sentence - places[before - 1])))
    if places[0] == 0 || places.contains(titleSentence ?? 0) { add("at the top") }
    if role.isFormer { add("former") }
    if role.holders.isEmpty { add("described") }
    if role.title.split(separator: " ").count > match.trigger.pattern.count { add("longer title") }
    if explicit.isHeld(chain, match.relation.id, besides: holder) { add("taken") }
    return result
  }

  /// How many of an ordered list are no more than a limit.
  private static func count(in ordered: [Int], upTo limit: Int) -> Int {
    var (low, high) = (0, ordered.count)
    while low < high {
      let middle = (low + high) / 2
      if ordered[middle] <= limit { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func distance(_ sentences: Int) -> String {
    switch sentences {
    case ...0: "0"
    case 1: "1"
    case ...3: "2-3"
    case ...near: "4-8"
    default: "far"
    }
  }

  // MARK: What is said elsewhere

  /// Who holds what by the statements that have both ends.
  private struct Explicit {
    private struct Held: Hashable {
      var chain: Int
      var relation: String
    }

    private var holders = Set<Held>()
    private var bodies: [Held: Set<Int>] = [:]

    init(_ statements: [DocumentStatement]) {
      for statement in statements
      where !statement.isOpen && statement.confidence >= Confidence.usual {
        holders.insert(Held(chain: statement.subject, relation: statement.relation))
        bodies[Held(chain: statement.object, relation: statement.relation), default: []]
          .insert(statement.subject)
      }
    }

    func holds(_ holder: Int, _ relation: String) -> Bool {
      holders.contains(Held(chain: holder, relation: relation))
    }

    /// Whether somebody else holds it.
    func isHeld(_ body: Int, _ relation: String, besides holder: Int) -> Bool {
      bodies[Held(chain: body, relation: relation)]?.contains { $0 != holder } == true
    }
  }
}
