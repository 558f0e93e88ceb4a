import RelataGazetteer
import RelataGraph
import RelataLanguage

/// Which mentions of a document speak of the same: its chains, named or only described.
struct Coreference: Sendable {
  let trees: [SentenceTree]
  /// For what is read here and for what reads the result.
  let words: WordLists
  /// In the order of the text; each with the chains that it speaks of.
  private(set) var mentions: [Mention]
  private(set) var chains: [Chain]
  /// Mentions by sentence and head token; where several share a head, names before
  /// descriptions, the longest first.
  private let byHead: [[Int: [Int]]]
  /// By name: the chains of events that are told.
  private var events: [String: Int] = [:]
  /// By the chain of a group: those of who is named beside it as one who may lead it.
  private(set) var leaders: [Int: Set<Int>] = [:]
  /// The armed groups and organisations that somebody leads so, by his chain.
  private(set) var led: [Int: Set<Int>] = [:]

  /// - Parameters:
  ///   - mentions: in the order of the text, names with their chains.
  ///   - chains: those of names.
  ///   - antecedents: for each description and pronoun a mention that speaks of the same, if any: one before
  ///     it, or a name.
  ///   - reading: what the heads see in the mentions.
  /// - Complexity: linear in mentions, once more through them for forces that are found to be a known
  ///   group's.
  init(
    trees: [SentenceTree], mentions: [Mention], chains: [Chain], antecedents: [Int?],
    reading: MentionReading, heads: FactHeads, ontology: Ontology, gazetteer: Gazetteer
  ) {
    self.trees = trees
    words = gazetteer.wordLists
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
    typeNamed(reading, heads, ontology)
    leaders = statedLeaders()
    for (group, persons) in leaders
    where self.chains[group].type == .armedGroup || self.chains[group].type == .organization {
      for person in persons { led[person, default: []].insert(group) }
    }
    let fullNames = FullNames(mentions, trees, ontology, gazetteer)
    var marks: [Int: DescriptionMarks] = [:]
    for index in mentions.indices where mentions[index].kind == .nominal || mentions[index].kind == .pronoun {
      // Of persons such words say what they hold: "the former president" may be the next one.
      let own =
        mentions[index].kind == .nominal && mentions[index].types.first != .person
        ? DescriptionMarks(mentions[index], in: trees[mentions[index].sentence], fullNames, gazetteer) : nil
      var antecedent = antecedents[index]
      if let own, let chain = antecedent.flatMap({ self.mentions[$0].entities.first }) {
        let known = marks[chain] ?? self.marks(of: chain, ontology, gazetteer)
        marks[chain] = known
        if own.conflict(with: known) { antecedent = nil }
      }
      resolve(index, antecedent)
      if let own, let chain = self.mentions[index].entities.first {
        marks[chain, default: self.marks(of: chain, ontology, gazetteer)].formUnion(own)
      }
    }
    typeDescribed(reading, heads, ontology)
    addFullNames(ontology, gazetteer)
    for (index, chain) in self.chains.enumerated() where chain.type == .event {
      if let name = chain.canonicalName, events[name] == nil { events[name] = index }
    }
  }

  // MARK: Looking up

  /// The chains that the mention at a head token speaks of.
  func entities(at token: Int, sentence: Int) -> [Int] {
    for index in byHead[sentence][token] ?? [] where !mentions[index].entities.isEmpty {
      return mentions[index].entities
    }
    return []
  }

  /// The chains that are named at a head token.
  func names(at token: Int, sentence: Int) -> [Int] {
    (byHead[sentence][token] ?? []).first { mentions[$0].kind == .name || mentions[$0].kind == .demonym }
      .map { mentions[$0].entities } ?? []
  }

  /// The mentions at a head token, names before descriptions.
  func mentions(at token: Int, sentence: Int) -> [Mention] {
    (byHead[sentence][token] ?? []).map { mentions[$0] }
  }

  // MARK: Adding

  /// Keeps a title with whoever bears it.
  mutating func add(title: String, to chain: Int) {
    if !chains[chain].titles.contains(title) { chains[chain].titles.append(title) }
  }

  /// Keeps a name that the text calls a chain by, beside those of its mentions.
  mutating func add(name: String, to chain: Int) { chains[chain].names[name, default: 0] += 1 }

  /// The chain of an event that the text tells without naming it, made on first use.
  mutating func event(named name: String) -> Int {
    if let known = events[name] {
      chains[known].mentionCount += 1
      return known
    }
    var chain = Chain(type: .event, typeConfidence: 0.9)
    chain.canonicalName = name
    chain.names = [name: 1]
    chain.mentionCount = 1
    events[name] = chains.count
    chains.append(chain)
    return chains.count - 1
  }

  // MARK: Descriptions and pronouns

  /// What the names of a chain say to part it from others.
  private func marks(of chain: Int, _ ontology: Ontology, _ gazetteer: Gazetteer) -> DescriptionMarks {
    let isBody = ontology.isKind(chains[chain].type, of: .governmentBody)
    return DescriptionMarks(
      names: chains[chain].isDescribed ? [] : chains[chain].names.map(\.key), isBody: isBody, gazetteer)
  }

  private mutating func resolve(_ index: Int, _ antecedent: Int?) {
    let mention = mentions[index]
    if mention.kind == .nominal, let named = apposed(mention) {
      mentions[index].entities = named
    } else if mention.kind == .pronoun, let modified = modified(by: mention) {
      mentions[index].entities = modified
    } else if mention.kind == .nominal, let sender = sender(of: mention, antecedent) {
      if let antecedent, areOf(sender, antecedent) { join(mentions[antecedent].entities[0], to: sender) }
      mentions[index].entities = [sender]
    } else if let antecedent, !mentions[antecedent].entities.isEmpty, !isOthers(mention, than: antecedent) {
      mentions[index].entities = Array(mentions[antecedent].entities.prefix(1))
    } else {
      // Also a pronoun: those that follow may mean the same nameless speaker.
      chains.append(Chain(type: .thing, typeConfidence: 0))
      mentions[index].entities = [chains.count - 1]
    }
    for chain in mentions[index].entities {
      chains[chain].mentionCount += 1
      guard mention.kind == .nominal, chains[chain].canonicalName == nil,
        chains[chain].names.isEmpty || chains[chain].isDescribed
      else { continue }
      chains[chain].isDescribed = true
      for phrase in NounPhrase(mention, in: trees[mention.sentence]).spellings(words) {
        chains[chain].names[phrase, default: 0] += 1
        if isPointing(phrase) { chains[chain].pointing.insert(phrase) }
      }
    }
  }

  /// Whether a description begins with a word that means something only in its place.
  private func isPointing(_ description: String) -> Bool {
    words[.pointingWords].contains(description.prefix { $0 != " " }.lowercased())
  }

  /// A description whose name stands beside it is not asked for an antecedent: "Kremlin spokesman Dmitry
  /// Peskov", "his brother Maher".
  private func apposed(_ mention: Mention) -> [Int]? {
    let tree = trees[mention.sentence]
    if ["appos", "flat", "nmod:desc", "nmod:unmarked"].contains(tree.relations[mention.head]),
      let governor = tree.heads[mention.head]
    {
      let named = names(at: governor, sentence: mention.sentence)
      if named.count == 1 { return named }
    }
    for child in tree.children[mention.head] where child > mention.head {
      let isApposed =
        ["appos", "flat", "nmod:desc", "nmod:unmarked"].contains(tree.relations[child])
        && !tree.tokens[mention.head..<child].contains { $0.partOfSpeech == .verb }
      guard isApposed else { continue }
      let named = names(at: child, sentence: mention.sentence)
      if named.count == 1 { return named }
    }
    return nil
  }

  /// What was only described until here is known now.
  /// - Complexity: O(mentions); once for each chain at most.
  private mutating func join(_ described: Int, to chain: Int) {
    for index in mentions.indices where mentions[index].entities == [described] {
      mentions[index].entities = [chain]
      chains[chain].mentionCount += 1
    }
    chains[described] = Chain(type: .thing, typeConfidence: 0)
  }

  /// "Golan Heights, which Israel occupied": a relative pronoun speaks of what its clause modifies.
  private func modified(by pronoun: Mention) -> [Int]? {
    let tree = trees[pronoun.sentence]
    guard tree.tokens[pronoun.head].tag.hasPrefix("W") else { return nil }
    var current = pronoun.head
    for _ in 0..<12 {
      guard let head = tree.heads[current] else { return nil }
      if tree.relations[current] == "acl:relcl" {
        let found = entities(at: head, sentence: pronoun.sentence)
        return found.isEmpty ? nil : Array(found.prefix(1))
      }
      current = head
    }
    return nil
  }

  // MARK: Types

  /// The type of a named chain is what the heads say of all its names together, unless it is known for sure.
  private mutating func typeNamed(_ reading: MentionReading, _ heads: FactHeads, _ ontology: Ontology) {
    var scores: [Int: [Double]] = [:]
    // "Ford" alone may be anybody, "Ford Motor Company" is none.
    let long = Set(
      mentions.filter { $0.kind == .name && $0.tokens.count > 1 }.compactMap(\.entities.first))
    for (index, mention) in mentions.enumerated() where mention.kind == .name {
      guard let chain = mention.entities.first, mention.tokens.count > 1 || !long.contains(chain) else {
        continue
      }
      Self.add(reading.types(of: index), to: &scores[chain, default: []])
    }
    for (chain, sums) in scores where chains[chain].typeConfidence < 0.96 {
      set(chain, sums, heads, ontology)
    }
  }

  private mutating func typeDescribed(_ reading: MentionReading, _ heads: FactHeads, _ ontology: Ontology) {
    var scores: [Int: [Double]] = [:]
    for (index, mention) in mentions.enumerated() where mention.kind == .nominal {
      guard let chain = mention.entities.first, chains[chain].isDescribed else { continue }
      Self.add(reading.types(of: index), to: &scores[chain, default: []])
      chains[chain].entityProbability = max(
        chains[chain].entityProbability, Double(reading.entityProbabilities[index]))
    }
    for (chain, sums) in scores { set(chain, sums, heads, ontology) }
  }

  private static func add(_ probabilities: ArraySlice<Float>, to sums: inout [Double]) {
    if sums.isEmpty { sums = [Double](repeating: 1, count: probabilities.count) }
    for (k, value) in probabilities.enumerated() { sums[k] *= max(1e-6, Double(value)) }
    // Products of many mentions would vanish.
    let largest = sums.max() ?? 1
    if largest > 0 { for k in sums.indices { sums[k] /= largest } }
  }

  private mutating func set(_ chain: Int, _ sums: [Double], _ heads: FactHeads, _ ontology: Ontology) {
    guard let best = sums.indices.max(by: { (sums[$0], $1) < (sums[$1], $0) }),
      ontology.description(of: heads.types[best]) != nil
    else { return }
    // What a name's head noun says may be more exact: an "Air Base" is a base, and so a facility.
    if !ontology.isKind(chains[chain].type, of: heads.types[best]) || chains[chain].isDescribed {
      chains[chain].type = heads.types[best]
    }
    chains[chain].typeConfidence = sums[best] / sums.reduce(0, +)
  }
}
