import RelataCollection
import RelataDocuments
import RelataExtraction
import RelataGraph

/// Leaves out documents that say the same as another one in nearly the same words: one source of evidence, however often it is printed.
enum CopyRemoval {
  /// The documents without copies; those that stay know which were left out for them.
  /// - Complexity: O(*n* log *n*) for *n* documents.
  static func withoutCopies(_ documents: [CollectedDocument]) -> [ExtractedDocument] {
    let entries = documents.compactMap { document -> DuplicateEntry? in
      guard let signature = ShingleSignature(bytes: document.signature) else { return nil }
      let record = document.extraction.record
      return DuplicateEntry(key: record.id, date: date(of: record), signature: signature)
    }
    var copies: [String: [String]] = [:]
    var leftOut: Set<String> = []
    for group in DuplicateGroups.groups(of: entries) {
      guard let kept = group.first else { continue }
      copies[kept] = group.dropFirst().sorted()
      leftOut.formUnion(group.dropFirst())
    }
    return documents.compactMap { document in
      var extraction = document.extraction
      guard !leftOut.contains(extraction.record.id) else { return nil }
      extraction.record.copies = copies[extraction.record.id] ?? []
      return extraction
    }
  }

  /// When a document was published, as ``DuplicateEntry/date``.
  static func date(of record: DocumentRecord) -> String? {
    record.date.flatMap { $0.year == nil ? nil : $0.description }
  }
}
