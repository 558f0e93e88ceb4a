import RelataGazetteer
import RelataGraph
import RelataLanguage

/// What a common noun speaks of: "the group", "the HTS leader", "his fighters", "the two sides".
extension CoreferenceResolver {
  /// How much less likely an antecedent is for having no name.
  static let namelessness = 1.5

  mutating func nominal(_ index: Int) -> [Int] {
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
  func described(as noun: String, types: [EntityType], before index: Int) -> Int? {
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
  func lastSpeaker(before sentence: Int) -> Int? {
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

  func apposition(of head: Int, in tree: SentenceTree, sentence: Int, types: [EntityType]) -> [Int]? {
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

  static let governments: Set<String> = ["government", "authority", "authorities", "regime"]

  static let placeNouns: Set<String> = [
    "city", "town", "village", "province", "state", "region", "country", "island", "republic", "kingdom",
    "port",
    "district", "capital", "strip", "peninsula", "valley", "governorate", "county", "territory",
    "municipality", "oblast",
  ]

  func modifiers(of head: Int, in tree: SentenceTree) -> [Int] {
    tree.children[head].filter {
      ["nmod:poss", "amod", "compound", "nmod:desc"].contains(tree.relations[$0]) && $0 < head
    }
  }

  func isDefinite(_ head: Int, in tree: SentenceTree) -> Bool {
    tree.children[head].contains {
      tree.base($0) == "det" && ["the", "this", "that", "these", "those", "both"].contains(tree.lemmas[$0])
    }
  }

  func isCollective(_ head: Int, _ mention: Mention, in tree: SentenceTree) -> Bool {
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
  static let representatives: Set<String> = [
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

  func represented(by owners: [Int], noun: String) -> [Int] {
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
  func pair(_ head: Int, in tree: SentenceTree, sentence: Int) -> [Int]? {
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
}
