import RelataExtraction
import RelataGraph

/// Reads what ``DocumentPacker`` wrote. The bytes never leave the process, so that
/// damage is a programming error.
struct DocumentUnpacker {
  private var reader: PackedReader
  private let document: String

  init(_ bytes: [UInt8], at place: UInt32, _ document: String) {
    reader = PackedReader(bytes, at: Int(place))
    self.document = document
  }

  mutating func entity(_ texts: TextTable) -> DocumentEntity {
    var entity = DocumentEntity(
      name: text(texts), type: EntityType(rawValue: text(texts)), typeConfidence: double(), names: [])
    let names = count()
    entity.names.reserveCapacity(names)
    for _ in 0..<names {
      var alias = Alias(name: text(texts), count: integer())
      if flag() { alias.example = evidence(texts) }
      entity.names.append(alias)
    }
    entity.mentionCount = integer()
    for _ in 0..<count() {
      let scheme = text(texts)
      entity.identifiers[scheme] = text(texts)
    }
    for _ in 0..<count() { entity.titles.append(text(texts)) }
    for _ in 0..<count() {
      let (name, other) = (text(texts), text(texts))
      let reason: IdentityLink.Reason = choice(texts)
      entity.links.append(
        IdentityLink(
          name: name, other: other, reason: reason, detail: text(texts), document: optionalText(texts)))
    }
    entity.isDescribed = flag()
    return entity
  }

  mutating func statement(_ texts: TextTable) -> DocumentStatement {
    let (subject, relation, object) = (integer(), text(texts), integer())
    let isOpen = flag()
    let polarity: Polarity = choice(texts)
    let modality: Modality = choice(texts)
    let attribution = optionalInteger()
    let time = flag() ? TimeSpan(start: date(), end: date()) : nil
    let (place, role) = (optionalInteger(), optionalText(texts))
    let confidence = double()
    return DocumentStatement(
      subject: subject, relation: relation, object: object, isOpen: isOpen, polarity: polarity,
      modality: modality, attribution: attribution, time: time, place: place, role: role,
      confidence: confidence, importance: flag() ? double() : nil, evidence: evidence(texts))
  }

  private mutating func evidence(_ texts: TextTable) -> Evidence {
    Evidence(
      document: optionalText(texts) ?? document, start: integer(), end: integer(), quote: text(texts),
      trigger: text(texts))
  }

  private mutating func date() -> PartialDate? {
    guard flag() else { return nil }
    return PartialDate(year: optionalInteger(), month: optionalInteger(), day: optionalInteger())
  }

  private mutating func choice<Choice: RawRepresentable<String>>(_ texts: TextTable) -> Choice {
    guard let choice = Choice(rawValue: text(texts)) else { preconditionFailure("packed by this process") }
    return choice
  }

  private mutating func text(_ texts: TextTable) -> String {
    texts[TextTable.Number(read { (reader) throws(PackedReader.Damaged) in try reader.number() })]
  }

  private mutating func optionalText(_ texts: TextTable) -> String? { flag() ? text(texts) : nil }

  private mutating func optionalInteger() -> Int? { flag() ? integer() : nil }

  private mutating func integer() -> Int {
    read { (reader) throws(PackedReader.Damaged) in try reader.integer() }
  }

  private mutating func count() -> Int {
    read { (reader) throws(PackedReader.Damaged) in try reader.count() }
  }

  private mutating func flag() -> Bool {
    read { (reader) throws(PackedReader.Damaged) in try reader.flag() }
  }

  private mutating func double() -> Double {
    read { (reader) throws(PackedReader.Damaged) in try reader.double() }
  }

  @inline(__always) private mutating func read<Value>(
    _ body: (inout PackedReader) throws(PackedReader.Damaged) -> Value
  ) -> Value {
    do { return try body(&reader) } catch { preconditionFailure("packed by this process") }
  }
}
