import RelataCollection
import RelataDocuments
import RelataGraph
import RelataResolution

/// What was found in documents, gathered one after the other, and which of them are copies of others: one
/// source of evidence, however often it is printed.
struct FoundDocuments: Sendable {
  private var packed = PackedDocuments()
  /// By document; nil where nobody looks for copies.
  private var entries: [DuplicateEntry?] = []
  private let keepsCopies: Bool

  init(keepsCopies: Bool) { self.keepsCopies = keepsCopies }

  var count: Int { packed.count }

  mutating func add(_ document: CollectedDocument) {
    packed.append(document.extraction)
    guard !keepsCopies else { return }
    let record = document.extraction.record
    entries.append(
      ShingleSignature(bytes: document.signature).map {
        DuplicateEntry(key: record.id, date: Self.date(of: record), signature: $0)
      })
  }

  /// The documents without copies; those that stay know which were left out for them.
  /// - Complexity: O(*n* log *n*) for *n* documents.
  func withoutCopies() -> PackedDocuments {
    guard !keepsCopies else { return packed }
    var copies: [String: [String]] = [:]
    var leftOut: Set<String> = []
    for group in DuplicateGroups.groups(of: entries.compactMap(\.self)) {
      guard let kept = group.first else { continue }
      copies[kept] = group.dropFirst().sorted()
      leftOut.formUnion(group.dropFirst())
    }
    guard !copies.isEmpty else { return packed }
    var kept = packed
    for index in packed.indices {
      if let copies = copies[packed.record(index).id] { kept.setCopies(copies, of: index) }
    }
    return kept.selecting(packed.indices.filter { !leftOut.contains(packed.record($0).id) })
  }

  /// When a document was published, as ``DuplicateEntry/date``.
  static func date(of record: DocumentRecord) -> String? { date(of: record.date) }

  static func date(of date: PartialDate?) -> String? {
    date.flatMap { $0.year == nil ? nil : $0.description }
  }
}
