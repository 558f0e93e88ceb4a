import Relata

/// The contradictions of a graph, as text with the sides in columns and as JSON.
struct ContradictionAnswer {
  struct Record: Encodable {
    struct Item: Encodable {
      let about: ContradictionReport.Topic
      let kind: Contradiction.Kind
      let explanation: String
      let sides: [Side]
    }

    struct Side: Encodable {
      let claim: String
      let statements: [StatementRecord]
    }

    let statements: Int
    let documents: Int
    let contradictions: [Item]
  }

  let report: ContradictionReport
  private let graph: KnowledgeGraph
  private let ontology: Ontology
  private let about: ContradictionReport.Topic?
  private let statementText: StatementText

  /// - Parameter about: the topic that the report was narrowed to, or nil for all.
  init(
    report: ContradictionReport, graph: KnowledgeGraph, ontology: Ontology, about: ContradictionReport.Topic?
  ) {
    self.report = report
    self.graph = graph
    self.ontology = ontology
    self.about = about
    statementText = StatementText(graph, ontology: ontology)
  }

  var record: Record {
    Record(
      statements: graph.statements.count, documents: graph.documents.count,
      contradictions: report.items.map { item in
        Record.Item(
          about: item.topic, kind: item.kind, explanation: item.explanation,
          sides: item.sides.map { side in
            Record.Side(
              claim: side.claim,
              statements: side.statements.map { StatementRecord($0, statementText, ontology) })
          })
      })
  }

  var text: String {
    guard !report.items.isEmpty else { return none + "\n" }
    var lines: [String] = []
    for topic in ContradictionReport.Topic.allCases {
      let items = report.items(about: topic)
      guard !items.isEmpty else { continue }
      lines += (lines.isEmpty ? [] : [""]) + ["\(topic.title) (\(items.count))"]
      for item in items {
        lines += ["", "  " + item.explanation]
        // Two sides stand beside each other; of more, two at a time.
        for pair in stride(from: 0, to: item.sides.count, by: 2) {
          let sides = item.sides[pair..<min(pair + 2, item.sides.count)].map(self.lines)
          lines += [""] + TextColumns(sides, width: Self.columnWidth).lines.map { "  " + $0 }
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let columnWidth = 46
  /// How many sentences of one side are told.
  private static let quotes = 3

  /// That nothing was found, and what that does not mean.
  private var none: String {
    let subject =
      about.map { "No statements of this graph contradict each other about \($0.plural)" }
      ?? "No statements of this graph contradict each other"
    let statements = "\(graph.statements.count) statement\(graph.statements.count == 1 ? "" : "s")"
    let documents = "\(graph.documents.count) document\(graph.documents.count == 1 ? "" : "s")"
    return
      "\(subject) (\(statements) from \(documents)). The texts may still disagree in what was not extracted."
  }

  private func lines(_ side: ContradictionReport.Side) -> [String] {
    var lines = [side.claim]
    for statement in side.statements {
      let qualifiers = statementText.qualifiers(statement)
      lines.append(statementText.arrow(statement) + (qualifiers.isEmpty ? "" : "  [\(qualifiers)]"))
    }
    let evidence = side.evidence
    for piece in evidence.prefix(Self.quotes) {
      lines += [statementText.quotation(piece), "— " + document(piece.document)]
    }
    let rest = evidence.count - Self.quotes
    if rest > 0 { lines.append("and \(rest) more sentence\(rest == 1 ? "" : "s") (--json has all)") }
    return lines
  }

  private func document(_ id: String) -> String {
    let record = graph.documents.first { $0.id == id }
    return [id, record?.date?.description].compactMap(\.self).joined(separator: " · ")
  }
}

extension ContradictionReport.Topic {
  fileprivate var title: String {
    switch self {
    case .date: "Dates"
    case .place: "Places"
    case .office: "Offices"
    case .outcome: "Outcomes"
    }
  }

  fileprivate var plural: String { title.lowercased() }
}
