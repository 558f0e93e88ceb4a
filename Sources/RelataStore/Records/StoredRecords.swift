import RelataGraph
import RelataQuery

/// Reads the records of a graph file, each when it is asked for.
struct StoredRecords: Sendable {
  let entities: RecordTable
  let statements: RecordTable
  let documents: RecordTable
  let contradictions: RecordTable
  let corrections: RecordTable
  private let strings: RecordTable
  private let ids: EntityIDList
  /// Remembers the texts that are read; nil: nobody asks.
  private var known: KnownTexts?

  init(_ image: FileImage, ids: EntityIDList, entityCount: Int, statementCount: Int) throws(MappedGraphError)
  {
    self.ids = ids
    entities = try RecordTable(image, offsets: .entityOffsets, bytes: .entityBytes, count: entityCount)
    statements = try RecordTable(
      image, offsets: .statementOffsets, bytes: .statementBytes, count: statementCount)
    documents = try RecordTable(image, offsets: .documentOffsets, bytes: .documentBytes)
    contradictions = try RecordTable(image, offsets: .contradictionOffsets, bytes: .contradictionBytes)
    corrections = try RecordTable(image, offsets: .correctionOffsets, bytes: .correctionBytes)
    strings = try RecordTable(image, offsets: .stringOffsets, bytes: .stringBytes)
  }

  /// The same, but for remembering which texts it reads.
  func noting(_ known: KnownTexts) -> StoredRecords {
    var records = self
    records.known = known
    return records
  }

  func entity(_ number: Int) throws(MappedGraphError) -> Entity {
    var record = try entities.reader(number)
    var entity = Entity(
      id: try id(&record), name: try text(&record), type: EntityType(rawValue: try text(&record)),
      mentionCount: try record.integer())
    for _ in 0..<(try record.count()) {
      var alias = Alias(name: try text(&record), count: try record.integer())
      if try record.count() > 0 { alias.example = try evidence(&record) }
      entity.aliases.append(alias)
    }
    for _ in 0..<(try record.count()) { entity.identifiers[try text(&record)] = try text(&record) }
    for _ in 0..<(try record.count()) {
      entity.links.append(
        IdentityLink(
          name: try text(&record), other: try text(&record),
          reason: try Codes.value(try record.byte(), of: Codes.reasons), detail: try text(&record),
          document: try optionalText(&record)))
    }
    return entity
  }

  func statement(_ number: Int) throws(MappedGraphError) -> Statement {
    var record = try statements.reader(number)
    let flags = try record.byte()
    var statement = Statement(
      subject: try id(&record), relation: try text(&record), object: try id(&record),
      isOpen: flags & StatementFlags.open != 0,
      polarity: flags & StatementFlags.negated != 0 ? .negated : .affirmed,
      modality: try Codes.value(flags & StatementFlags.modality, of: Codes.modalities), evidence: [])
    statement.confidence =
      flags & StatementFlags.roundConfidence != 0
      ? Double(try record.number()) / 1_000_000 : try record.double()
    if flags & StatementFlags.important != 0 {
      let number = try record.number()
      statement.importance = number & 1 == 0 ? Double(number >> 1) / 1_000_000 : try record.double()
    }
    if flags & StatementFlags.plain == 0 {
      statement.time = try time(&record)
      statement.place = try optionalID(&record)
      statement.attribution = try optionalID(&record)
      statement.role = try optionalText(&record)
    }
    for _ in 0..<(try record.count()) { statement.evidence.append(try evidence(&record)) }
    return statement
  }

  /// Whether an entity is an end, the speaker or the place of a statement, of which no more
  /// is read than tells that.
  ///
  /// - Parameter node: the entity's number in the index.
  func statement(_ number: Int, names node: Int) throws(MappedGraphError) -> Bool {
    /// An identifier that was no entity's when it was written is a text.
    func isNode(_ reference: UInt64) throws(MappedGraphError) -> Bool {
      guard reference & 1 == 1 else { return reference == UInt64(node) * 2 }
      return try strings.text(reference >> 1) == ids[node].rawValue
    }
    var record = try statements.reader(number)
    let flags = try record.byte()
    if try isNode(try record.number()) { return true }
    _ = try record.number()
    if try isNode(try record.number()) { return true }
    guard flags & StatementFlags.plain == 0 else { return false }
    if flags & StatementFlags.roundConfidence != 0 {
      _ = try record.number()
    } else {
      _ = try record.double()
    }
    if flags & StatementFlags.important != 0, try record.number() & 1 != 0 { _ = try record.double() }
    _ = try time(&record)
    for _ in 0..<2 {
      if try record.count() > 0, try isNode(try record.number()) { return true }
    }
    return false
  }

  /// What statements are ordered by first, without the rest of the record.
  func ends(ofStatement number: Int) throws(MappedGraphError) -> (
    subject: EntityID, relation: String, object: EntityID
  ) {
    var record = try statements.reader(number)
    _ = try record.byte()
    return (try id(&record), try text(&record), try id(&record))
  }

  /// The identifier of a document, without the rest of the record.
  func documentID(_ number: Int) throws(MappedGraphError) -> String {
    var record = try documents.reader(number)
    return try text(&record)
  }

  func document(_ number: Int) throws(MappedGraphError) -> DocumentRecord {
    var record = try documents.reader(number)
    var document = DocumentRecord(id: try text(&record), title: try optionalText(&record))
    if try record.count() > 0 { document.date = try date(&record) }
    document.sentenceCount = try record.integer()
    document.wordCount = try record.integer()
    document.author = try optionalText(&record)
    document.publisher = try optionalText(&record)
    document.url = try optionalText(&record)
    document.digest = try optionalText(&record)
    document.text = try optionalText(&record)
    for _ in 0..<(try record.count()) { document.pageStarts.append(try record.integer()) }
    for _ in 0..<(try record.count()) { document.copies.append(try text(&record)) }
    return document
  }

  func contradiction(_ number: Int) throws(MappedGraphError) -> Contradiction {
    var record = try contradictions.reader(number)
    var contradiction = Contradiction(
      kind: try Codes.value(try record.byte(), of: Codes.kinds), statements: [], explanation: "")
    for _ in 0..<(try record.count()) { contradiction.statements.append(try record.integer()) }
    contradiction.explanation = try text(&record)
    return contradiction
  }

  func correction(_ number: Int) throws(MappedGraphError) -> AppliedCorrection {
    var record = try corrections.reader(number)
    var correction = AppliedCorrection(
      action: try Codes.value(try record.byte(), of: Codes.actions), file: try text(&record),
      line: try record.integer(), explanation: try text(&record))
    for _ in 0..<(try record.count()) {
      correction.entities.append(EntityID(rawValue: try text(&record)))
    }
    for _ in 0..<(try record.count()) { correction.evidence.append(try evidence(&record)) }
    return correction
  }

  // MARK: - Parts

  private func string(_ number: UInt64) throws(MappedGraphError) -> String {
    let text = try strings.text(number)
    known?.note(text, number)
    return text
  }

  private func text(_ record: inout RecordReader) throws(MappedGraphError) -> String {
    try string(try record.number())
  }

  private func optionalText(_ record: inout RecordReader) throws(MappedGraphError) -> String? {
    let number = try record.number()
    return number == 0 ? nil : try string(number - 1)
  }

  private func id(_ record: inout RecordReader) throws(MappedGraphError) -> EntityID {
    let number = try record.number()
    guard number & 1 == 0 else { return EntityID(rawValue: try string(number >> 1)) }
    guard number >> 1 < UInt64(ids.count) else { throw .damaged("an entity that is not there") }
    return ids[Int(number >> 1)]
  }

  private func optionalID(_ record: inout RecordReader) throws(MappedGraphError) -> EntityID? {
    try record.count() == 0 ? nil : try id(&record)
  }

  private func evidence(_ record: inout RecordReader) throws(MappedGraphError) -> Evidence {
    Evidence(
      document: try text(&record), start: try record.integer(), end: try record.integer(),
      quote: try text(&record), trigger: try text(&record))
  }

  private func time(_ record: inout RecordReader) throws(MappedGraphError) -> TimeSpan? {
    let flags = try record.byte()
    guard flags & 1 != 0 else { return nil }
    return TimeSpan(
      start: flags & 2 != 0 ? try date(&record) : nil, end: flags & 4 != 0 ? try date(&record) : nil)
  }

  private func date(_ record: inout RecordReader) throws(MappedGraphError) -> PartialDate {
    let flags = try record.byte()
    var date = PartialDate(year: nil)
    if flags & 1 != 0 { date.year = try record.integer() }
    if flags & 2 != 0 { date.month = try record.integer() }
    if flags & 4 != 0 { date.day = try record.integer() }
    return date
  }
}
