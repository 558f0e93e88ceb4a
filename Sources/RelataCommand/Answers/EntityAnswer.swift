import Relata

/// A report on an entity, as text and as JSON.
struct EntityAnswer {
  struct Record: Encodable {
    let entity: Entity
    let asSubject: [StatementRecord]
    let asObject: [StatementRecord]
    let asQualifier: [StatementRecord]
    let contradictions: [Contradiction.Record]
    let corrections: [AppliedCorrection]
    let documents: [DocumentRecord]
  }

  let report: EntityReport
  private let ontology: Ontology
  private let statementText: StatementText

  init(report: EntityReport, graph: KnowledgeGraph, ontology: Ontology) {
    self.report = report
    self.ontology = ontology
    statementText = StatementText(graph, ontology: ontology)
  }

  var record: Record {
    func records(_ statements: [Statement]) -> [StatementRecord] {
      statements.map { StatementRecord($0, statementText, ontology) }
    }
    return Record(
      entity: report.entity, asSubject: records(report.asSubject), asObject: records(report.asObject),
      asQualifier: records(report.asQualifier),
      contradictions: report.contradictions.map {
        Contradiction.Record(kind: $0.kind, explanation: $0.explanation)
      }, corrections: report.corrections, documents: report.documents)
  }

  var text: String {
    let entity = report.entity
    var lines = [
      entity.name,
      "  \(entity.id) · \(entity.type) · \(mentions(entity.mentionCount))",
    ]
    let others = entity.aliases.filter { $0.name != entity.name }
    if !others.isEmpty {
      lines.append("  also called " + others.map { "\($0.name) (\($0.count))" }.joined(separator: ", "))
    }
    if !entity.identifiers.isEmpty {
      let sorted = entity.identifiers.sorted { $0.key < $1.key }
      lines.append("  " + sorted.map { "\($0.key) \($0.value)" }.joined(separator: " · "))
    }
    lines += section("What it did and was", report.asSubject) { statementText.arrow($0, isForward: true) }
    lines += section("What others did to it", report.asObject) { statementText.arrow($0, isForward: false) }
    lines += section("What it said, or what happened there", report.asQualifier, statementText.arrow)
    if !report.contradictions.isEmpty {
      lines += ["", "Contradictions"] + report.contradictions.map { "  " + $0.explanation }
    }
    if !report.corrections.isEmpty {
      lines += ["", "Corrected by a person"]
      lines += report.corrections.map { "  \($0.explanation) (\($0.file):\($0.line))" }
    }
    if !report.documents.isEmpty {
      lines += ["", "Documents"]
      lines += report.documents.map { document in
        "  "
          + [document.id, document.date?.description, document.title].compactMap(\.self).joined(
            separator: " · ")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(
    _ title: String, _ statements: [Statement], _ arrow: (Statement) -> String
  ) -> [String] {
    guard !statements.isEmpty else { return [] }
    let times = statements.map { $0.time?.description ?? "" }
    let width = times.map(\.count).max() ?? 0
    var lines = ["", title]
    for (statement, time) in zip(statements, times) {
      let column = width == 0 ? "" : time + String(repeating: " ", count: width - time.count + 2)
      let qualifiers = statementText.qualifiers(statement, omitsTime: true)
      lines.append("  \(column)\(arrow(statement))" + (qualifiers.isEmpty ? "" : "  [\(qualifiers)]"))
      let indent = String(repeating: " ", count: width == 0 ? 4 : width + 4)
      lines += statement.evidence.prefix(1).map { indent + statementText.quote($0) }
      if statement.evidence.count > 1 { lines.append(indent + "and \(statement.evidence.count - 1) more") }
    }
    return lines
  }
}

extension Contradiction {
  /// Without the indices, which mean nothing outside the graph.
  struct Record: Encodable {
    let kind: Kind
    let explanation: String
  }
}
