import ArgumentParser
import Relata

struct BetweenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "between",
    abstract: "Shows who stands between two entities: through whom the connections go.",
    discussion: """
      For each entity: the share of the shortest chains that pass through it, and of all chains of at most --max-hops statements.

      EXAMPLES:
        relata between Putin Aleppo
        relata between Israel Turkey --max-hops 3 --types Person
      """)

  @Argument(help: ArgumentHelp("The name or identifier of the first entity.", valueName: "from"))
  var start: String

  @Argument(help: ArgumentHelp("The name or identifier of the last entity.", valueName: "to"))
  var end: String

  @Option(parsing: .unconditional, help: "The longest chains to count, in statements.")
  var maxHops = 4

  @Option(parsing: .unconditional, help: "How many brokers to show at most.")
  var limit = 20

  @Option(
    help: ArgumentHelp("Count only chains through entities of these types, kinds included.", valueName: "a,b")
  )
  var types: String?

  @OptionGroup var options: QueryOptions

  struct Record: Encodable {
    struct Between: Encodable {
      let entity: EntityRecord
      let shortestShare: Double
      let share: Double
    }

    let from: EntityRecord
    let to: EntityRecord
    let distance: Int?
    let chains: Int
    let shortestChains: Int
    let isComplete: Bool
    let brokers: [Between]
  }

  func validate() throws {
    if maxHops < 1 { throw ValidationError("--max-hops must be at least 1") }
    if limit < 1 { throw ValidationError("--limit must be at least 1") }
  }

  func run() throws {
    let ontology = try options.ontologyFile.loadVocabulary()
    try options.graphFile.query { try answer($0, ontology) }
  }

  private func answer(_ graph: MappedGraph, _ ontology: Ontology) throws {
    let from = try graph.entity(named: start)
    let to = try graph.entity(named: end)
    guard from.id != to.id else {
      throw CommandFailure(.usage, "“\(start)” and “\(end)” are the same entity, \(from.name) (\(from.id))")
    }
    let finder = try graph.finder(
      PathOptions(
        maximumHops: maxHops, count: nil, statements: try options.selection.selection(graph, ontology),
        types: try types.map { try TypeList($0, ontology: ontology).types }))
    let report = finder.brokers(from: from.id, to: to.id)
    let shown = Array(report.brokers.prefix(limit))
    let part = try part(graph, shown, finder, from, to)
    let explanation =
      report.distance == nil ? try ComponentText(finder.components(), graph).explanation([from, to]) : nil
    let entities = Dictionary(
      part.graph.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let record = Record(
      from: EntityRecord(from), to: EntityRecord(to), distance: report.distance, chains: report.paths,
      shortestChains: report.shortestPaths, isComplete: report.isComplete,
      brokers: shown.compactMap { broker in
        entities[broker.entity].map {
          Record.Between(
            entity: EntityRecord($0), shortestShare: rounded(broker.shortestShare),
            share: rounded(broker.share))
        }
      })
    try options.files.give(
      record, text: report.distance == nil ? "" : text(report, shown, from, to, entities),
      part: report.distance == nil ? nil : part.graph.part(hops: part.hops, entities: [from.id, to.id]),
      ontology: ontology)
    if report.distance == nil {
      throw CommandFailure(
        .noPath,
        "no path from \(from.name) to \(to.name) within \(maxHops) hop\(maxHops == 1 ? "" : "s")"
          + (explanation.map { ": \($0)" } ?? ""))
    }
    if !report.isComplete {
      StandardError.write("relata: incomplete: there are more chains; the count stopped at its bound")
    }
  }

  /// The statements on shortest chains between the two and through the brokers shown.
  private func part(
    _ graph: MappedGraph, _ shown: [Broker], _ finder: PathFinder, _ from: Entity, _ to: Entity
  ) throws -> GraphPart {
    let inside = Set(shown.map(\.entity) + [from.id, to.id])
    let paths = finder.paths(from: from.id, to: to.id).filter { inside.isSuperset(of: $0.entities) }
    return try graph.part(hops: paths.flatMap(\.hops), entities: inside.sorted())
  }

  private func text(
    _ report: BrokerReport, _ shown: [Broker], _ from: Entity, _ to: Entity, _ entities: [EntityID: Entity]
  ) -> String {
    let bound = report.isComplete ? "" : " (and more: the count stopped at its bound)"
    var lines = [
      "\(from.name) and \(to.name): \(report.paths) chain\(report.paths == 1 ? "" : "s") of at most \(maxHops) hops\(bound), "
        + "\(report.shortestPaths) of them shortest (\(report.distance ?? 0))"
    ]
    if shown.isEmpty {
      lines.append("Nobody stands between them.")
    } else {
      lines += ["", "shortest    all"]
    }
    for broker in shown {
      let entity = entities[broker.entity]
      lines.append(
        percent(broker.shortestShare) + percent(broker.share)
          + "  \(entity?.name ?? broker.entity.rawValue) (\(entity?.type.rawValue ?? ""))")
    }
    if report.brokers.count > shown.count { lines.append("and \(report.brokers.count - shown.count) more") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func percent(_ share: Double) -> String {
    let text = "\(Int((share * 100).rounded())) %"
    return String(repeating: " ", count: max(0, 7 - text.count)) + text
  }
}
