import ArgumentParser
import Relata

struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Shows how two entities are connected, with the sentences that say so.",
    discussion: """
      The shortest connections come first, then the surest. Names are taken leniently (“julani”, “HTS”, “al Sharaa”); \
      where several entities have a name, they are listed with identifiers to choose from.

      EXAMPLES:
        relata path "Putin" "Damascus"
        relata path Turkey Israel --max-hops 2 --paths 5
        relata path Russia Syria --directed --relations intervened_in,operates
        relata path HTS Assad --json | jq '.paths[0].entities'
      """)

  @Argument(help: "The name or identifier of the first entity.")
  var from: String

  @Argument(help: "The name or identifier of the last entity.")
  var to: String

  @Option(help: "The longest connection to look for, in statements.")
  var maxHops = 4

  @Option(help: "How many connections to show at most.")
  var paths = 3

  @Flag(help: "Follow statements only from subject to object.")
  var directed = false

  @Option(help: ArgumentHelp("Follow only these relations, separated by commas.", valueName: "a,b"))
  var relations: String?

  @Flag(help: "Follow also statements that the text negates.")
  var negated = false

  @Flag(name: .customLong("no-open"), help: "Leave out relations that are not in the ontology.")
  var withoutOpen = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var graphFile: GraphFile
  @OptionGroup var ontologyFile: OntologyFile

  func validate() throws {
    if maxHops < 1 { throw ValidationError("--max-hops must be at least 1") }
    if paths < 1 { throw ValidationError("--paths must be at least 1") }
  }

  func run() throws {
    let ontology = try ontologyFile.load()
    let graph = try graphFile.load()
    let matcher = EntityMatcher(graph)
    let start = try matcher.entity(named: from)
    let end = try matcher.entity(named: to)
    guard start.id != end.id else {
      throw CommandFailure(.usage, "“\(from)” and “\(to)” are the same entity, \(start.name) (\(start.id))")
    }
    let options = PathOptions(
      maximumHops: maxHops, count: paths,
      statements: StatementSelection(
        isDirected: directed, symmetricRelations: Set(ontology.relations.filter(\.isSymmetric).map(\.id)),
        relations: try relations.map { try RelationList($0, graph: graph, ontology: ontology).ids },
        includesNegated: negated, includesOpen: !withoutOpen))
    let found = PathFinder(graph, options: options).paths(from: start.id, to: end.id)
    let answer = PathAnswer(graph: graph, ontology: ontology, from: start, to: end, paths: found)
    if json {
      try writeJSON(answer.record)
    } else if !found.isEmpty {
      try StandardOutput.write(answer.text)
    }
    if found.isEmpty {
      throw CommandFailure(
        .noPath,
        "no path from \(start.name) to \(end.name) within \(maxHops) hop\(maxHops == 1 ? "" : "s")"
          + (directed || relations != nil || withoutOpen ? " under these options" : ""))
    }
  }
}
