public import RelataCollection
import RelataDocuments
import RelataExtraction
public import RelataGraph

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What was read in one document, as it travels between processes: a line of `relata records`.
///
/// In JSON the two `Data` are base64.
public struct ReadDocument: Hashable, Sendable, Codable {
  /// The document's identifier, as whoever asked for the reading gave it.
  public var id: String
  /// What a graph keeps of the document.
  public var record: DocumentRecord
  /// Its entities and statements: `ExtractionCoding`.
  public var extraction: Data
  /// What near copies of its text have in common: `ShingleSignature.bytes`.
  public var signature: Data

  /// - Complexity: O(size of the extraction).
  public init(_ document: CollectedDocument) {
    id = document.extraction.record.id
    record = document.extraction.record
    extraction = Data(ExtractionCoding.bytes(of: document.extraction))
    signature = Data(document.signature)
  }

  /// The document again. Its source has the text of the record alone, without what the
  /// document said about itself.
  /// - Throws: `ExtractionCoding.Damaged`.
  /// - Complexity: O(size of the extraction).
  public func collected() throws(ExtractionCoding.Damaged) -> CollectedDocument {
    CollectedDocument(
      source: SourceDocument(id: id, text: record.text ?? ""),
      extraction: try ExtractionCoding.extraction(of: Array(extraction), record: record),
      signature: Array(signature))
  }
}
