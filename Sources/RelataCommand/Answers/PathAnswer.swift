import Relata

/// The connections between two entities, as text and as JSON.
struct PathAnswer {
  struct Record: Encodable {
    struct Path: Encodable {
      let hops: Int
      let confidence: Double
      let entities: [EntityRecord]
      let steps: [Step]
    }

    struct Step: Encodable {
      let from: String
      let to: String
      /// The surest first.
      let statements: [StatementRecord]
    }

    let from: EntityRecord
    let to: EntityRecord
    let paths: [Path]
  }

  private let graph: KnowledgeGraph
  private let ontology: Ontology
  private let from: Entity
  private let to: Entity
  private let paths: [GraphPath]
  private let statementText: StatementText

  init(graph: KnowledgeGraph, ontology: Ontology, from: Entity, to: Entity, paths: [GraphPath]) {
    self.graph = graph
    self.ontology = ontology
    self.from = from
    self.to = to
    self.paths = paths
    statementText = StatementText(graph, ontology: ontology)
  }

  var record: Record {
    let entities = Dictionary(graph.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return Record(
      from: EntityRecord(from), to: EntityRecord(to),
      paths: paths.map { path in
        Record.Path(
          hops: path.hops.count, confidence: (path.confidence * 1000).rounded() / 1000,
          entities: path.entities.compactMap { entities[$0] }.map(EntityRecord.init),
          steps: path.hops.map { hop in
            Record.Step(
              from: hop.from.rawValue, to: hop.to.rawValue,
              statements: hop.steps.map {
                StatementRecord(
                  graph.statements[$0.statement], statementText, ontology, isForward: $0.isForward)
              })
          })
      })
  }

  var text: String {
    var lines: [String] = []
    for (number, path) in paths.enumerated() {
      if number > 0 { lines.append("") }
      let hops = "\(path.hops.count) hop\(path.hops.count == 1 ? "" : "s")"
      lines.append(
        "\(number + 1). " + path.entities.map(statementText.name).joined(separator: " · ") + " (\(hops))")
      for hop in path.hops {
        lines.append("")
        for step in hop.steps.prefix(1) { lines += self.lines(of: step) }
        lines += hop.steps.dropFirst().prefix(Self.otherSteps).map { "   also: " + line(of: $0) }
        let left = hop.steps.count - 1 - Self.otherSteps
        if left > 0 { lines.append("   and \(left) more statement\(left == 1 ? "" : "s") (--json has all)") }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How many further statements between the same two entities are told.
  private static let otherSteps = 3

  private func lines(of step: PathStep) -> [String] {
    let evidence = graph.statements[step.statement].evidence
    var lines = ["   " + line(of: step)]
    lines += evidence.prefix(1).map { "     " + statementText.quote($0) }
    if evidence.count > 1 {
      lines.append("     and \(evidence.count - 1) more sentence\(evidence.count == 2 ? "" : "s")")
    }
    return lines
  }

  private func line(of step: PathStep) -> String {
    let statement = graph.statements[step.statement]
    let qualifiers = statementText.qualifiers(statement)
    return statementText.arrow(statement, isForward: step.isForward)
      + (qualifiers.isEmpty ? "" : "  [\(qualifiers)]")
  }
}
