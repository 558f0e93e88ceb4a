import RelataGraph
import RelataQuery

/// Writes what records of several kinds have in common.
struct ValueWriter {
  var strings: StringNumbers
  /// What stands for an identifier that has been looked up of late.
  private var references: [ExactText: UInt64] = [:]
  private static let remembered = 1 << 16
  private let ids: EntityIDList

  init(ids: EntityIDList, strings: StringNumbers) {
    self.ids = ids
    self.strings = strings
  }

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
    if references.count >= Self.remembered { references.removeAll(keepingCapacity: true) }
    references[key] = reference
    record.put(reference)
  }

  /// Twice the number of an entity, or 1 more than twice the number of a text.
  private mutating func reference(_ id: EntityID) -> UInt64 {
    if let node = ids.number(of: id), ids.strings.utf8(node).elementsEqual(id.rawValue.utf8) {
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
