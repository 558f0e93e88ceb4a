import ArgumentParser
import Relata

struct NeighboursCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "neighbours",
    abstract: "Lists what is near an entity, and by which statements.",
    discussion: """
      The nearest come first, then the most important, then the surest. --types says through what longer ways may lead.

      EXAMPLES:
        relata neighbours HTS
        relata neighbours Putin --hops 2 --limit 50 --asserted-only --dot putin.dot
      """,
    aliases: ["neighbors"])

  @Argument(help: "The name or identifier of the entity.")
  var entity: String

  @Option(parsing: .unconditional, help: "How far around.")
  var hops = 1

  @Option(parsing: .unconditional, help: "How many neighbours to show at most.")
  var limit = 100

  @Option(
    help: ArgumentHelp("Pass only through entities of these types, kinds included.", valueName: "a,b"))
  var types: String?

  @OptionGroup var options: QueryOptions

  struct Record: Encodable {
    struct Near: Encodable {
      let entity: EntityRecord
      let hops: Int
      let last: HopRecord
    }

    let entity: EntityRecord
    /// How many there are, also of those not listed.
    let count: Int
    let neighbours: [Near]
  }

  func validate() throws {
    if hops < 1 { throw ValidationError("--hops must be at least 1") }
    if limit < 1 { throw ValidationError("--limit must be at least 1") }
  }

  func run() throws {
    let ontology = try options.ontologyFile.loadVocabulary()
    try options.graphFile.query { try answer($0, ontology) }
  }

  private func answer(_ graph: MappedGraph, _ ontology: Ontology) throws {
    let center = try graph.entity(named: entity)
    let finder = try graph.finder(
      PathOptions(
        maximumHops: hops, statements: try options.selection.selection(graph, ontology),
        types: try types.map { try TypeList($0, ontology: ontology).types }))
    var (nearest, count) = finder.neighbours(of: center.id, limit: limit)
    var part = try graph.part(hops: nearest.map(\.last), entities: [center.id])
    part.graph = options.selection.quotingFirst(part.graph)
    for (place, hop) in part.hops.enumerated() { nearest[place].last = hop }
    let text = HopText(part.graph, ontology: ontology)
    let entities = Dictionary(
      part.graph.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let record = Record(
      entity: EntityRecord(center), count: count,
      neighbours: nearest.compactMap { near in
        entities[near.entity].map {
          Record.Near(entity: EntityRecord($0), hops: near.hops, last: text.record(near.last))
        }
      })
    try options.files.give(
      record, text: lines(center, nearest, count, entities, text).joined(separator: "\n") + "\n",
      part: part.graph.part(hops: nearest.map(\.last), entities: [center.id]), ontology: ontology)
  }

  private func lines(
    _ center: Entity, _ nearest: [Neighbour], _ count: Int, _ entities: [EntityID: Entity], _ text: HopText
  ) -> [String] {
    guard count > 0 else {
      return ["\(center.name) has no neighbours" + (options.selection.isNarrow ? " under these options" : "")]
    }
    let left = count > nearest.count ? ", of which the first \(nearest.count)" : ""
    var lines = ["\(center.name): \(count) within \(hops) hop\(hops == 1 ? "" : "s")\(left)"]
    var hop = 0
    for near in nearest {
      if near.hops != hop {
        hop = near.hops
        lines += ["", hop == 1 ? "1 hop away" : "\(hop) hops away"]
      }
      let type = entities[near.entity].map { " (\($0.type))" } ?? ""
      lines.append("  \(text.name(near.entity))\(type)")
      lines += near.last.steps.prefix(1).map { "    " + text.line(of: $0) }
    }
    return lines
  }
}
