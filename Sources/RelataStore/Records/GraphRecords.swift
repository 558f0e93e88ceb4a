import RelataGraph
import RelataQuery

/// Writes the values of a graph as records.
struct GraphRecords {
  private(set) var entities: RecordWriter
  private(set) var statements: RecordWriter
  private(set) var documents = RecordWriter()
  private(set) var contradictions = RecordWriter()
  private(set) var corrections = RecordWriter()
  private var values: ValueWriter

  /// The texts that records refer to, but for those that had numbers before.
  var texts: StringNumbers.Texts { values.strings.texts }

  /// - Parameters:
  ///   - ids: the entities that records refer to by number.
  ///   - strings: the texts that have numbers already.
  /// - Complexity: O(size of the graph).
  init(_ graph: KnowledgeGraph, ids: EntityIDList, strings: StringNumbers) {
    self.init(ids: ids, strings: strings, isSpilling: false)
    for entity in graph.entities { add(entity) }
    for statement in graph.statements { add(statement) }
    for document in graph.documents { add(document) }
    for contradiction in graph.contradictions { add(contradiction) }
    for correction in graph.corrections { add(correction) }
  }

  /// - Parameter isSpilling: whether entities, statements and texts may wait in files of their
  ///   own instead of in memory.
  init(ids: EntityIDList, isSpilling: Bool) {
    self.init(ids: ids, strings: StringNumbers(isSpilling: isSpilling), isSpilling: isSpilling)
  }

  private init(ids: EntityIDList, strings: StringNumbers, isSpilling: Bool) {
    entities = RecordWriter(spill: isSpilling ? ByteSpill(isSpilling: true) : nil)
    statements = RecordWriter(spill: isSpilling ? ByteSpill(isSpilling: true) : nil)
    values = ValueWriter(ids: ids, strings: strings)
  }

  mutating func add(_ entity: Entity) {
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

  mutating func add(_ statement: Statement) {
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

  mutating func add(_ document: DocumentRecord) {
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

  mutating func add(_ contradiction: Contradiction) {
    contradictions.put(
      contradiction.kind, contradiction.statements, explanation: number(contradiction.explanation))
  }

  /// Entities stand in it as texts, whose numbers a change of the graph leaves alone, so
  /// that it is copied as it is.
  mutating func add(_ correction: AppliedCorrection) {
    corrections.put(byte: Codes.code(of: correction.action))
    values.put(correction.file, &corrections)
    corrections.put(correction.line)
    values.put(correction.explanation, &corrections)
    corrections.put(count: correction.entities.count)
    for entity in correction.entities { values.put(entity.rawValue, &corrections) }
    corrections.put(count: correction.evidence.count)
    for evidence in correction.evidence { values.put(evidence, &corrections) }
    corrections.endRecord()
  }

  /// The number of a text, which gets one if it has none.
  mutating func number(_ text: String) -> UInt64 { values.strings.number(text) }
}
