import RelataGraph

/// Why a record is not one that Relata wrote; the reader knows where it stands.
struct RecordError: Error {
  var reason: String
}

/// Restores a graph from the records of a file that Relata wrote: the flat attributes, and ``GraphDetails``.
struct RelataRecords {
  private var graph = KnowledgeGraph()
  private var identifiers: Set<EntityID> = []
  private var pool = StringPool()
  private var documents: [(position: Int, document: DocumentRecord)] = []
  /// By identifier: where the document is in `documents`.
  private var documentIndices: [ExactText: Int] = [:]
  private var contradictions: [Int: Contradiction] = [:]
  /// The present index of the statements that contradictions name, by the index that they
  /// had when they were written.
  private var positions: [Int: Int] = [:]

  mutating func addEntity(id: EntityID, _ record: [String?], _ columns: RelataColumns) throws(RecordError) {
    let details = try Details(columns.value(.details, in: record), &pool)
    guard identifiers.insert(id).inserted else {
      throw RecordError(reason: GraphFormatError.second("node", id.rawValue))
    }
    if details.isAbsent { return }
    var entity = Entity(
      id: id, name: details.name ?? columns.value(.name, in: record) ?? "",
      type: EntityType(
        rawValue: details.type ?? columns.value(.type, in: record) ?? EntityType.thing.rawValue),
      aliases: details.aliases, links: details.links)
    if let text = columns.value(.mentions, in: record) {
      entity.mentionCount = try Self.number(text, Int.init, "mentions")
    }
    if let identifiers = details.identifiers {
      entity.identifiers = identifiers
    } else if let text = columns.value(.identifiers, in: record) {
      // By scalars: a `;` with a combining mark is another character than `;`, and a Greek
      // question mark is the same one.
      for pair in text.unicodeScalars.split(separator: ";", omittingEmptySubsequences: false).map(
        Substring.init)
      {
        guard let colon = pair.utf8.firstIndex(of: UInt8(ascii: ":")) else {
          throw RecordError(reason: "“\(pair)” is no identifier such as wikidata:Q1")
        }
        entity.identifiers[String(pair[..<colon])] = String(pair[pair.utf8.index(after: colon)...])
      }
    }
    // Somebody added the entity with another tool.
    if details.isEmpty, let text = columns.value(.aliases, in: record) {
      entity.aliases = text.unicodeScalars.split(separator: ";").map { Alias(name: String($0), count: 0) }
    }
    graph.entities.append(entity)
  }

  mutating func addStatement(
    subject: EntityID, object: EntityID, _ record: [String?], _ columns: RelataColumns
  ) throws(RecordError) {
    let details = try Details(columns.value(.details, in: record), &pool)
    var statement = Statement(
      subject: subject, relation: details.relation ?? columns.value(.relation, in: record) ?? "",
      object: object,
      attribution: columns.value(.attribution, in: record).map(PortableText.entityID),
      place: columns.value(.place, in: record).map(PortableText.entityID),
      role: details.role ?? columns.value(.role, in: record), evidence: details.evidence)
    if let text = columns.value(.polarity, in: record) {
      statement.polarity = try Self.choice(text, "polarity")
    }
    if let text = columns.value(.modality, in: record) {
      statement.modality = try Self.choice(text, "modality")
    }
    if let text = columns.value(.confidence, in: record) {
      statement.confidence = try Self.fraction(text, "confidence")
    }
    // igraph writes a number that is missing as one that is none.
    if let text = columns.value(.importance, in: record), Double(text)?.isNaN != true {
      statement.importance = try Self.fraction(text, "importance")
    }
    if let text = columns.value(.open, in: record) { statement.isOpen = try Self.flag(text) }
    let start = try columns.value(.start, in: record).map(Self.date)
    let end = try columns.value(.end, in: record).map(Self.date)
    if start != nil || end != nil || columns.value(.time, in: record) != nil {
      statement.time = TimeSpan(start: start, end: end)
    }
    let quote = columns.value(.quote, in: record)
    if !statement.evidence.isEmpty {
      if details.hidesQuote { statement.evidence[0].quote = quote ?? "" }
      if details.hidesTrigger { statement.evidence[0].trigger = columns.value(.trigger, in: record) ?? "" }
    } else if details.isEmpty, let quote {
      // Somebody added the statement with another tool; where the quote stands is not known.
      let document = columns.value(.documents, in: record)?.unicodeScalars.split(separator: ";").first
        .map { String($0) }
      statement.evidence = [Evidence(document: document ?? "", start: 0, end: 0, quote: quote)]
    }
    // Whoever copies an edge copies its details: the first is the statement that was written.
    if let position = details.position, positions[position] == nil {
      positions[position] = graph.statements.count
    }
    try add(details)
    graph.statements.append(statement)
  }

  /// - Parameter text: the details of the graph as a whole.
  mutating func addRest(_ text: String) throws(RecordError) { try add(try Details(text, &pool)) }

  private mutating func add(_ details: Details) throws(RecordError) {
    for (position, document) in details.documents {
      guard let index = documentIndices[ExactText(text: document.id)] else {
        documentIndices[ExactText(text: document.id)] = documents.count
        documents.append((position, document))
        continue
      }
      guard documents[index] == (position, document) else {
        throw RecordError(reason: GraphFormatError.second("document", document.id))
      }
    }
    for (position, contradiction) in details.contradictions where contradictions[position] == nil {
      contradictions[position] = contradiction
    }
    graph.corrections += details.corrections
  }

  /// The graph, in the order in which it was written.
  /// - Complexity: O(*n* log *n*) for *n* documents.
  func finished() -> KnowledgeGraph {
    var graph = graph
    graph.documents = documents.sorted { $0.position < $1.position }.map(\.document)
    for (_, var contradiction) in contradictions.sorted(by: { $0.key < $1.key }) {
      // A statement that somebody took out contradicts nothing any more.
      let found = contradiction.statements.compactMap { positions[$0] }
      if found.count < contradiction.statements.count, found.count < 2 { continue }
      contradiction.statements = found
      graph.contradictions.append(contradiction)
    }
    return graph
  }

  private static func choice<Choice: RawRepresentable<String>>(
    _ text: String, _ name: String
  ) throws(RecordError) -> Choice {
    guard let choice = Choice(rawValue: text) else {
      throw RecordError(reason: "“\(shortened(text))” is no \(name) that relata knows")
    }
    return choice
  }

  private static func number<Number>(
    _ text: String, _ parse: (String) -> Number?, _ name: String
  ) throws(RecordError) -> Number {
    guard let number = parse(text) else {
      throw RecordError(reason: "\(name): “\(shortened(text))” is not a number")
    }
    return number
  }

  private static func fraction(_ text: String, _ name: String) throws(RecordError) -> Double {
    let number = try Self.number(text, Double.init, name)
    guard (0...1).contains(number) else {
      throw RecordError(reason: "\(name): “\(shortened(text))” is not between 0 and 1")
    }
    return number
  }

  private static func flag(_ text: String) throws(RecordError) -> Bool {
    switch text {
    case "true", "True", "1": return true
    case "false", "False", "0": return false
    default: throw RecordError(reason: "open: “\(shortened(text))” is neither true nor false")
    }
  }

  private static func date(_ text: String) throws(RecordError) -> PartialDate {
    guard let date = PartialDate(text) else {
      throw RecordError(reason: "“\(shortened(text))” is not a date such as 2024-12-08, 2024-12 or 2024")
    }
    return date
  }
}

/// The beginning of a text, fit for a message of one line.
func shortened(_ text: some StringProtocol) -> String {
  let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
  return line.count > 60 ? line.prefix(60) + "…" : line
}
