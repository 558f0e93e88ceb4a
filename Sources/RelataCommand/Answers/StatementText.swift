import Relata

/// Statements as people read them on a terminal.
struct StatementText {
  private let names: [EntityID: String]
  private let ontology: Ontology

  init(_ graph: KnowledgeGraph, ontology: Ontology) {
    names = Dictionary(graph.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    self.ontology = ontology
  }

  func name(_ id: EntityID) -> String { names[id] ?? id.rawValue }

  /// The relation as it stands on an edge; “not” before one that the text denies.
  func label(_ statement: Statement) -> String {
    let label = ontology.relation(statement.relation)?.label ?? statement.relation
    return statement.polarity == .negated ? "not: \(label)" : label
  }

  /// `Moscow –intervened in→ Syria`.
  func arrow(_ statement: Statement) -> String {
    "\(name(statement.subject)) –\(label(statement))→ \(name(statement.object))"
  }

  /// Seen from one end: `A –led→ B` along the statement, `A ←led– B` against it.
  func arrow(_ statement: Statement, isForward: Bool) -> String {
    isForward
      ? arrow(statement)
      : "\(name(statement.object)) ←\(label(statement))– \(name(statement.subject))"
  }

  /// What else the statement says of itself:
  /// `2024-12; reported, according to TASS; in Moscow; as envoy`. May be empty.
  func qualifiers(_ statement: Statement, omitsTime: Bool = false) -> String {
    var parts: [String] = []
    if let time = statement.time, !omitsTime { parts.append(time.description) }
    var status: [String] = []
    if statement.modality != .asserted { status.append(statement.modality.rawValue) }
    if let source = statement.attribution { status.append("according to \(name(source))") }
    if !status.isEmpty { parts.append(status.joined(separator: ", ")) }
    if let place = statement.place { parts.append("in \(name(place))") }
    if let role = statement.role { parts.append("as \(role)") }
    if statement.isOpen { parts.append("open relation") }
    return parts.joined(separator: "; ")
  }

  /// The statement, what it says of itself, and the first of its sentences, each line indented.
  func lines(_ statement: Statement) -> [String] {
    let qualifiers = qualifiers(statement)
    var lines = ["  " + arrow(statement) + (qualifiers.isEmpty ? "" : "  [\(qualifiers)]")]
    lines += statement.evidence.prefix(1).map { "    " + quote($0) }
    let left = statement.evidence.count - 1
    if left > 0 { lines.append("    and \(left) more sentence\(left == 1 ? "" : "s")") }
    return lines
  }

  /// The sentence in quotation marks, on one line, and the document it stands in.
  func quote(_ evidence: Evidence) -> String { "\(quotation(evidence)) (\(evidence.document))" }

  /// The sentence alone, in quotation marks and on one line.
  func quotation(_ evidence: Evidence) -> String {
    "“\(evidence.quote.split(whereSeparator: \.isWhitespace).joined(separator: " "))”"
  }
}
