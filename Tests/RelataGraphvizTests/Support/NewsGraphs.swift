import RelataGraph

/// Graphs as articles give them: a few actors that much is said of, many that little is, several statements
/// between the same two, names of one to seven words.
enum NewsGraphs {
  /// The same graph for the same numbers.
  static func graph(entities: Int, statements: Int, seed: UInt64, ontology: Ontology) -> KnowledgeGraph {
    var random = Numbers(state: seed)
    let types = ontology.types.map(\.type).filter { $0 != .thing }
    let made = (0..<entities).map { index -> Entity in
      let words = (0..<(1 + random.below(4) + (index % 9 == 0 ? 3 : 0))).map { _ in
        Self.words[random.below(Self.words.count)]
      }
      return Entity(
        id: EntityID(rawValue: "thing/\(index)"), name: words.joined(separator: " "),
        type: types[random.below(types.count)])
    }
    let relations = ontology.relations
    let stated = (0..<statements).map { index -> Statement in
      // The square of a random number makes hubs of the first.
      let subject = random.below(entities) * random.below(entities) / entities
      let object = random.below(4) == 0 ? subject / 2 : random.below(entities)
      let relation = relations[random.below(relations.count)]
      let date = PartialDate(year: 2020 + random.below(6), month: 1 + random.below(12))
      let quote = "Sentence \(index)."
      return Statement(
        subject: made[subject].id, relation: relation.id, object: made[object].id,
        isOpen: random.below(9) == 0, polarity: random.below(12) == 0 ? .negated : .affirmed,
        modality: Modality.allCases[max(0, random.below(10) - 5)],
        time: random.below(3) == 0 ? TimeSpan(at: date) : nil,
        role: random.below(8) == 0 ? "deputy minister of foreign affairs" : nil,
        importance: Double(random.below(100)) / 100,
        evidence: [Evidence(document: "a.txt", start: 0, end: quote.count, quote: quote)])
    }
    return KnowledgeGraph(entities: made, statements: stated, documents: [DocumentRecord(id: "a.txt")])
  }

  private static let words = [
    "Ahmed", "Interim", "Council", "of", "Northern", "Liberation", "Front", "Ministry", "Al-Hasakah", "River",
    "United", "Committee", "Bridge", "Wolverhampton", "Air", "Force", "Ivanova", "Treaty", "on", "Border",
    "Shipping", "Internationalisation", "House", "X",
  ]

  private struct Numbers {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }
}
