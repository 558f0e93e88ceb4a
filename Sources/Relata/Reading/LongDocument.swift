import RelataDocuments
import RelataExtraction
import RelataGraph

/// A document that is read in parts, because what analysis keeps of a text, and what coreference
/// compares, grows with its length.
///
/// Each part is a text of its own that ends with a paragraph; what they say is put together as one
/// document's. Whom a pronoun means is looked for in its part; entities of several parts become one as those
/// of several documents do.
struct LongDocument {
  /// A part has at most so many bytes: more than nearly all articles and reports, a third of a novel.
  static let partBytes = 1 << 19

  let source: SourceDocument
  /// Each part's text, and where it begins in the document's, in Unicode scalars.
  private let parts: [(text: Substring, start: Int)]

  /// nil for a document that is short enough to be read at once.
  init?(_ source: SourceDocument, partBytes: Int = Self.partBytes) {
    guard source.text.utf8.count > partBytes else { return nil }
    self.source = source
    var parts: [(Substring, Int)] = []
    var rest = source.text[...]
    var start = 0
    while !rest.isEmpty {
      let end = rest.utf8.count <= partBytes ? rest.endIndex : Self.end(of: rest, partBytes)
      let part = rest[..<end]
      parts.append((part, start))
      start += part.unicodeScalars.count
      rest = rest[end...]
    }
    self.parts = parts
  }

  var count: Int { parts.count }

  /// A part as a document.
  /// - Parameter date: the document's, once it is known: only the first part says it.
  func part(_ number: Int, date: PartialDate?) -> SourceDocument {
    var part = source
    part.text = String(parts[number].text)
    part.pageStarts = []
    if let date, number > 0 { part.metadata["date"] = date.description }
    return part
  }

  /// After the last paragraph, else line, else word that ends within so many bytes.
  private static func end(of text: Substring, _ bytes: Int) -> Substring.Index {
    var limit = text.utf8.index(text.startIndex, offsetBy: bytes)
    // Not within a scalar.
    while text.utf8[limit] & 0xC0 == 0x80 { limit = text.utf8.index(before: limit) }
    let head = text.unicodeScalars[..<limit]
    var line: Substring.Index?
    var word: Substring.Index?
    var index = head.endIndex
    // A paragraph that is longer than half of a part is divided.
    let middle = text.utf8.index(text.startIndex, offsetBy: bytes / 2)
    while index > middle {
      let before = head.index(before: index)
      let scalar = head[before]
      if scalar == "\n" {
        if before > head.startIndex, head[head.index(before: before)] == "\n" { return index }
        line = line ?? index
      } else if scalar == " " {
        word = word ?? index
      }
      index = before
    }
    return line ?? word ?? limit
  }

  /// What all parts say, as one document's.
  /// - Parameter read: what each part says, in order.
  func joined(_ read: [ExtractedDocument]) -> ExtractedDocument {
    guard var whole = read.first else {
      return ExtractedDocument(record: DocumentRecord(id: source.id), entities: [], statements: [])
    }
    whole.record.text = source.text
    whole.record.digest = source.digest
    whole.record.pageStarts = source.pageStarts
    for (part, place) in zip(read, parts).dropFirst() {
      let first = whole.entities.count
      whole.entities += part.entities.map { entity in
        var entity = entity
        for index in entity.names.indices { entity.names[index].example?.move(by: place.start) }
        return entity
      }
      whole.statements += part.statements.map { statement in
        var statement = statement
        statement.subject += first
        statement.object += first
        statement.place = statement.place.map { $0 + first }
        statement.attribution = statement.attribution.map { $0 + first }
        statement.evidence.move(by: place.start)
        return statement
      }
      whole.record.sentenceCount += part.record.sentenceCount
      whole.record.wordCount += part.record.wordCount
    }
    return whole
  }
}

extension Evidence {
  fileprivate mutating func move(by offset: Int) {
    start += offset
    end += offset
  }
}
