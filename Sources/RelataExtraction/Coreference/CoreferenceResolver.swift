import RelataGazetteer
import RelataGraph
import RelataLanguage

/// Resolves descriptions and pronouns of one document to the chains of its names, in the order of the text.
///
/// A deterministic sieve after Lee et al., "Deterministic coreference resolution based on entity-centric, precision-ranked rules"
/// (Computational Linguistics 39(4), 2013): precise rules first, salience last.
struct CoreferenceResolver: Sendable {
  let ontology: Ontology
  let gazetteer: Gazetteer
  let trees: [SentenceTree]
  /// Whether each sentence is running text; others are no antecedents for pronouns.
  let isProse: [Bool]
  private(set) var mentions: [Mention]
  var chains: [Chain]
  private(set) var roles: RoleTable
  /// Mentions by sentence and head token; where several share a head, the longest first.
  let byHead: [[Int: [Int]]]
  let rolesAt: [[Int: RoleOccurrence]]
  /// Antecedent candidates in the order of the text: (mention, position).
  var history: [Int] = []
  var counts: [Int: Int] = [:]
  /// The latest chain without a name for each noun.
  var unnamedChains: [String: Int] = [:]

  init(
    ontology: Ontology, gazetteer: Gazetteer, trees: [SentenceTree], isProse: [Bool], mentions: [Mention],
    chains: [Chain], roles occurrences: [[RoleOccurrence]]
  ) {
    self.ontology = ontology
    self.gazetteer = gazetteer
    self.trees = trees
    self.isProse = isProse
    self.mentions = mentions
    self.chains = chains
    var byHead = [[Int: [Int]]](repeating: [:], count: trees.count)
    for (index, mention) in mentions.enumerated() {
      byHead[mention.sentence][mention.head, default: []].append(index)
    }
    for sentence in byHead.indices {
      for head in byHead[sentence].keys {
        byHead[sentence][head]?.sort {
          (mentions[$1].kind != .nominal ? 1 : 0, mentions[$1].tokens.count, $0)
            < (mentions[$0].kind != .nominal ? 1 : 0, mentions[$0].tokens.count, $1)
        }
      }
    }
    self.byHead = byHead
    rolesAt = occurrences.map { list in
      Dictionary(list.map { ($0.token, $0) }, uniquingKeysWith: { first, _ in first })
    }
    roles = RoleTable()
    for index in mentions.indices { learnOwner(of: index) }
    for (sentence, list) in occurrences.enumerated() {
      for role in list { learn(role, sentence: sentence) }
    }
  }

  /// "Sharaa's HTS": whose group, movement or party it is, leads it.
  private mutating func learnOwner(of index: Int) {
    let mention = mentions[index]
    guard mention.kind == .name, let body = mention.entities.first,
      chains[body].type == .organization || ontology.isKind(chains[body].type, of: .armedGroup)
        || ontology.isKind(chains[body].type, of: .politicalParty)
    else { return }
    let tree = trees[mention.sentence]
    // "Sharaa's HTS" or "Sharaa's HTS movement"
    var owners = tree.children(of: mention.head, "nmod:poss")
    if tree.relations[mention.head] == "compound", let noun = tree.heads[mention.head] {
      owners += tree.children(of: noun, "nmod:poss")
    }
    for owner in owners.flatMap({ names(at: $0, sentence: mention.sentence) })
    where ontology.isKind(chains[owner].type, of: .person) {
      roles.add(
        RoleTable.Fact(role: "leader", holder: owner, body: body, sentence: mention.sentence, isFormer: false)
      )
    }
  }

  private mutating func learn(_ role: RoleOccurrence, sentence: Int) {
    let holders = role.holders.flatMap { names(at: $0, sentence: sentence) }
    let bodies = role.bodies.flatMap { names(at: $0, sentence: sentence) }
    for holder in holders where ontology.isKind(chains[holder].type, of: .person) {
      let title = role.title.lowercased()
      if !chains[holder].titles.contains(title) { chains[holder].titles.append(title) }
      for body in bodies.isEmpty ? [nil] : bodies.map(Optional.some) where body != holder {
        roles.add(
          RoleTable.Fact(
            role: trees[sentence].lemmas[role.token], holder: holder, body: body, sentence: sentence,
            isFormer: role.isFormer))
      }
    }
  }

  func names(at token: Int, sentence: Int) -> [Int] {
    (byHead[sentence][token] ?? []).first { mentions[$0].kind != .pronoun && mentions[$0].kind != .nominal }
      .map { mentions[$0].entities } ?? []
  }

  /// The chains with a name that the mention at a head token speaks of.
  func entities(at token: Int, sentence: Int) -> [Int] {
    for index in byHead[sentence][token] ?? [] where !mentions[index].entities.isEmpty {
      return mentions[index].entities.filter { !chains[$0].name.isEmpty }
    }
    return []
  }

  func mention(at token: Int, sentence: Int) -> Mention? {
    (byHead[sentence][token]?.first).map { mentions[$0] }
  }

  /// Whether a noun is a role of the ontology ("president", "ally").
  func isRole(_ token: Int, sentence: Int) -> Bool { rolesAt[sentence][token] != nil }

  /// Whether a noun is an office of a country ("president"), not just somebody's profession ("journalist").
  func isOffice(_ token: Int, sentence: Int) -> Bool {
    rolesAt[sentence][token]?.matches.contains { match in
      ontology.allows(.country, in: match.trigger.range.isEmpty ? match.relation.range : match.trigger.range)
    } ?? false
  }

  /// The chain of an event that the text tells without naming it, made on first use.
  mutating func event(named name: String) -> Int {
    if let known = chains.firstIndex(where: { $0.type == .event && $0.canonicalName == name }) {
      chains[known].mentionCount += 1
      return known
    }
    var chain = Chain(type: .event, typeConfidence: 0.9)
    chain.canonicalName = name
    chain.names = [name: 1]
    chain.mentionCount = 1
    chains.append(chain)
    return chains.count - 1
  }

  // MARK: The pass over the text

  mutating func resolve() {
    for sentence in trees.indices {
      let order = mentions.indices.filter { mentions[$0].sentence == sentence }
        .sorted { (mentions[$0].head, $0) < (mentions[$1].head, $1) }
      for index in order {
        switch mentions[index].kind {
        case .name, .demonym: break
        case .nominal:
          let named = nominal(index)
          mentions[index].entities = named.isEmpty ? unnamed(index).map { [$0] } ?? [] : named
        case .pronoun: mentions[index].entities = pronoun(index)
        }
        note(index)
      }
    }
  }

  /// The chain of somebody or something without a name: a pronoun may mean it, so that it means nobody else.
  private mutating func unnamed(_ index: Int) -> Int? {
    let mention = mentions[index]
    guard isProse[mention.sentence] else { return nil }
    let type = mention.types.first ?? .thing
    let tree = trees[mention.sentence]
    let isBare =
      mention.isPlural && tree.children(of: mention.head, "det", "nmod:poss", "amod", "nummod").isEmpty
    if isDefinite(mention.head, in: tree) || isBare, let known = unnamedChains[mention.text],
      chains[known].isPlural == mention.isPlural
    {
      return known
    }
    var chain = Chain(type: type, typeConfidence: 0.5)
    chain.gender = mention.gender
    chain.isPlural = mention.isPlural
    chains.append(chain)
    unnamedChains[mention.text] = chains.count - 1
    return chains.count - 1
  }

  /// Whoever speaks or is spoken to, where the text names nobody: one entity a document.
  mutating func speakers(named word: String, plural: Bool) -> Int {
    if let known = unnamedChains["·" + word] { return known }
    var chain = Chain(type: .person, typeConfidence: 0.5)
    chain.isPlural = plural
    chains.append(chain)
    unnamedChains["·" + word] = chains.count - 1
    return chains.count - 1
  }

  private mutating func note(_ index: Int) {
    let mention = mentions[index]
    guard isProse[mention.sentence] || mention.kind == .name else { return }
    for entity in mention.entities {
      if mention.kind == .nominal || mention.kind == .pronoun { chains[entity].mentionCount += 1 }
      chains[entity].lastSentence = mention.sentence
      counts[entity, default: 0] += mention.kind == .demonym ? 0 : 1
    }
    let isSpeaker = mention.kind == .pronoun && PronounReference.isOfSpeech(mention.text)
    if !mention.entities.isEmpty, mention.kind != .demonym, !isSpeaker { history.append(index) }
  }
}
