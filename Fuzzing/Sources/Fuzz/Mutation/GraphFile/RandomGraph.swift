import Relata

/// Small graphs with everything that graphs may have, and with much that they should not: files of such
/// graphs are where changes begin, so that each kind of record is there to be changed.
enum RandomGraph {
  private static let ids = [
    "city/northport", "organization/union", "person/ada-khan", "person/omar-khan", "person/b", "thing/é",
    "thing/e\u{301}", "thing/İ",
  ]
  private static let types = ["Person", "City", "Organization", "Thing", "Nothing"]
  private static let relations = ["captured", "leads", "praised", "met_with", "part_of", "told of"]
  private static let documents = ["a.txt", "b.txt", "c.zip/ü.html", ""]

  /// Three of four in the order that graphs promise: a file of another cannot be changed in part.
  static func graph(using random: inout SplitMix) -> KnowledgeGraph {
    var graph = KnowledgeGraph()
    for _ in 0..<random.below(7) { graph.entities.append(entity(&random)) }
    let known = graph.entities.map(\.id)
    // None at all in one of four.
    let statementCount = random.below(4) == 0 ? 0 : random.below(10)
    for _ in 0..<statementCount { graph.statements.append(statement(known, &random)) }
    for _ in 0..<random.below(4) { graph.documents.append(document(&random)) }
    let isOrdered = random.below(4) > 0
    if isOrdered { order(&graph) }
    if graph.statements.count > 1 {
      for kind in Contradiction.Kind.allCases where random.below(3) == 0 {
        let last = 1 + random.below(graph.statements.count - 1)
        let statements = isOrdered ? [random.below(last), last] : [last, last, -1, 99]
        graph.contradictions.append(
          Contradiction(kind: kind, statements: statements, explanation: OddValues.text(using: &random)))
      }
    }
    for _ in 0..<random.below(3) { graph.corrections.append(correction(&random)) }
    return graph
  }

  /// Nothing twice, all in ascending order.
  private static func order(_ graph: inout KnowledgeGraph) {
    var ids: Set<EntityID> = []
    graph.entities = graph.entities.filter { ids.insert($0.id).inserted }.sorted { $0.id < $1.id }
    var ends: Set<[String]> = []
    graph.statements = graph.statements.filter {
      ends.insert([$0.subject.rawValue, $0.relation, $0.object.rawValue]).inserted
    }.sorted {
      ($0.subject, $0.relation, $0.object) < ($1.subject, $1.relation, $1.object)
    }
    var names: Set<String> = []
    graph.documents = graph.documents.filter { names.insert($0.id).inserted }.sorted { $0.id < $1.id }
  }

  // MARK: - Parts

  private static func entity(_ random: inout SplitMix) -> Entity {
    var entity = Entity(
      id: id(&random), name: OddValues.text(using: &random), type: kind(&random),
      mentionCount: number(&random))
    for _ in 0..<random.below(4) {
      var alias = Alias(name: OddValues.text(using: &random), count: number(&random))
      if random.below(2) == 0 { alias.example = evidence(&random) }
      entity.aliases.append(alias)
    }
    for scheme in ["wikidata", "iso3166", ""] where random.below(4) == 0 {
      entity.identifiers[scheme] = OddValues.text(using: &random)
    }
    for _ in 0..<random.below(3) {
      entity.links.append(
        IdentityLink(
          name: OddValues.text(using: &random), other: OddValues.text(using: &random),
          reason: OddValues.one(of: IdentityLink.Reason.allCases, using: &random),
          detail: OddValues.text(using: &random), document: optionalText(&random)))
    }
    return entity
  }

  private static func statement(_ known: [EntityID], _ random: inout SplitMix) -> Statement {
    var statement = Statement(
      subject: end(known, &random), relation: OddValues.one(of: relations, using: &random),
      object: end(known, &random), isOpen: random.below(2) == 0,
      polarity: OddValues.one(of: Polarity.allCases, using: &random),
      modality: OddValues.one(of: Modality.allCases, using: &random), confidence: share(&random),
      evidence: [])
    if random.below(2) == 0 { statement.importance = share(&random) }
    // A record says in one bit that there is none of these.
    if random.below(2) == 0 {
      if random.below(2) == 0 { statement.attribution = end(known, &random) }
      if random.below(2) == 0 { statement.place = end(known, &random) }
      if random.below(2) == 0 {
        statement.time = TimeSpan(
          start: random.below(3) == 0 ? nil : date(&random), end: random.below(3) == 0 ? nil : date(&random))
      }
      statement.role = optionalText(&random)
    }
    for _ in 0..<random.below(4) { statement.evidence.append(evidence(&random)) }
    return statement
  }

  private static func document(_ random: inout SplitMix) -> DocumentRecord {
    var document = DocumentRecord(
      id: OddValues.one(of: documents, using: &random), title: optionalText(&random),
      author: optionalText(&random), publisher: optionalText(&random), url: optionalText(&random),
      sentenceCount: number(&random), wordCount: number(&random), text: optionalText(&random),
      digest: optionalText(&random))
    if random.below(2) == 0 { document.date = date(&random) }
    for _ in 0..<random.below(4) { document.pageStarts.append(number(&random)) }
    for _ in 0..<random.below(3) { document.copies.append(OddValues.text(using: &random)) }
    return document
  }

  private static func correction(_ random: inout SplitMix) -> AppliedCorrection {
    var correction = AppliedCorrection(
      action: OddValues.one(of: AppliedCorrection.Action.allCases, using: &random), file: "corrections.yaml",
      line: number(&random), explanation: OddValues.text(using: &random))
    for _ in 0..<random.below(3) { correction.entities.append(id(&random)) }
    for _ in 0..<random.below(3) { correction.evidence.append(evidence(&random)) }
    return correction
  }

  private static func evidence(_ random: inout SplitMix) -> Evidence {
    Evidence(
      document: OddValues.one(of: documents, using: &random), start: number(&random), end: number(&random),
      quote: OddValues.text(using: &random), trigger: OddValues.text(using: &random))
  }

  // MARK: - Values

  private static func id(_ random: inout SplitMix) -> EntityID {
    let text = random.below(8) == 0 ? OddValues.text(using: &random) : OddValues.one(of: ids, using: &random)
    return EntityID(rawValue: text)
  }

  /// Of a statement: mostly an entity of the graph.
  private static func end(_ known: [EntityID], _ random: inout SplitMix) -> EntityID {
    known.isEmpty || random.below(6) == 0 ? id(&random) : OddValues.one(of: known, using: &random)
  }

  private static func kind(_ random: inout SplitMix) -> EntityType {
    EntityType(rawValue: OddValues.one(of: types, using: &random))
  }

  private static func optionalText(_ random: inout SplitMix) -> String? {
    random.below(3) == 0 ? OddValues.text(using: &random) : nil
  }

  private static func number(_ random: inout SplitMix) -> Int {
    random.below(6) == 0
      ? Int(truncatingIfNeeded: OddValues.number(using: &random)) : random.below(200)
  }

  /// Mostly from 0 to 1, in whole millionths or not.
  private static func share(_ random: inout SplitMix) -> Double {
    let shares: [Double] = [
      0, 0.25, 0.5, 0.75, 0.9, 1, 0.123_456_789, .leastNonzeroMagnitude, -0.0, -1, 1.5, .infinity, .nan,
    ]
    return OddValues.one(of: shares, using: &random)
  }

  /// Years in which days have numbers; a changed record may have others.
  private static func date(_ random: inout SplitMix) -> PartialDate {
    let years = [-44, 0, 1, 1999, 2024, 2025, 99_999]
    return PartialDate(
      year: random.below(6) == 0 ? nil : OddValues.one(of: years, using: &random),
      month: random.below(3) == 0 ? nil : random.below(14),
      day: random.below(3) == 0 ? nil : random.below(33))
  }
}
