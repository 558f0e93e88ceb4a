import ArgumentParser
import Relata

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes a graph in the format that another tool reads.",
    discussion: """
      GRAPH is a graph.jsonld that “relata build” wrote, or the folder that holds it. The same graph gives the same bytes. \
      Documentation/formats.md says what each format keeps and loses.

      WHICH FORMAT FOR WHICH TOOL:
      \(FormatGuide.table)

      EXAMPLES:
        relata export --format turtle --output graph.ttl
        relata export output --format nquads --output - | oxigraph load --location store --format nq
        relata export --format csv --output tables
        relata export --format csv --spreadsheet --output for-excel
        relata export --format graphml --yed --output graph.graphml
        relata export --format dot --cluster community --output - | dot -Tsvg > graph.svg
      """)

  @OptionGroup var graphFile: GraphArgument

  @Option(
    help: ArgumentHelp("What to write: \(FormatGuide.names).", valueName: "name"),
    transform: FormatGuide.format)
  var format: GraphFormat

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, “-” for standard output; for csv the folder that gets nodes.csv and edges.csv.",
      valueName: "file"))
  var output: String

  @Flag(help: "graphml: add yEd’s labels, shapes and colours.")
  var yed = false

  @Flag(help: "cypher: write for LadybugDB and Kuzu, with their tables, instead of for Neo4j.")
  var ladybug = false

  @Flag(help: "csv: mark text that a spreadsheet would compute as a formula by an apostrophe before it.")
  var spreadsheet = false

  @Option(help: ArgumentHelp("dot: frame the entities of one “type” or one “community”.", valueName: "what"))
  var cluster: Cluster?

  @Flag(help: "dot: make one edge, with a list, of all statements between two entities.")
  var bundle = false

  @Flag(name: .customLong("no-tooltips"), help: "dot: leave out tooltips.")
  var withoutTooltips = false

  @Flag(name: .customLong("no-links"), help: "dot: leave out links to Wikidata and GeoNames.")
  var withoutLinks = false

  @OptionGroup var ontologyFile: OntologyFile

  enum Cluster: String, ExpressibleByArgument, CaseIterable {
    case type, community
  }

  func validate() throws {
    try refuse("--yed", yed, unless: .graphml)
    try refuse("--ladybug", ladybug, unless: .cypher)
    try refuse("--spreadsheet", spreadsheet, unless: .csv)
    try refuse("--cluster", cluster != nil, unless: .dot)
    try refuse("--bundle", bundle, unless: .dot)
    try refuse("--no-tooltips", withoutTooltips, unless: .dot)
    try refuse("--no-links", withoutLinks, unless: .dot)
  }

  private func refuse(_ option: String, _ isGiven: Bool, unless owner: GraphFormat) throws {
    guard isGiven, format != owner else { return }
    throw ValidationError("\(option) goes with --format \(owner.rawValue) only")
  }

  func run() throws {
    let ontology = try ontologyFile.load()
    let graph = format.hasGraph ? try graphFile.load() : KnowledgeGraph()
    let files = format.files(for: graph, ontology: ontology, options: options(for: graph))
    if files.count > 1 {
      guard output != "-" else {
        throw CommandFailure(.usage, "--output: \(format.rawValue) is two files; name a folder for them")
      }
      let folder = try OutputFolder(path: output)
      do {
        try folder.write(files)
      } catch {
        folder.removeIfNew()
        throw error
      }
    } else if let file = files.first {
      if output == "-" { try StandardOutput.write(file) } else { try OutputTarget(output).write { file } }
    }
  }

  private func options(for graph: KnowledgeGraph) -> ExportOptions {
    let clusters: DOTWriter.Clusters? =
      switch cluster {
      case .type: .types
      case .community: .groups(graph.communities)
      case nil: nil
      }
    return ExportOptions(
      dot: .init(
        bundlesParallelStatements: bundle, showsTooltips: !withoutTooltips, linksEntities: !withoutLinks,
        clusters: clusters),
      isForYEd: yed, cypher: ladybug ? .ladybug : .openCypher, isForSpreadsheets: spreadsheet,
      layout: format.hasPlaces ? Drawing.places(in: graph) : nil)
  }
}
