/// The documents of a graph by identifier, and what they tell of statements and their evidence.
public struct DocumentIndex: Sendable {
  private let records: [String: DocumentRecord]

  /// - Complexity: O(*n*) for *n* documents.
  public init(_ documents: [DocumentRecord]) {
    records = Dictionary(documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The document with that identifier; nil where there is none.
  /// - Complexity: O(1).
  public subscript(id: String) -> DocumentRecord? { records[id] }

  /// The page of its document on which a piece of evidence begins, from 1; nil where
  /// the document has no pages.
  public func page(of evidence: Evidence) -> Int? { records[evidence.document]?.page(at: evidence.start) }

  /// The address of the quote in its document; nil where the document's own is not known.
  public func link(to evidence: Evidence) -> String? {
    records[evidence.document]?.url.map { TextFragment.link(to: $0, quote: evidence.quote) }
  }

  /// The dates of the earliest and the latest document that says so; nil where none is dated.
  public func seen(_ statement: Statement) -> (first: PartialDate, last: PartialDate)? {
    var bounds: (first: PartialDate, last: PartialDate)?
    for evidence in statement.evidence {
      guard let date = records[evidence.document]?.date else { continue }
      bounds = bounds.map { (min($0.first, date), max($0.last, date)) } ?? (date, date)
    }
    return bounds
  }
}
