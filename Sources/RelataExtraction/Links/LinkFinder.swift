import RelataGazetteer
import RelataGraph
import RelataLanguage

/// Offers a document's sentences to the ``LinkReader``: their mentions, triggers and times.
struct LinkFinder {
  /// A time that can date what a sentence tells.
  struct DatingTime: Sendable {
    var sentence: Int
    var expression: TimeExpression
    /// Indices of the mentions that it is a part of: "the 2020 election".
    var wholes: [Int]
  }

  struct Sentence {
    var links: [Link]
    /// The times that ``LinkTime/expression(_:)`` counts.
    var times: [DatingTime]
    var triggers: [TriggerLinks.Ends: [TriggerLinks.Found]]
    var roles: [RoleOccurrence]
  }

  /// Below this probability of denoting an entity a description is no end of a link.
  static let leastEntity: Float = 0.15
  /// How many times of the sentence itself, and of the three before it, can date it.
  private static let mostTimes = 6
  private static let mostEarlier = 2

  let heads: FactHeads
  let reader: LinkReader
  let index: TriggerIndex
  let senses: WordSenses
  let coreference: Coreference
  let reading: MentionReading
  let vectors: [WordVectors]
  /// The time expressions of each sentence.
  let times: [[TimeExpression]]
  /// Indices of the mentions of each sentence.
  private let mentions: [[Int]]

  init(
    heads: FactHeads, kernels: KernelRunner, index: TriggerIndex, senses: WordSenses,
    coreference: Coreference,
    reading: MentionReading, vectors: [WordVectors], times: [[TimeExpression]]
  ) {
    self.heads = heads
    reader = LinkReader(heads: heads, kernels: kernels)
    self.index = index
    self.senses = senses
    self.coreference = coreference
    self.reading = reading
    self.vectors = vectors
    self.times = times
    var mentions = [[Int]](repeating: [], count: coreference.trees.count)
    for (index, mention) in coreference.mentions.enumerated() { mentions[mention.sentence].append(index) }
    self.mentions = mentions
  }

  /// - Parameter lowest: the probability below which a link is left out.
  func sentence(_ sentence: Int, roles: [RoleOccurrence], ontology: Ontology, lowest: Float) -> Sentence {
    let tree = coreference.trees[sentence]
    let offered = mentions[sentence].filter {
      coreference.mentions[$0].kind != .nominal || reading.entityProbabilities[$0] > Self.leastEntity
    }
    guard offered.count > 1 else { return Sentence(links: [], times: [], triggers: [:], roles: roles) }
    let frames = FrameFinder(index: index).frames(in: tree, roles: roles)
    let triggers = TriggerLinks(ontology: ontology, coreference: coreference).links(
      frames, sentence: sentence)
    let chosen = datingTimes(of: sentence)
    let input = LinkReader.Input(
      words: vectors[sentence],
      mentions: offered.map { ($0, coreference.mentions[$0].head) },
      triggers: knownTriggers(in: tree),
      times: chosen.map { (vectors[$0.sentence], $0.expression.head) },
      rules: rules(triggers, offered), verbs: Set(tree.tokens.indices.filter(tree.isVerb)),
      coordination: coordination(offered, tree, ontology))
    return Sentence(
      links: reader.links(in: input, mentions: reading, lowest: lowest), times: chosen, triggers: triggers,
      roles: roles)
  }

  private func coordination(_ offered: [Int], _ tree: SentenceTree, _ ontology: Ontology) -> Coordination {
    let mentions = offered.prefix(LinkReader.mostMentions).map { coreference.mentions[$0] }
    let types = mentions.map { mention in mention.entities.first.map { coreference.chains[$0].type } }
    return Coordination(
      heads: mentions.map(\.head), types: types,
      isPerson: types.map { $0.map { ontology.isKind($0, of: .person) } ?? false }, in: tree)
  }

  /// For each token the learned relations that the ontology's triggers can mean there, and those that the
  /// word can express at all.
  private func knownTriggers(in tree: SentenceTree) -> [Int: [Int]] {
    var result: [Int: [Int]] = [:]
    for token in tree.tokens.indices {
      var found = Set(
        [Trigger.Kind.verb, .adjective, .noun, .role].flatMap { kind in
          index.matches(kind, at: token, in: tree).compactMap { heads.relationNumbers[$0.relation.id] }
        })
      if let wordClass = WordSenses.WordClass(tag: tree.tokens[token].tag) {
        for relation in senses.relations(of: tree.lemmas[token], as: wordClass) {
          if let number = heads.relationNumbers[relation] { found.insert(number) }
        }
      }
      if !found.isEmpty { result[token] = found.sorted() }
    }
    return result
  }

  private func rules(
    _ triggers: [TriggerLinks.Ends: [TriggerLinks.Found]], _ offered: [Int]
  ) -> [LinkReader.Pair: Int] {
    guard !triggers.isEmpty else { return [:] }
    var result: [LinkReader.Pair: Int] = [:]
    let ends = offered.prefix(LinkReader.mostMentions).map { coreference.mentions[$0].entities }
    for (i, subjects) in ends.enumerated() {
      for (j, objects) in ends.enumerated() where i != j {
        let numbers = subjects.flatMap { subject in
          objects.flatMap { object in
            (triggers[TriggerLinks.Ends(subject: subject, object: object)] ?? []).prefix(1).compactMap {
              heads.relationNumbers[$0.relation.id]
            }
          }
        }
        if let least = numbers.min() { result[LinkReader.Pair(subject: i, object: j)] = least }
      }
    }
    return result
  }

  private func datingTimes(of sentence: Int) -> [DatingTime] {
    var result = times[sentence].prefix(Self.mostTimes).map { dating($0, of: sentence) }
    var earlier: [DatingTime] = []
    for before in stride(from: sentence - 1, through: max(0, sentence - 3), by: -1)
    // What was not analysed has nothing that a time could be read by.
    where vectors[before].count > 0 {
      // "Before December 8" dates its own sentence alone.
      earlier += times[before].reversed().filter(\.span.isPoint).prefix(Self.mostEarlier).map {
        dating($0, of: before)
      }
    }
    result += earlier.prefix(Self.mostEarlier)
    return result
  }

  private func dating(_ time: TimeExpression, of sentence: Int) -> DatingTime {
    let tree = coreference.trees[sentence]
    // "As of early today local time" dates by itself.
    let isModifier =
      ["nummod", "compound"].contains(tree.universalRelation(of: time.head))
      && tree.heads[time.head].map { !coreference.words[.datingNouns].contains(tree.lemmas[$0]) } == true
    let wholes = mentions[sentence].filter {
      let mention = coreference.mentions[$0]
      return mention.tokens.lowerBound <= time.tokens.lowerBound
        && mention.tokens.upperBound >= time.tokens.upperBound
        && mention.tokens.count > time.tokens.count
        || isModifier && mention.kind != .pronoun && tree.heads[time.head] == mention.head
    }
    return DatingTime(sentence: sentence, expression: time, wholes: wholes)
  }
}
