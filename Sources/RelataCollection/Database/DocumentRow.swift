import GRDB
import RelataDocuments
import RelataExtraction
import RelataGraph

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A document ↔ a row of the table of documents.
enum DocumentRow {
  /// - Parameter change: the number of the change that brings it.
  /// - Returns: whether it is new.
  static func upsert(
    _ document: CollectedDocument, file: String, reader: String, change: Int, in database: Database
  ) throws -> Bool {
    let isKnown =
      try Row.fetchOne(
        database, sql: "SELECT 1 FROM document WHERE id = ?", arguments: [document.source.id]) != nil
    var record = document.extraction.record
    // The text has a column of its own.
    record.text = nil
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func json(_ value: some Encodable) throws -> String {
      String(decoding: try encoder.encode(value), as: UTF8.self)
    }
    try database.execute(
      sql: """
        INSERT INTO document (id, file, fingerprint, format, metadata, pages, text, record, extraction, signature, reader, added)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
          file = excluded.file, fingerprint = excluded.fingerprint, format = excluded.format,
          metadata = excluded.metadata, pages = excluded.pages, text = excluded.text, record = excluded.record,
          extraction = excluded.extraction, signature = excluded.signature, reader = excluded.reader
        """,
      arguments: [
        document.source.id, file, document.source.fingerprint, document.source.format.rawValue,
        try json(document.source.metadata), try json(document.source.pageStarts),
        Data(document.source.text.utf8),
        try json(record), Data(ExtractionCoding.bytes(of: document.extraction)), Data(document.signature),
        reader, change,
      ])
    return !isKnown
  }

  static func source(_ row: Row) throws -> SourceDocument {
    let decoder = JSONDecoder()
    guard let format = TextFormat(rawValue: row["format"]) else { throw ExtractionCoding.Damaged() }
    return SourceDocument(
      id: row["id"], text: text(row),
      metadata: try decoder.decode([String: String].self, from: Data((row["metadata"] as String).utf8)),
      format: format, pageStarts: try decoder.decode([Int].self, from: Data((row["pages"] as String).utf8)))
  }

  static func text(_ row: Row) -> String {
    let bytes: Data = row["text"]
    return String(decoding: bytes, as: UTF8.self)
  }

  static func extraction(_ row: Row, withText: Bool) throws -> ExtractedDocument {
    var record = try JSONDecoder().decode(DocumentRecord.self, from: Data((row["record"] as String).utf8))
    if withText { record.text = text(row) }
    let bytes: Data = row["extraction"]
    return try ExtractionCoding.extraction(of: Array(bytes), record: record)
  }
}
