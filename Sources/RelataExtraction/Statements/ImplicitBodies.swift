import RelataGazetteer
import RelataGraph
import RelataLanguage

/// What an office is held in where its sentence leaves that to the reader: "President Nicolas Sarkozy", in an
/// article on France. It is an implicit argument (Gerber and Chai, "Beyond NomBank", 2010) of the noun.
///
/// A logistic regression over what the document names tells which one it is, if any
/// (`Training/implicit_bodies.py`). Only some kinds of offices are heeded: of others ("Senator Cruz",
/// "chairman Lee") too few that it finds are right.
struct ImplicitBodies {
  /// An office, and what may be its body.
  struct Case {
    var sentence: Int
    var role: RoleOccurrence
    var match: TriggerIndex.Match
    /// The chain of who holds it.
    var holder: Int
    /// Whether the text tells elsewhere in what.
    var isTold: Bool
    /// The chains of what others hold, as other sentences tell.
    var taken: Set<Int>
    var candidates: [Candidate]
  }

  struct Candidate {
    var chain: Int
    var features: [Feature]
  }

  struct Feature {
    var name: String
    var value: Double
  }

  /// Nothing less probable is stated; `Training/README.md` says how often it is right.
  static let leastConfidence = 0.5
  /// How many of the chains that are spoken of most are looked at, and from how many sentences back those
  /// that are not.
  private static let most = 30
  private static let near = 8

  private let coreference: Coreference
  private let ontology: Ontology
  private let titles: TitleContext
  private let reading: Reading
  /// By chain: the sentences of its mentions, in order.
  private let sentences: [[Int]]
  /// By sentence: the chains that it names.
  private let named: [[Int]]
  /// By chain: whether the title or the first sentence speaks of it.
  private let isAtTheTop: [Bool]
  /// For each range of a relation what fits it.
  private var fitting: [[EntityType]: Fitting] = [:]
  /// How often the organization is spoken of that is spoken of most.
  private let organizationMentions: Int
  private let explicit: ExplicitOffices

  /// - Parameter statements: what is stated of the document with both ends at hand.
  init(
    coreference: Coreference, ontology: Ontology, reading: Reading, statements: [DocumentStatement],
    words: WordLists
  ) {
    self.coreference = coreference
    self.ontology = ontology
    self.reading = reading
    titles = TitleContext(coreference: coreference, words: words)
    var sentences = [[Int]](repeating: [], count: coreference.chains.count)
    var named = [[Int]](repeating: [], count: coreference.trees.count)
    var isAtTheTop = [Bool](repeating: false, count: coreference.chains.count)
    for mention in coreference.mentions {
      for chain in mention.entities {
        sentences[chain].append(mention.sentence)
        if mention.sentence == 0 || mention.sentence == reading.titleSentence { isAtTheTop[chain] = true }
        if !coreference.chains[chain].isDescribed { named[mention.sentence].append(chain) }
      }
    }
    self.sentences = sentences
    self.named = named
    self.isAtTheTop = isAtTheTop
    organizationMentions =
      coreference.chains.indices.filter {
        ontology.isKind(coreference.chains[$0].type, of: .organization) && !coreference.chains[$0].isDescribed
      }.map { sentences[$0].count }.max() ?? 0
    explicit = ExplicitOffices(statements, ontology: ontology, chains: coreference.chains)
  }

  /// The offices of all sentences whose body is not beside them.
  /// - Parameter isHeeded: which of them are wanted.
  /// - Complexity: O(roles · (roles of the sentence + candidates)), of which there are some thirty, with a
  ///   logarithm of the number of mentions.
  mutating func cases(_ roles: [[RoleOccurrence]], where isHeeded: (TriggerIndex.Match) -> Bool) -> [Case] {
    let told = titles.told(roles)
    var found: [Case] = []
    // What a list tells of somebody holds for the other sentences, too.
    var listed: [Office: Set<Int>] = [:]
    for (sentence, list) in roles.enumerated()
    where reading.isProse[sentence] || sentence == reading.titleSentence {
      for role in list {
        guard let match = role.matches.first, !match.trigger.isReversed,
          match.adposition == nil, titles.isBare(role, sentence), isHeeded(match)
        else { continue }
        let others = bodies(of: match.relation.id, besides: role, list, sentence)
        for holder in titles.holders(of: role, sentence) where canHold(holder, match, role) {
          var candidates = candidates(match, role, holder, sentence)
          let before = bodies(before: role, list, sentence)
          let shared = candidates.filter { before.contains($0.chain) }
          if shared.isEmpty {
            candidates.removeAll { others.contains($0.chain) }
          } else {
            candidates = shared
            listed[Office(holder: holder, relation: match.relation.id), default: []].formUnion(
              shared.map(\.chain))
          }
          guard !candidates.isEmpty else { continue }
          let isTold =
            explicit.holds(holder, match.relation.id)
            || told.contains(TitleContext.Title(role, holder, coreference.trees[sentence]))
            || role.matches.contains { $0.relation.isLeadership } && explicit.leads(holder)
          found.append(
            Case(
              sentence: sentence, role: role, match: match, holder: holder, isTold: isTold,
              taken: Set(
                candidates.map(\.chain).filter {
                  explicit.isHeld($0, match.relation.id, besides: holder)
                }), candidates: candidates))
        }
      }
    }
    for position in found.indices {
      let office = Office(holder: found[position].holder, relation: found[position].match.relation.id)
      guard let bodies = listed[office] else { continue }
      found[position].candidates.removeAll { !bodies.contains($0.chain) }
    }
    return found
  }

  private struct Office: Hashable {
    var holder: Int
    var relation: String
  }

  /// Whether it is an office of a kind that was found well, by no title that was not.
  static func isReliable(_ match: TriggerIndex.Match) -> Bool {
    ImplicitBodyWeights.relations.contains(match.relation.id)
      && !ImplicitBodyWeights.doubtful.contains(match.trigger.pattern.joined(separator: " "))
  }

  /// How probable it is that an office is held in a candidate, 0…1.
  static func probability(_ features: [Feature]) -> Double {
    Logistic.probability(
      features.reduce(ImplicitBodyWeights.intercept) {
        $0 + (ImplicitBodyWeights.table[$1.name] ?? 0) * $1.value
      })
  }

  // MARK: Holders and candidates

  /// A city must be called the capital where it is named: of which one "the capital" speaks is too often
  /// unsure.
  private func canHold(_ chain: Int, _ match: TriggerIndex.Match, _ role: RoleOccurrence) -> Bool {
    if role.holders.isEmpty, ontology.isKind(coreference.chains[chain].type, of: .place) { return false }
    let chain = coreference.chains[chain]
    let domain = match.trigger.domain.isEmpty ? match.relation.domain : match.trigger.domain
    // Whom a text calls by his surname alone is known to its readers from elsewhere: "President Bush met the
    // Palestinian leader".
    if ontology.isKind(chain.type, of: .person), !chain.names.keys.contains(where: { $0.contains(" ") }) {
      return false
    }
    return !chain.isDescribed && !chain.name.isEmpty && ontology.allows(chain.type, in: domain)
  }

  /// In what others of a sentence hold the same office: "President Trump and Ukrainian President Zelensky".
  private func bodies(
    of relation: String, besides role: RoleOccurrence, _ roles: [RoleOccurrence], _ sentence: Int
  ) -> Set<Int> {
    Set(
      roles.filter { $0.token != role.token && $0.matches.first?.relation.id == relation }
        .flatMap(\.bodies).flatMap { coreference.entities(at: $0, sentence: sentence) })
  }

  /// In what others hold the offices before it, where holders are conjuncts and the title of each follows its
  /// body: "Greek Prime Minister Mitsotakis and energy minister Hatzidakis".
  private func bodies(before role: RoleOccurrence, _ roles: [RoleOccurrence], _ sentence: Int) -> Set<Int> {
    let tree = coreference.trees[sentence]
    func list(_ role: RoleOccurrence) -> Int { tree.firstConjunct(of: role.holders.first ?? role.token) }
    let before = roles.filter {
      $0.token < role.token && !$0.bodies.isEmpty
        && ImplicitBodyWeights.relations.contains($0.matches.first?.relation.id ?? "")
    }.max { $0.token < $1.token }
    guard let before, list(before) == list(role), before.bodies.allSatisfy({ $0 < before.token }) else {
      return []
    }
    return Set(before.bodies.flatMap { coreference.entities(at: $0, sentence: sentence) })
  }

  private mutating func candidates(
    _ match: TriggerIndex.Match, _ role: RoleOccurrence, _ holder: Int, _ sentence: Int
  ) -> [Candidate] {
    let fitting = fitting(match.trigger.range.isEmpty ? match.relation.range : match.trigger.range)
    var chains = Array(fitting.chains.prefix(Self.most))
    var known = Set(chains)
    var organizations = 0
    for beside in max(0, sentence - Self.near)...sentence {
      for chain in named[beside] {
        if fitting.isThere[chain], known.insert(chain).inserted { chains.append(chain) }
        if beside >= sentence - 1, ontology.isKind(coreference.chains[chain].type, of: .organization) {
          organizations += 1
        }
      }
    }
    return chains.filter { $0 != holder }.map { chain in
      Candidate(
        chain: chain,
        features: features(
          of: chain, asBodyOf: match, role: role, holder: holder, sentence: sentence, among: fitting,
          organizationsBeside: organizations))
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

  private func share(of chain: Int, _ fitting: Fitting) -> Double {
    let count = sentences[chain].count
    return Double(count) / Double(fitting.mentionsByType[coreference.chains[chain].type] ?? count)
  }

  // MARK: Features

  private func features(
    of chain: Int, asBodyOf match: TriggerIndex.Match, role: RoleOccurrence, holder: Int, sentence: Int,
    among fitting: Fitting, organizationsBeside organizations: Int
  ) -> [Feature] {
    let places = sentences[chain]
    let type = coreference.chains[chain].type
    let before = Self.count(in: places, upTo: sentence)
    var result: [Feature] = []
    func add(_ name: String, _ value: Double = 1) { result.append(Feature(name: name, value: value)) }
    add("type=\(type.rawValue)")
    add("title=\(match.trigger.pattern.joined(separator: " "))")
    add("share", Double(places.count) / Double(fitting.mentions))
    add("share of type", share(of: chain, fitting))
    if places.count == fitting.mostByType[type] { add("most of type") }
    add("mentions", Logistic.logarithm(places.count))
    add("mentions so far", Logistic.logarithm(1 + before))
    add("crowd", Logistic.logarithm(fitting.chains.count))
    add("organizations beside", Logistic.logarithm(1 + organizations))
    add("organization", Double(organizationMentions) / Double(organizationMentions + places.count))
    add("distance=" + (before == 0 ? "none" : Self.distance(sentence - places[before - 1])))
    if isAtTheTop[chain] { add("at the top") }
    for relation in explicit.relations(of: holder, to: chain).sorted() { add("does=\(relation)") }
    for relation in explicit.relations(of: chain, to: holder).sorted() { add("undergoes=\(relation)") }
    if role.isFormer { add("former") }
    if role.holders.isEmpty { add("described") }
    if explicit.isHeld(chain, match.relation.id, besides: holder) {
      add(role.isFormer ? "taken, former" : "taken")
    }
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
}
