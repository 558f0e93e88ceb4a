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
