import ArgumentParser
import Relata

struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Shows how two entities are connected, with the sentences that say so.",
    discussion: """
      The connections that say most come first: short, well evidenced, by specific relations, not through what is connected \
      with everything (Documentation/paths.md has the formula). Names are taken leniently (“julani”, “HTS”, “al Sharaa”); \
      where several entities have a name, they are listed with identifiers to choose from.

      EXAMPLES:
        relata path "Putin" "Damascus"
        relata path Turkey Israel --shortest --paths 5
        relata path Russia Syria --directed --relations intervened_in,operates
        relata path Putin Aleppo --through HTS --types Person,Organization --svg putin-aleppo.svg
        relata path Putin Aleppo --from 2024-11 --until 2025-01 --time-respecting
        relata path HTS Assad --all --max-hops 3 --json | jq '.paths[].entities[].name'
      """)

  @Argument(help: ArgumentHelp("The name or identifier of the first entity.", valueName: "from"))
  var start: String

  @Argument(help: ArgumentHelp("The name or identifier of the last entity.", valueName: "to"))
  var end: String

  @Option(
    parsing: .unconditional,
    help: """
      The longest connection to look for, in statements (default: 4; with --shortest or --weighted: any length).
      """)
  var maxHops: Int?

  @Option(
    name: [.customShort("k"), .long], parsing: .unconditional, help: "How many connections to show at most.")
  var paths = 3

  @Flag(help: "Show all connections of at most --max-hops statements.")
  var all = false

  @Flag(help: "Order by length, then by confidence.")
  var shortest = false

  @Flag(help: "Order by the product of the confidences, whatever the length.")
  var weighted = false

  @Option(
    help: ArgumentHelp("Only connections that pass through this entity; may be repeated.", valueName: "name"))
  var through: [String] = []

  @Option(
    help: ArgumentHelp("No connection through this entity; may be repeated.", valueName: "name"))
  var avoid: [String] = []

  @Option(
    help: ArgumentHelp("Only connections through entities of these types, kinds included.", valueName: "a,b"))
  var types: String?

  @Flag(
    name: .customLong("time-respecting"),
    help:
      "Only connections on which no step must be before the one that it follows: how influence could have travelled."
  )
  var timeRespecting = false

  @OptionGroup var query: QueryOptions

  /// As many as anybody reads; the library's bound is higher.
  private static let allLimit = 10_000

  func validate() throws {
    if let maxHops, maxHops < 1 { throw ValidationError("--max-hops must be at least 1") }
    if paths < 1 { throw ValidationError("--paths must be at least 1") }
    if shortest && weighted { throw ValidationError("--shortest and --weighted exclude each other") }
    if through.count > PathOptions.maximumThrough {
      throw ValidationError("--through: at most \(PathOptions.maximumThrough) entities")
    }
  }

  func run() throws {
    let ontology = try query.ontologyFile.loadVocabulary()
    try query.graphFile.query { try answer($0, ontology) }
  }

  private func answer(_ graph: MappedGraph, _ ontology: Ontology) throws {
    let from = try graph.entity(named: start)
    let to = try graph.entity(named: end)
    guard from.id != to.id else {
      throw CommandFailure(.usage, "“\(start)” and “\(end)” are the same entity, \(from.name) (\(from.id))")
    }
    let options = try pathOptions(graph, ontology)
    let finder = try graph.finder(options)
    var result = finder.find(from: from.id, to: to.id)
    let part = try graph.part(of: result.paths)
    result.paths = part.paths
    let failure =
      result.paths.isEmpty
      ? try noPath(from: from, to: to, options, in: graph, finder, isComplete: result.isComplete) : nil
    let answer = PathAnswer(
      graph: query.selection.quotingFirst(part.graph), ontology: ontology, from: from, to: to,
      ranking: options.ranking, result: result)
    try query.files.give(
      answer.record, text: result.paths.isEmpty ? "" : answer.text,
      part: result.paths.isEmpty ? nil : answer.part, ontology: ontology)
    if let failure { throw failure }
    if !result.isComplete {
      StandardError.write(
        "relata: incomplete: there may be more connections; the search stopped at its bound")
    }
  }

  private func pathOptions(_ graph: MappedGraph, _ ontology: Ontology) throws -> PathOptions {
    PathOptions(
      maximumHops: maxHops ?? (!all && (shortest || weighted) ? nil : 4),
      ranking: shortest ? .shortest : weighted ? .surest : .informative,
      informativeness: Informativeness(ontology), count: all ? nil : paths,
      statements: try query.selection.selection(graph, ontology),
      through: try through.map { try graph.entity(named: $0).id },
      avoid: Set(try avoid.map { try graph.entity(named: $0).id }),
      types: try types.map { try TypeList($0, ontology: ontology).types },
      isTimeRespecting: timeRespecting,
      bounds: all ? SearchBounds(paths: Self.allLimit) : SearchBounds())
  }

  private func noPath(
    from: Entity, to: Entity, _ options: PathOptions, in graph: MappedGraph, _ finder: PathFinder,
    isComplete: Bool
  ) throws -> CommandFailure {
    let isNarrow =
      query.selection.isNarrow || timeRespecting || types != nil || !through.isEmpty || !avoid.isEmpty
    var message = "no path from \(from.name) to \(to.name)"
    if let hops = options.maximumHops { message += " within \(hops) hop\(hops == 1 ? "" : "s")" }
    if isNarrow { message += " under these options" }
    if let explanation = try ComponentText(finder.components(), graph).explanation([from, to]) {
      message += ": \(explanation)"
    } else if !isComplete {
      return CommandFailure(.cutOff, message + " was found before the search stopped at its bound")
    }
    return CommandFailure(.noPath, message + query.selection.undatedHint)
  }
}
