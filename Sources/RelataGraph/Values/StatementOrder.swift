/// By qualifiers, then by evidence: total for different statements with the same ends and relation.
///
/// Compares the statements as they are: nothing is made of them, so that millions can be sorted.
package enum StatementOrder {
  /// By subject, relation and object, then by ``qualifiersPrecede(_:_:)``: the order of ``KnowledgeGraph/statements``.
  package static func precedes(_ a: Statement, _ b: Statement) -> Bool {
    if a.subject != b.subject { return a.subject < b.subject }
    if a.relation != b.relation { return a.relation < b.relation }
    if a.object != b.object { return a.object < b.object }
    return qualifiersPrecede(a, b)
  }

  package static func qualifiersPrecede(_ a: Statement, _ b: Statement) -> Bool {
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
