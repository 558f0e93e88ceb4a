import RelataExtraction
import RelataGraph

/// Entities and statements of a document → bytes; texts are numbers of a table that many documents share.
struct DocumentPacker {
  private var writer = PackedWriter()
  private(set) var places: [UInt32] = []
  /// The document that evidence is from, unless it says otherwise.
  private let document: String

  init(document: String) { self.document = document }

  var bytes: [UInt8] { writer.bytes }

  mutating func put(_ entity: DocumentEntity, _ texts: inout TextTable) {
    places.append(UInt32(writer.bytes.count))
    put(entity.name, &texts)
    put(entity.type.rawValue, &texts)
    writer.put(entity.typeConfidence)
    writer.put(count: entity.names.count)
    for alias in entity.names {
      put(alias.name, &texts)
      writer.put(alias.count)
      writer.put(alias.example != nil)
      if let example = alias.example { put(example, &texts) }
    }
    writer.put(entity.mentionCount)
    writer.put(count: entity.identifiers.count)
    for (scheme, value) in entity.identifiers.sorted(by: { $0.key < $1.key }) {
      put(scheme, &texts)
      put(value, &texts)
    }
    writer.put(count: entity.titles.count)
    for title in entity.titles { put(title, &texts) }
    writer.put(count: entity.links.count)
    for link in entity.links {
      for text in [link.name, link.other, link.reason.rawValue, link.detail] { put(text, &texts) }
      put(link.document, &texts)
    }
    writer.put(entity.isDescribed)
  }

  mutating func put(_ statement: DocumentStatement, _ texts: inout TextTable) {
    places.append(UInt32(writer.bytes.count))
    writer.put(statement.subject)
    put(statement.relation, &texts)
    writer.put(statement.object)
    writer.put(statement.isOpen)
    put(statement.polarity.rawValue, &texts)
    put(statement.modality.rawValue, &texts)
    writer.put(statement.attribution) { $0.put($1) }
    writer.put(statement.time) { writer, time in
      for date in [time.start, time.end] { writer.put(date) { $0.put($1) } }
    }
    writer.put(statement.place) { $0.put($1) }
    put(statement.role, &texts)
    writer.put(statement.confidence)
    writer.put(statement.importance) { $0.put($1) }
    put(statement.evidence, &texts)
  }

  private mutating func put(_ evidence: Evidence, _ texts: inout TextTable) {
    put(evidence.document == document ? nil : evidence.document, &texts)
    writer.put(evidence.start)
    writer.put(evidence.end)
    put(evidence.quote, &texts)
    put(evidence.trigger, &texts)
  }

  private mutating func put(_ text: String, _ texts: inout TextTable) {
    writer.put(UInt64(texts.number(of: text)))
  }

  private mutating func put(_ text: String?, _ texts: inout TextTable) {
    writer.put(text != nil)
    if let text { put(text, &texts) }
  }
}

extension PackedWriter {
  fileprivate mutating func put(_ date: PartialDate) {
    for part in [date.year, date.month, date.day] { put(part) { $0.put($1) } }
  }
}
