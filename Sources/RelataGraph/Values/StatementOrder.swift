/// The order of ``KnowledgeGraph/statements``: by subject, relation and object, by
/// qualifiers, then by evidence.
///
/// Compares the statements as they are: nothing is made of them, so that millions can be sorted.
package enum StatementOrder {
  package static func precedes(_ a: Statement, _ b: Statement) -> Bool {
    if a.subject != b.subject { return a.subject < b.subject }
    if a.relation != b.relation { return a.relation < b.relation }
    if a.object != b.object { return a.object < b.object }
    return qualifiersPrecede(a, b)
  }

  /// Of statements with the same ends and relation. Total for different ones.
  package static func qualifiersPrecede(_ a: Statement, _ b: Statement) -> Bool {
    if a.isOpen != b.isOpen { return !a.isOpen }
    if a.polarity != b.polarity { return a.polarity.rawValue < b.polarity.rawValue }
    if a.modality != b.modality { return a.modality.rawValue < b.modality.rawValue }
    if a.time != b.time { return (a.time?.description ?? "") < (b.time?.description ?? "") }
    if a.place != b.place { return precedes(a.place, b.place) }
    if a.role != b.role { return precedes(a.role, b.role) }
    if a.attribution != b.attribution { return precedes(a.attribution, b.attribution) }
    if let x = a.evidence.first, let y = b.evidence.first {
      if (x.document, x.start, x.end) != (y.document, y.start, y.end) {
        return (x.document, x.start, x.end) < (y.document, y.start, y.end)
      }
      if x.trigger != y.trigger { return x.trigger < y.trigger }
    } else if a.evidence.isEmpty != b.evidence.isEmpty {
      return a.evidence.isEmpty
    }
    if a.confidence != b.confidence { return a.confidence < b.confidence }
    return a.importanceRank < b.importanceRank
  }

  /// What is missing comes first, also before an empty text.
  private static func precedes<Value: Comparable>(_ a: Value?, _ b: Value?) -> Bool {
    guard let b else { return false }
    return a.map { $0 < b } ?? true
  }
}
