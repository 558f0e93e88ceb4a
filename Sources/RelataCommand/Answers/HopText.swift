import Relata

/// A hop with the statements that connect its ends, in the JSON that queries print.
struct HopRecord: Encodable {
  let from: String
  let to: String
  /// In the order of ``PathHop/steps``.
  let statements: [StatementRecord]
}

/// From one entity to the next, as people read it: the best statement with its sentence, then
/// what else connects the two.
struct HopText {
  private let graph: KnowledgeGraph
  private let ontology: Ontology
  private let statementText: StatementText

  init(_ graph: KnowledgeGraph, ontology: Ontology) {
    self.graph = graph
    self.ontology = ontology
    statementText = StatementText(graph, ontology: ontology)
  }

  /// How many further statements between the same two entities are told.
  private static let otherSteps = 3

  func name(_ id: EntityID) -> String { statementText.name(id) }

  func record(_ hop: PathHop) -> HopRecord {
    HopRecord(
      from: hop.from.rawValue, to: hop.to.rawValue,
      statements: hop.steps.map {
        StatementRecord(graph.statements[$0.statement], statementText, ontology, isForward: $0.isForward)
      })
  }

  func lines(of hop: PathHop) -> [String] {
    var lines: [String] = []
    for step in hop.steps.prefix(1) { lines += self.lines(of: step) }
    lines += hop.steps.dropFirst().prefix(Self.otherSteps).map { "   also: " + line(of: $0) }
    let left = hop.steps.count - 1 - Self.otherSteps
    if left > 0 { lines.append("   and \(left) more statement\(left == 1 ? "" : "s") (--json has all)") }
    return lines
  }

  private func lines(of step: PathStep) -> [String] {
    let evidence = graph.statements[step.statement].evidence
    var lines = ["   " + line(of: step)]
    lines += evidence.prefix(1).map { "     " + statementText.quote($0) }
    if evidence.count > 1 {
      lines.append("     and \(evidence.count - 1) more sentence\(evidence.count == 2 ? "" : "s")")
    }
    return lines
  }

  func line(of step: PathStep) -> String {
    let statement = graph.statements[step.statement]
    let qualifiers = statementText.qualifiers(statement)
    return statementText.arrow(statement, isForward: step.isForward)
      + (qualifiers.isEmpty ? "" : "  [\(qualifiers)]")
  }
}
