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

/// By subject, relation, object, then qualifiers, then evidence: total for different statements.
struct StatementOrder: Comparable {
  private let ends: [String]
  private let qualifiers: [String]

  init(of statement: Statement) {
    ends = [statement.subject.rawValue, statement.relation, statement.object.rawValue]
    qualifiers =
      [
        statement.isOpen ? "1" : "0", statement.polarity.rawValue, statement.modality.rawValue,
        statement.time?.description ?? "", statement.place?.rawValue ?? "", statement.role ?? "",
        statement.attribution?.rawValue ?? "",
      ]
      + statement.evidence.prefix(1).flatMap {
        [$0.document, Self.sortable($0.start), Self.sortable($0.end), $0.trigger]
      } + [String(statement.confidence), statement.importance.map { String($0) } ?? ""]
  }

  private static func sortable(_ number: Int) -> String {
    let digits = String(max(0, number))
    return String(repeating: "0", count: max(0, 12 - digits.count)) + digits
  }

  static func < (a: StatementOrder, b: StatementOrder) -> Bool {
    if a.ends != b.ends { return a.ends.lexicographicallyPrecedes(b.ends) }
    return a.qualifiers.lexicographicallyPrecedes(b.qualifiers)
  }

  static func == (a: StatementOrder, b: StatementOrder) -> Bool {
    a.ends == b.ends && a.qualifiers == b.qualifiers
  }
}
