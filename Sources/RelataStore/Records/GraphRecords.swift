import RelataGraph
import RelataQuery

/// Writes the values of a graph as records.
struct GraphRecords {
  private(set) var entities = RecordWriter()
  private(set) var statements = RecordWriter()
  private(set) var documents = RecordWriter()
  private(set) var contradictions = RecordWriter()
  private var values: ValueWriter

  /// The texts that records refer to.
  var texts: RecordWriter.Texts { values.strings.texts }

  /// - Complexity: O(size of the graph).
  init(_ graph: KnowledgeGraph, _ index: GraphIndex) {
    values = ValueWriter(index: index)
    for entity in graph.entities { add(entity) }
    for statement in graph.statements { add(statement) }
    for document in graph.documents { add(document) }
    for contradiction in graph.contradictions { add(contradiction) }
  }

  private mutating func add(_ entity: Entity) {
    values.put(entity.id, &entities)
    values.put(entity.name, &entities)
    values.put(entity.type.rawValue, &entities)
    entities.put(entity.mentionCount)
    entities.put(count: entity.aliases.count)
    for alias in entity.aliases {
      values.put(alias.name, &entities)
      entities.put(alias.count)
      entities.put(count: alias.example == nil ? 0 : 1)
      if let example = alias.example { values.put(example, &entities) }
    }
    entities.put(count: entity.identifiers.count)
    for (scheme, value) in entity.identifiers.sorted(by: { $0.key < $1.key }) {
      values.put(scheme, &entities)
      values.put(value, &entities)
    }
    entities.put(count: entity.links.count)
    for link in entity.links {
      values.put(link.name, &entities)
      values.put(link.other, &entities)
      entities.put(byte: Codes.code(of: link.reason))
      values.put(link.detail, &entities)
      values.put(link.document, &entities)
    }
    entities.endRecord()
  }

  private mutating func add(_ statement: Statement) {
    let confidence = Self.millionths(statement.confidence)
    let isPlain =
      statement.time == nil && statement.place == nil && statement.role == nil
      && statement.attribution == nil
    var flags = Codes.code(of: statement.modality)
    if statement.polarity == .negated { flags |= StatementFlags.negated }
    if statement.isOpen { flags |= StatementFlags.open }
    if confidence != nil { flags |= StatementFlags.roundConfidence }
    if isPlain { flags |= StatementFlags.plain }
    if statement.importance != nil { flags |= StatementFlags.important }
    statements.put(byte: flags)
    values.put(statement.subject, &statements)
    values.put(statement.relation, &statements)
    values.put(statement.object, &statements)
    if let confidence { statements.put(confidence) } else { statements.put(statement.confidence) }
    if let importance = statement.importance {
      // Twice the millionths, or 1 and the number itself.
      let millionths = Self.millionths(importance)
      statements.put(millionths.map { $0 * 2 } ?? 1)
      if millionths == nil { statements.put(importance) }
    }
    if !isPlain {
      values.put(statement.time, &statements)
      values.put(statement.place, &statements)
      values.put(statement.attribution, &statements)
      values.put(statement.role, &statements)
    }
    statements.put(count: statement.evidence.count)
    for evidence in statement.evidence { values.put(evidence, &statements) }
    statements.endRecord()
  }

  /// nil for a number that is no whole number of millionths from 0 to 1.
  private static func millionths(_ number: Double) -> UInt64? {
    let millionths = (number * 1_000_000).rounded()
    guard (0...1_000_000).contains(millionths), millionths / 1_000_000 == number, number.sign == .plus else {
      return nil
    }
    return UInt64(millionths)
  }

  private mutating func add(_ document: DocumentRecord) {
    values.put(document.id, &documents)
    values.put(document.title, &documents)
    documents.put(count: document.date == nil ? 0 : 1)
    if let date = document.date { values.put(date, &documents) }
    documents.put(document.sentenceCount)
    documents.put(document.wordCount)
    for text in [document.author, document.publisher, document.url, document.digest, document.text] {
      values.put(text, &documents)
    }
    documents.put(count: document.pageStarts.count)
    for start in document.pageStarts { documents.put(start) }
    documents.put(count: document.copies.count)
    for copy in document.copies { values.put(copy, &documents) }
    documents.endRecord()
  }

  private mutating func add(_ contradiction: Contradiction) {
    contradictions.put(byte: Codes.code(of: contradiction.kind))
    contradictions.put(count: contradiction.statements.count)
    for statement in contradiction.statements { contradictions.put(statement) }
    values.put(contradiction.explanation, &contradictions)
    contradictions.endRecord()
  }
}

/// Writes what records of several kinds have in common.
private struct ValueWriter {
  private(set) var strings = StringNumbers()
  /// What stands for an identifier, once it has been looked up.
  private var references: [ExactText: UInt64] = [:]
  private let index: GraphIndex

  init(index: GraphIndex) { self.index = index }

  mutating func put(_ text: String, _ record: inout RecordWriter) {
    record.put(strings.number(text))
  }

  mutating func put(_ text: String?, _ record: inout RecordWriter) {
    record.put(text.map { strings.number($0) + 1 } ?? 0)
  }

  mutating func put(_ id: EntityID, _ record: inout RecordWriter) {
    let key = ExactText(text: id.rawValue)
    if let known = references[key] { return record.put(known) }
    let reference = reference(id)
    references[key] = reference
    record.put(reference)
  }

  /// Twice the number of an entity of the index, or 1 more than twice the number of a text.
  private mutating func reference(_ id: EntityID) -> UInt64 {
    if let node = index.number(of: id), index.ids.strings.utf8(node).elementsEqual(id.rawValue.utf8) {
      return UInt64(node) * 2
    }
    return strings.number(id.rawValue) * 2 + 1
  }

  mutating func put(_ id: EntityID?, _ record: inout RecordWriter) {
    record.put(count: id == nil ? 0 : 1)
    if let id { put(id, &record) }
  }

  mutating func put(_ evidence: Evidence, _ record: inout RecordWriter) {
    put(evidence.document, &record)
    record.put(evidence.start)
    record.put(evidence.end)
    put(evidence.quote, &record)
    put(evidence.trigger, &record)
  }

  mutating func put(_ time: TimeSpan?, _ record: inout RecordWriter) {
    guard let time else { return record.put(byte: 0) }
    record.put(byte: 1 | (time.start == nil ? 0 : 2) | (time.end == nil ? 0 : 4))
    if let start = time.start { put(start, &record) }
    if let end = time.end { put(end, &record) }
  }

  func put(_ date: PartialDate, _ record: inout RecordWriter) {
    let parts = [date.year, date.month, date.day]
    record.put(byte: parts.enumerated().reduce(0) { $0 | ($1.element == nil ? 0 : 1 << UInt8($1.offset)) })
    for case let part? in parts { record.put(part) }
  }
}
