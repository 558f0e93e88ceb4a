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
  private(set) var chains: [Chain]
  private(set) var roles: RoleTable
  /// Mentions by sentence and head token; where several share a head, the longest first.
  private let byHead: [[Int: [Int]]]
  private let rolesAt: [[Int: RoleOccurrence]]
  /// Antecedent candidates in the order of the text: (mention, position).
  private var history: [Int] = []
  private var counts: [Int: Int] = [:]
  /// The latest chain without a name for each noun.
  private var unnamedChains: [String: Int] = [:]

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

  private func names(at token: Int, sentence: Int) -> [Int] {
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

  /// The city or region that makes up half of the document's mentions of its kind: what "the mayor" is mayor of.
  private func mainPlace(_ type: EntityType) -> Int? {
    var counts: [Int: Int] = [:]
    for mention in mentions where mention.kind == .name && !mention.isMetonym {
      for entity in mention.entities where chains[entity].type == type { counts[entity, default: 0] += 1 }
    }
    let total = counts.values.reduce(0, +)
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value >= 2,
      best.value * 2 > total
    else { return nil }
    return best.key
  }

  /// The country that the document, or else the sentence, is about: what "the president" presides over where nothing says so.
  ///
  /// The country that makes up half of the document's mentions of countries, unless the sentence speaks of others alone.
  func home(_ type: EntityType, sentence: Int) -> Int? {
    guard type == .country else { return mainPlace(type) }
    var here: Set<Int> = []
    var everywhere: [Int: Int] = [:]
    for mention in mentions where mention.kind == .name || mention.kind == .demonym {
      for entity in mention.entities {
        let chain = chains[entity]
        let country: Int?
        if chain.type == .country {
          country = entity
        } else if chain.type == .city, mention.sentence == sentence,
          let code = gazetteer.places(named: mention.text).first?.countryCode,
          let state = gazetteer.country(code: code)
        {
          country = chains.firstIndex { $0.type == .country && $0.canonicalName == state.name }
        } else {
          country = nil
        }
        guard let country else { continue }
        everywhere[country, default: 0] += 1
        if mention.sentence == sentence { here.insert(country) }
      }
    }
    let total = everywhere.values.reduce(0, +)
    guard let best = everywhere.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value >= 2,
      best.value * 2 >= total
    else { return nil }
    return here.isEmpty || here.contains(best.key) ? best.key : nil
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
  private mutating func speakers(named word: String, plural: Bool) -> Int {
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

  // MARK: Descriptions

  /// How much less likely an antecedent is for having no name.
  private static let namelessness = 1.5

  private mutating func nominal(_ index: Int) -> [Int] {
    let mention = mentions[index]
    let sentence = mention.sentence
    let tree = trees[sentence]
    let head = mention.head
    // An apposition names it: "the city of Hama", "his counterpart Vladimir Putin", "Aleppo, a city that …".
    if let named = apposition(of: head, in: tree, sentence: sentence, types: mention.types) {
      for entity in named { chains[entity].descriptions.insert(tree.lemmas[head]) }
      return named
    }
    let isRole = rolesAt[sentence][head] != nil
    let modifiers = self.modifiers(of: head, in: tree)
    let modifierEntities = modifiers.flatMap { entities(at: $0, sentence: sentence) }
    if isRole, isDefinite(head, in: tree) || !modifierEntities.isEmpty, !mention.isPlural {
      let bodies =
        modifierEntities
        + (rolesAt[sentence][head]?.bodies ?? []).flatMap { entities(at: $0, sentence: sentence) }
      if let holder = roles.holder(role: tree.lemmas[head], bodies: bodies, before: sentence) {
        return [holder]
      }
      // "the HTS leader added": whoever has been speaking.
      if isDefinite(head, in: tree), tree.relations[head] == "nsubj", let verb = tree.heads[head],
        Attribution.isSpeechVerb(tree.lemmas[verb]), let speaker = lastSpeaker(before: sentence)
      {
        return [speaker]
      }
      if !bodies.isEmpty { return [] }
    }
    if let group = pair(head, in: tree, sentence: sentence) { return group }
    if isCollective(head, mention, in: tree) {
      let ofEntities = tree.children(of: head, "nmod")
        .filter { ["of", "from"].contains(tree.adposition(of: $0)) }
        .flatMap { tree.conjuncts(of: $0) }
        .flatMap { entities(at: $0, sentence: sentence) }
      // "factions led by HTS"
      let leaders = tree.children(of: head, "acl", "acl:relcl").filter {
        tree.lemmas[$0] == "lead" || tree.lemmas[$0] == "head"
      }
      .flatMap {
        tree.children(of: $0, "obl:agent")
          + tree.children(of: $0, "obl").filter { tree.adposition(of: $0) == "by" }
      }
      .flatMap { entities(at: $0, sentence: sentence) }
      .filter { !ontology.isKind(chains[$0].type, of: .person) }
      let owners = modifierEntities + ofEntities + leaders
      if !owners.isEmpty { return represented(by: owners, noun: tree.lemmas[head]) }
    }
    // "the government": that of the country the text is about.
    if Self.governments.contains(tree.lemmas[head]), isDefinite(head, in: tree), modifiers.isEmpty,
      tree.children(of: head, "nmod", "acl", "acl:relcl", "amod").isEmpty,
      let state = home(.country, sentence: sentence)
    {
      return [state]
    }
    guard !mention.types.isEmpty, isDefinite(head, in: tree), modifierEntities.isEmpty,
      !isRole || !mention.types.contains(.person),
      tree.children(of: head, "nmod", "acl:relcl").isEmpty || tree.lemmas[head] == "country"
    else { return [] }
    if let described = described(as: tree.lemmas[head], types: mention.types, before: index) {
      return [described]
    }
    if mention.types.contains(.person) && !mention.types.contains(.organization) { return [] }
    // "the plane" is no airport: of buildings and vehicles only what has been called so.
    if mention.types.contains(where: { ontology.isKind($0, of: .facility) }) { return [] }
    return antecedent(
      types: mention.types, plural: mention.isPlural, gender: mention.gender, near: index, reach: 3
    )
    .map { [$0] } ?? []
  }

  /// "the airline": the last entity that the text called so, or whose name has the word ("the commission").
  private func described(as noun: String, types: [EntityType], before index: Int) -> Int? {
    var tried: Set<Int> = []
    for candidate in history.reversed() {
      for entity in mentions[candidate].entities where tried.insert(entity).inserted {
        let chain = chains[entity]
        guard types.isEmpty || !ontology.isKind(chain.type, of: .person) || types.contains(.person) else {
          continue
        }
        if chain.descriptions.contains(noun) { return entity }
        let isNamed = chain.names.keys.contains { name in
          name.contains(" ") && name.lowercased().split(separator: " ").contains { $0 == noun }
        }
        if isNamed { return entity }
      }
    }
    return nil
  }

  /// The person who is the subject of a verb of saying in the sentence before.
  private func lastSpeaker(before sentence: Int) -> Int? {
    guard sentence > 0, isProse[sentence - 1] else { return nil }
    let tree = trees[sentence - 1]
    for token in tree.tokens.indices.reversed()
    where tree.isVerb(token) && Attribution.isSpeechVerb(tree.lemmas[token]) {
      guard let subject = tree.child(of: token, "nsubj") else { continue }
      if let entity = entities(at: subject, sentence: sentence - 1).first,
        ontology.isKind(chains[entity].type, of: .person)
      {
        return entity
      }
    }
    return nil
  }

  private func apposition(of head: Int, in tree: SentenceTree, sentence: Int, types: [EntityType]) -> [Int]? {
    func named(_ token: Int) -> [Int]? {
      guard let mention = mention(at: token, sentence: sentence), mention.kind == .name,
        let type = mention.types.first
      else { return nil }
      let fits =
        types.isEmpty || ontology.allows(type, in: types) || type == .thing
        || types.contains { ontology.isKind($0, of: type) }
      return fits ? mention.entities : nil
    }
    for child in tree.children[head] {
      let relation = tree.relations[child]
      if ["appos", "flat", "nmod:desc", "nmod:unmarked"].contains(relation), let found = named(child) {
        return found
      }
      if relation == "nmod", tree.adposition(of: child) == "of", Self.placeNouns.contains(tree.lemmas[head]),
        let found = named(child)
      {
        return found
      }
      // "the AfCFTA agreement"
      if relation == "compound", child < head, MentionDetector.agreementNouns.contains(tree.lemmas[head]),
        let mention = mention(at: child, sentence: sentence), mention.types.first == .agreement
      {
        return mention.entities
      }
      if relation == "compound", child > head || Self.placeNouns.contains(tree.lemmas[head]),
        let found = named(child)
      {
        return found
      }
    }
    if ["appos", "nmod:desc", "flat"].contains(tree.relations[head]), let governor = tree.heads[head],
      let found = named(governor)
    {
      return found
    }
    // "Turkish airline Pegasus"
    if tree.relations[head] == "compound", let governor = tree.heads[head], governor > head,
      types.contains(where: { ontology.isKind($0, of: .organization) }), let found = named(governor)
    {
      return found
    }
    if tree.child(of: head, "cop") != nil, let subject = tree.child(of: head, "nsubj"),
      let found = named(subject)
    {
      return found
    }
    // "Betancourt was one of the hostages rescued by the army", "Gassiyev, one of the deputies".
    if tree.adposition(of: head) == "of", let one = tree.heads[head], tree.lemmas[one] == "one" {
      if tree.child(of: one, "cop") != nil, let subject = tree.child(of: one, "nsubj") {
        return named(subject)
      }
      if tree.relations[one] == "appos", let governor = tree.heads[one] { return named(governor) }
    }
    return nil
  }

  private static let governments: Set<String> = ["government", "authority", "authorities", "regime"]

  private static let placeNouns: Set<String> = [
    "city", "town", "village", "province", "state", "region", "country", "island", "republic", "kingdom",
    "port",
    "district", "capital", "strip", "peninsula", "valley", "governorate", "county", "territory",
    "municipality", "oblast",
  ]

  private func modifiers(of head: Int, in tree: SentenceTree) -> [Int] {
    tree.children[head].filter {
      ["nmod:poss", "amod", "compound", "nmod:desc"].contains(tree.relations[$0]) && $0 < head
    }
  }

  private func isDefinite(_ head: Int, in tree: SentenceTree) -> Bool {
    tree.children[head].contains {
      tree.base($0) == "det" && ["the", "this", "that", "these", "those", "both"].contains(tree.lemmas[$0])
    }
  }

  private func isCollective(_ head: Int, _ mention: Mention, in tree: SentenceTree) -> Bool {
    let lemma = tree.lemmas[head]
    // "a Russian fighter jet", but not "an Iranian cargo plane".
    if ["plane", "aircraft", "jet", "ship", "vessel", "helicopter"].contains(lemma) {
      return tree.children[head].contains {
        ["fighter", "military", "combat", "war", "naval"].contains(tree.lemmas[$0])
      }
    }
    if MentionDetector.stateNouns.contains(lemma) || Self.representatives.contains(lemma) { return true }
    guard let description = gazetteer.description(lemma) else { return false }
    return description.isCollective || (mention.isPlural && description.types.contains(.person))
  }

  /// What stands for whoever it belongs to: "Israeli warplanes", "Sharaa's fighters", "a Russian delegation".
  private static let representatives: Set<String> = [
    "fighter", "soldier", "troop", "warplane", "jet", "plane", "aircraft", "drone", "airstrike", "strike",
    "convoy",
    "representative", "negotiator", "diplomat", "minister", "lawmaker", "spokesman", "spokeswoman",
    "spokesperson",
    "delegation", "team", "army", "navy", "police", "movement", "group", "party", "element", "militant",
    "rebel",
    "personnel", "warship", "ship", "tank", "artillery", "missile", "air", "gunman", "agent", "member",
    "policy",
    "command", "branch", "wing", "leadership", "people", "citizen", "faction", "coalition", "alliance",
    "bloc",
  ]

  private func represented(by owners: [Int], noun: String) -> [Int] {
    let forces: Set<String> = [
      "fighter", "force", "forces", "troop", "troops", "soldier", "militant", "group", "movement", "rebel",
      "army",
      "follower", "men",
    ]
    var result: [Int] = []
    for owner in owners {
      let entity =
        ontology.isKind(chains[owner].type, of: .person) && forces.contains(noun)
        ? roles.bodyLed(by: owner, where: { ontology.isKind(chains[$0].type, of: .organization) }) ?? owner
        : owner
      if !result.contains(entity) { result.append(entity) }
    }
    return result
  }

  /// "the two leaders", "both sides": the last two different entities that fit.
  private func pair(_ head: Int, in tree: SentenceTree, sentence: Int) -> [Int]? {
    let isPair = tree.children[head].contains {
      (tree.base($0) == "nummod" && tree.lemmas[$0] == "two") || tree.lemmas[$0] == "both"
    }
    guard isPair, mention(at: head, sentence: sentence)?.isPlural == true else { return nil }
    var types = gazetteer.description(tree.lemmas[head])?.types ?? []
    if rolesAt[sentence][head] != nil { types = [.person] }
    if ["side", "party", "nation", "state", "country"].contains(tree.lemmas[head]) {
      types = [.country, .organization]
    }
    guard !types.isEmpty else { return nil }
    var found: [Int] = []
    for index in history.reversed() {
      guard mentions[index].sentence >= sentence - 3 else { break }
      for entity in mentions[index].entities.reversed() where ontology.allows(chains[entity].type, in: types)
      {
        if !found.contains(entity) { found.append(entity) }
        if found.count == 2 { return found.reversed() }
      }
    }
    return nil
  }

  // MARK: Pronouns

  private mutating func pronoun(_ index: Int) -> [Int] {
    let mention = mentions[index]
    let tree = trees[mention.sentence]
    guard let reference = PronounReference(mention.text) else { return [] }
    if reference.isRelative { return relative(mention.head, in: tree, sentence: mention.sentence) }
    switch mention.text {
    case "i", "me", "my", "myself":
      let known = speaker(in: tree, sentence: mention.sentence)
      return known.isEmpty ? [speakers(named: "i", plural: false)] : known
    case "we", "us", "our", "ours", "ourselves":
      return [speakers(named: "we", plural: true)]
    case "you", "your", "yours", "yourself":
      return [speakers(named: "you", plural: false)]
    case "it" where tree.relations[mention.head] == "expl":
      return []
    default:
      break
    }
    if tree.relations[mention.head] == "nmod:poss",
      let owner = clauseSubject(of: mention, reference, in: tree)
    {
      return [owner]
    }
    return antecedent(
      types: reference.types, plural: reference.isPlural, gender: reference.gender, near: index,
      reach: reference.types == [.person] ? 3 : 2
    ).map { [$0] } ?? []
  }

  /// "Israel lobbied the US to allow Russia to maintain its base": a possessive first looks to the subject of its own verb.
  private func clauseSubject(of pronoun: Mention, _ reference: PronounReference, in tree: SentenceTree)
    -> Int?
  {
    var current = pronoun.head
    for _ in 0..<8 {
      guard let head = tree.heads[current] else { return nil }
      if tree.isVerb(head) {
        // Inside the subject itself the pronoun means somebody else.
        guard tree.base(current) != "nsubj" else { return nil }
        let subjects = Arguments(tree: tree).subjects(of: head).filter { $0 != pronoun.head }
        guard subjects.count == 1, let subject = subjects.first, subject < pronoun.head else { return nil }
        return entities(at: subject, sentence: pronoun.sentence).first {
          fits($0, types: reference.types, plural: reference.isPlural, gender: reference.gender)
        }
      }
      current = head
    }
    return nil
  }

  private func relative(_ token: Int, in tree: SentenceTree, sentence: Int) -> [Int] {
    var current = token
    for _ in 0..<12 {
      guard let head = tree.heads[current] else { return [] }
      if tree.relations[current] == "acl:relcl" || tree.relations[current] == "advcl:relcl" {
        let found = entities(at: head, sentence: sentence)
        if !found.isEmpty { return found }
        if let named = apposition(of: head, in: tree, sentence: sentence, types: []) { return named }
        return (byHead[sentence][head] ?? []).lazy.map { mentions[$0].entities }.first { !$0.isEmpty } ?? []
      }
      current = head
    }
    return []
  }

  /// Who says the sentence in which "I" stands.
  private func speaker(in tree: SentenceTree, sentence: Int) -> [Int] {
    for token in tree.tokens.indices where Attribution.isSpeechVerb(tree.lemmas[token]) && tree.isVerb(token)
    {
      guard let subject = tree.child(of: token, "nsubj") else { continue }
      let found = entities(at: subject, sentence: sentence)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The most salient compatible entity mentioned before (Lappin and Leass 1994: recency, subjecthood, repetition).
  private func antecedent(
    types: [EntityType], plural: Bool, gender: Gazetteer.Gender?, near index: Int, reach: Int
  ) -> Int? {
    let anaphor = mentions[index]
    let tree = trees[anaphor.sentence]
    let coarguments = self.coarguments(of: anaphor, in: tree).union(namedBelow(anaphor, in: tree))
    let complement = complementTypes(of: anaphor, in: tree)
    var best: (entity: Int, score: Double)?
    var tried: Set<Int> = []
    for candidate in history.reversed() {
      let mention = mentions[candidate]
      guard anaphor.sentence - mention.sentence <= reach else { break }
      guard mention.sentence < anaphor.sentence || mention.head < anaphor.head else { continue }
      for entity in mention.entities where tried.insert(entity).inserted {
        guard fits(entity, types: types, plural: plural, gender: gender), !coarguments.contains(entity),
          complement.isEmpty || ontology.allows(chains[entity].type, in: complement)
        else { continue }
        // "using them as human shields": people, not a state.
        // "it must be approved by the Senate": no place.
        if !plural, anaphor.text == "it", tree.relations[anaphor.head] != "nsubj",
          ontology.isKind(chains[entity].type, of: .place)
        {
          continue
        }
        if plural, anaphor.kind == .pronoun, chains[entity].type == .country,
          tree.relations[anaphor.head] == "obj"
        {
          continue
        }
        var score = -4.0 * Double(anaphor.sentence - mention.sentence)
        let relation = trees[mention.sentence].relations[mention.head]
        if relation.hasPrefix("nsubj") { score += 3 } else if relation.hasPrefix("obj") { score += 1 }
        if relation == "nmod:poss" || relation == "compound" || relation == "amod" { score -= 1 }
        let type = chains[entity].type
        // Given names tell gender badly across languages: a mismatch weighs, but does not decide.
        if let gender, let other = chains[entity].gender, other != .either, gender != .either, gender != other
        {
          score -= 5
        }
        if plural, ontology.isKind(type, of: .country) { score -= 4 }
        if chains[entity].names.isEmpty { score -= Self.namelessness }
        if !plural, anaphor.kind == .pronoun, ontology.isKind(type, of: .place),
          !ontology.isKind(type, of: .country)
        {
          score -= 2
        }
        score += 0.4 * Double(min(counts[entity, default: 0], 8))
        if mention.sentence == anaphor.sentence { score -= 0.05 * Double(anaphor.head - mention.head) }
        if best.map({ score > $0.score }) ?? true { best = (entity, score) }
      }
    }
    return best?.entity
  }

  /// What a pronoun's clause names below it, it cannot mean itself: in "He called al-Megrahi's death sad", he is somebody else
  /// (principle C; Chomsky, "Lectures on Government and Binding", 1981).
  private func namedBelow(_ anaphor: Mention, in tree: SentenceTree) -> Set<Int> {
    guard anaphor.kind == .pronoun, tree.relations[anaphor.head].hasPrefix("nsubj"),
      let verb = tree.heads[anaphor.head]
    else { return [] }
    var result: Set<Int> = []
    var stack = [verb]
    while let token = stack.popLast() {
      for child in tree.children[token] where child > anaphor.head {
        // Another clause beside it, with a subject of its own, is not below it.
        let isBeside = tree.base(child) == "parataxis" || tree.base(child) == "conj"
        if isBeside, tree.child(of: child, "nsubj") != nil { continue }
        stack.append(child)
        for index in byHead[anaphor.sentence][child] ?? [] where mentions[index].kind == .name {
          result.formUnion(mentions[index].entities)
        }
      }
    }
    return result
  }

  /// What "it" must be where the clause says what it is: "it was the first airline in private hands".
  private func complementTypes(of anaphor: Mention, in tree: SentenceTree) -> [EntityType] {
    guard anaphor.kind == .pronoun, tree.relations[anaphor.head] == "nsubj",
      let predicate = tree.heads[anaphor.head], tree.child(of: predicate, "cop") != nil,
      tree.tokens[predicate].partOfSpeech == .noun
    else { return [] }
    return gazetteer.description(tree.lemmas[predicate])?.types ?? []
  }

  /// Entities that a pronoun cannot mean: the subject of the verb whose object it is.
  private func coarguments(of anaphor: Mention, in tree: SentenceTree) -> Set<Int> {
    guard ["obj", "iobj", "obl"].contains(tree.base(anaphor.head)), let verb = tree.heads[anaphor.head],
      !anaphor.text.hasSuffix("self"), !anaphor.text.hasSuffix("selves"),
      let subject = tree.child(of: verb, "nsubj")
    else { return [] }
    return Set(entities(at: subject, sentence: anaphor.sentence))
  }

  private func fits(_ entity: Int, types: [EntityType], plural: Bool, gender: Gazetteer.Gender?) -> Bool {
    let chain = chains[entity]
    let type = chain.type
    if types.contains(.person), ontology.isKind(type, of: .person) {
      return plural == chain.isPlural
    }
    // Of what the text neither names nor types, only "it" and "they" can be said.
    if type == .thing {
      return chain.names.isEmpty && types.contains(.thing) != plural && plural == chain.isPlural
    }
    if ontology.isKind(type, of: .person) { return false }
    if plural { return ontology.allows(type, in: types.filter { $0 != .person }) }
    return ontology.allows(type, in: types.filter { $0 != .thing })
  }
}
