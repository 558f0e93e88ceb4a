import RelataGraph

/// Where a piece of evidence stands: documents by identifier, then from start to end of the text.
struct EvidenceOrder: Hashable, Comparable {
  var document: String
  var start: Int
  var end: Int

  init(of evidence: Evidence) {
    document = evidence.document
    start = evidence.start
    end = evidence.end
  }

  static func < (a: EvidenceOrder, b: EvidenceOrder) -> Bool {
    (a.document, a.start, a.end) < (b.document, b.start, b.end)
  }
}

/// By qualifiers, then by evidence: total for different statements with the same ends and relation.
///
/// Compares the statements as they are: nothing is made of them, so that millions can be sorted.
enum StatementOrder {
  static func qualifiersPrecede(_ a: Statement, _ b: Statement) -> Bool {
    if a.isOpen != b.isOpen { return !a.isOpen }
    if a.polarity != b.polarity { return a.polarity.rawValue < b.polarity.rawValue }
    if a.modality != b.modality { return a.modality.rawValue < b.modality.rawValue }
    if a.time != b.time { return (a.time?.description ?? "") < (b.time?.description ?? "") }
    if a.place != b.place { return (a.place?.rawValue ?? "") < (b.place?.rawValue ?? "") }
    if a.role != b.role { return (a.role ?? "") < (b.role ?? "") }
    if a.attribution != b.attribution {
      return (a.attribution?.rawValue ?? "") < (b.attribution?.rawValue ?? "")
    }
    if let x = a.evidence.first, let y = b.evidence.first {
      if (x.document, x.start, x.end) != (y.document, y.start, y.end) {
        return (x.document, x.start, x.end) < (y.document, y.start, y.end)
      }
      if x.trigger != y.trigger { return x.trigger < y.trigger }
    } else if a.evidence.isEmpty != b.evidence.isEmpty {
      return a.evidence.isEmpty
    }
    if a.confidence != b.confidence { return a.confidence < b.confidence }
    return (a.importance ?? -1) < (b.importance ?? -1)
  }
}
