public import RelataExtraction
public import RelataGraph

/// What extraction knows of a document ↔ bytes: how collections store it, and how processes that
/// read documents hand it on.
///
/// Texts that come again (relations, triggers, quotes) are written once.
public enum ExtractionCoding {
  static let version: UInt64 = 1

  /// The bytes are not what was written, or were written by another version.
  public struct Damaged: Error, Hashable, Sendable, CustomStringConvertible {
    /// On one line, without where the bytes are from.
    public var description: String { "what was read in a document is damaged, or another version wrote it" }
  }

  /// All of a document but its record.
  /// - Complexity: O(size of the extraction).
  public static func bytes(of document: ExtractedDocument) -> [UInt8] {
    var writer = ExtractionWriter()
    writer.put(document)
    return writer.finished()
  }

  /// The document of which ``bytes(of:)`` made the bytes.
  /// - Parameter record: what the graph keeps of the document, which is stored beside.
  /// - Throws: ``Damaged``.
  /// - Complexity: O(number of bytes).
  public static func extraction(
    of bytes: [UInt8], record: DocumentRecord
  ) throws(Damaged) -> ExtractedDocument {
    do throws(PackedReader.Damaged) {
      var reader = try ExtractionReader(bytes)
      return try reader.document(record: record)
    } catch {
      throw Damaged()
    }
  }
}

private struct ExtractionWriter {
  private var body = PackedWriter()
  private var numbers: [ExactText: Int] = [:]
  private var texts: [String] = []
  /// The document that evidence is from, unless it says otherwise.
  private var document = ""

  mutating func put(_ extracted: ExtractedDocument) {
    document = extracted.record.id
    body.put(count: extracted.entities.count)
    for entity in extracted.entities { put(entity) }
    body.put(count: extracted.statements.count)
    for statement in extracted.statements { put(statement) }
  }

  func finished() -> [UInt8] {
    var head = PackedWriter()
    head.put(ExtractionCoding.version)
    head.put(texts) { $0.put($1) }
    return head.bytes + body.bytes
  }

  private mutating func put(shared text: String) {
    let key = ExactText(text: text)
    let number = numbers[key] ?? texts.count
    if number == texts.count {
      numbers[key] = number
      texts.append(text)
    }
    body.put(count: number)
  }

  private mutating func put(shared text: String?) {
    body.put(text != nil)
    if let text { put(shared: text) }
  }

  private mutating func put(_ entity: DocumentEntity) {
    put(shared: entity.name)
    put(shared: entity.type.rawValue)
    body.put(entity.typeConfidence)
    body.put(count: entity.names.count)
    for alias in entity.names {
      put(shared: alias.name)
      body.put(count: alias.count)
      body.put(alias.example != nil)
      if let example = alias.example { put(example) }
    }
    body.put(count: entity.mentionCount)
    body.put(count: entity.identifiers.count)
    for (scheme, value) in entity.identifiers.sorted(by: { $0.key < $1.key }) {
      put(shared: scheme)
      put(shared: value)
    }
    body.put(count: entity.titles.count)
    for title in entity.titles { put(shared: title) }
    body.put(count: entity.links.count)
    for link in entity.links {
      put(shared: link.name)
      put(shared: link.other)
      put(shared: link.reason.rawValue)
      put(shared: link.detail)
      put(shared: link.document)
    }
    body.put(entity.isDescribed)
  }

  private mutating func put(_ statement: DocumentStatement) {
    body.put(count: statement.subject)
    put(shared: statement.relation)
    body.put(count: statement.object)
    body.put(statement.isOpen)
    put(shared: statement.polarity.rawValue)
    put(shared: statement.modality.rawValue)
    body.put(statement.attribution) { $0.put(count: $1) }
    put(shared: statement.time?.start?.description)
    put(shared: statement.time?.end?.description)
    body.put(statement.time != nil)
    body.put(statement.place) { $0.put(count: $1) }
    put(shared: statement.role)
    body.put(statement.confidence)
    body.put(statement.importance) { $0.put($1) }
    put(statement.evidence)
  }

  private mutating func put(_ evidence: Evidence) {
    put(shared: evidence.document == document ? nil : evidence.document)
    body.put(evidence.start)
    body.put(evidence.end)
    put(shared: evidence.quote)
    put(shared: evidence.trigger)
  }
}

private struct ExtractionReader {
  private var body: PackedReader
  private var texts: [String] = []
  private var document = ""

  init(_ bytes: [UInt8]) throws(PackedReader.Damaged) {
    body = PackedReader(bytes)
    guard try body.number() == ExtractionCoding.version else { throw PackedReader.Damaged() }
    texts = try body.array { (reader) throws(PackedReader.Damaged) in try reader.text() }
  }

  mutating func document(record: DocumentRecord) throws(PackedReader.Damaged) -> ExtractedDocument {
    document = record.id
    var result = ExtractedDocument(record: record, entities: [], statements: [])
    for _ in 0..<(try body.count()) { result.entities.append(try entity()) }
    for _ in 0..<(try body.count()) { result.statements.append(try statement(result.entities.count)) }
    guard body.isAtEnd else { throw PackedReader.Damaged() }
    return result
  }

  private mutating func shared() throws(PackedReader.Damaged) -> String {
    let number = try body.number()
    guard number < UInt64(texts.count) else { throw PackedReader.Damaged() }
    return texts[Int(number)]
  }

  private mutating func optionalShared() throws(PackedReader.Damaged) -> String? {
    try body.flag() ? try shared() : nil
  }

  private mutating func choice<Choice: RawRepresentable<String>>() throws(PackedReader.Damaged) -> Choice {
    guard let choice = Choice(rawValue: try shared()) else { throw PackedReader.Damaged() }
    return choice
  }

  private mutating func smallNumber() throws(PackedReader.Damaged) -> Int {
    let number = try body.number()
    guard number < 1 << 40 else { throw PackedReader.Damaged() }
    return Int(number)
  }

  private mutating func index(_ count: Int) throws(PackedReader.Damaged) -> Int {
    let number = try smallNumber()
    guard number < count else { throw PackedReader.Damaged() }
    return number
  }

  private mutating func entity() throws(PackedReader.Damaged) -> DocumentEntity {
    var entity = DocumentEntity(
      name: try shared(), type: EntityType(rawValue: try shared()), typeConfidence: try body.double(),
      names: [])
    for _ in 0..<(try body.count()) {
      var alias = Alias(name: try shared(), count: try smallNumber())
      if try body.flag() { alias.example = try evidence() }
      entity.names.append(alias)
    }
    entity.mentionCount = try smallNumber()
    for _ in 0..<(try body.count()) {
      let scheme = try shared()
      entity.identifiers[scheme] = try shared()
    }
    for _ in 0..<(try body.count()) { entity.titles.append(try shared()) }
    for _ in 0..<(try body.count()) {
      entity.links.append(
        IdentityLink(
          name: try shared(), other: try shared(), reason: try choice(), detail: try shared(),
          document: try optionalShared()))
    }
    entity.isDescribed = try body.flag()
    return entity
  }

  private mutating func statement(_ entities: Int) throws(PackedReader.Damaged) -> DocumentStatement {
    let subject = try index(entities)
    let relation = try shared()
    let object = try index(entities)
    let isOpen = try body.flag()
    let polarity: Polarity = try choice()
    let modality: Modality = try choice()
    let attribution = try body.flag() ? try index(entities) : nil
    let start = try date()
    let end = try date()
    let hasTime = try body.flag()
    return DocumentStatement(
      subject: subject, relation: relation, object: object, isOpen: isOpen, polarity: polarity,
      modality: modality, attribution: attribution, time: hasTime ? TimeSpan(start: start, end: end) : nil,
      place: try body.flag() ? try index(entities) : nil, role: try optionalShared(),
      confidence: try body.double(), importance: try body.flag() ? try body.double() : nil,
      evidence: try evidence())
  }

  private mutating func date() throws(PackedReader.Damaged) -> PartialDate? {
    guard let text = try optionalShared() else { return nil }
    guard let date = PartialDate(text) else { throw PackedReader.Damaged() }
    return date
  }

  private mutating func evidence() throws(PackedReader.Damaged) -> Evidence {
    Evidence(
      document: try optionalShared() ?? document, start: try body.integer(), end: try body.integer(),
      quote: try shared(), trigger: try shared())
  }
}
