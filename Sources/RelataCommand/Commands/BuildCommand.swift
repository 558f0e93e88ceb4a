import ArgumentParser
import Relata

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Reads documents and writes their knowledge graph.",
    discussion: """
      Inputs are text and Markdown files (UTF-8), folders of them, or “-” for standard input. The output folder gets \
      graph.dot, graph.graphml, graph.jsonld, nodes.csv, edges.csv and graph.svg, all or none: files of an earlier run are \
      replaced only when all new ones are complete. The same input gives the same bytes. Beside graph.jsonld lies graph.relata, \
      which is made of it and lets queries begin at once; it need not be kept. “relata export --help” tells the formats.

      EXAMPLES:
        relata build articles --output output
        relata build one.txt two.md --output output --format jsonld,csv
        relata build articles --output output --ontology mine.yaml --no-open
        relata build articles --output output --min-confidence 0.7
        relata build articles --output output --identities same-as.yaml
        relata build articles --output output --trace | grep -A 2 Aleppo
      """)

  @Argument(help: "Files and folders to read; “-” is standard input.")
  var inputs: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write into; made where missing.", valueName: "folder"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "What to write, separated by commas: \(OutputFormat.names) (default: dot, graphml, jsonld, csv, and svg where Graphviz is there).",
      valueName: "a,b"))
  var format: String?

  @Flag(name: .customLong("no-open"), help: "Leave out relations that are not in the ontology.")
  var withoutOpen = false

  @Option(
    name: .customLong("min-confidence"),
    help: ArgumentHelp(
      "Leave out statements less sure than this, 0…1: lower finds more, higher errs less (default: \(GraphBuilder.usualConfidence)).",
      valueName: "p"))
  var minConfidence: Double?

  @Flag(help: "Print for each statement by which trigger it was found.")
  var trace = false

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  @OptionGroup var ontologyFile: OntologyFile
  @OptionGroup var identityFile: IdentityFile
  @OptionGroup var jobs: JobCount

  func validate() throws {
    _ = try format.map(OutputFormat.list)
    if let minConfidence, !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence must be between 0 and 1")
    }
  }

  func run() async throws {
    let formats = try format.map(OutputFormat.list)
    let ontology = try ontologyFile.load()
    let identities = try identityFile.load(ontology)
    let documents = try InputDocuments.read(inputs)
    let folder = try OutputFolder(path: output)
    do {
      try await build(documents, ontology: ontology, identities: identities, formats: formats, into: folder)
    } catch {
      folder.removeIfNew()
      throw error
    }
  }

  private func build(
    _ documents: [SourceDocument], ontology: Ontology, identities: IdentityRules, formats: [OutputFormat]?,
    into folder: OutputFolder
  ) async throws {
    let builder: GraphBuilder
    do {
      builder = try GraphBuilder(
        ontology: ontology, identities: identities, leastConfidence: minConfidence)
    } catch {
      throw CommandFailure(.internalError, "something built in is damaged: \(error)")
    }
    let progress = ProgressLine(isQuiet: quiet)
    var result = try await builder.build(documents, jobs: jobs.count, progress: progress.show)
    progress.clear()
    if withoutOpen { result = result.keepingStatements { !$0.isOpen } }

    let files = try exported(result.graph, ontology: ontology, formats: formats)
    let written = try folder.write(files)
    let names = folder.writeGraphFile(of: result.graph, beside: written)
    guard !quiet else { return }
    for unmet in result.unmetIdentities { StandardError.write("relata: warning: \(unmet)") }
    let summary = BuildSummary(
      graph: result.graph, statistics: result.statistics, fileNames: names, folder: output)
    if trace {
      try StandardOutput.write(summary.trace(StatementText(result.graph, ontology: ontology)) + "\n")
    }
    try StandardOutput.write(summary.text)
    StandardError.write(summary.timing)
  }

  /// - Parameter formats: nil for all that can be had; a drawing that cannot be had is then only a note.
  private func exported(
    _ graph: KnowledgeGraph, ontology: Ontology, formats: [OutputFormat]?
  ) throws(CommandFailure) -> [ExportedFile] {
    var files: [ExportedFile] = []
    for format in formats ?? OutputFormat.usual {
      switch format {
      case .export(let format):
        files += format.files(for: graph, ontology: ontology)
      case .svg:
        do throws(CommandFailure) {
          let bytes = try Drawing(format: .svg, engine: nil).draw(graph, ontology: ontology)
          files.append(ExportedFile(name: "graph.svg", bytes: bytes))
        } catch {
          guard formats == nil else { throw error }
          StandardError.write("relata: no graph.svg: \(error.message)")
        }
      }
    }
    return files
  }
}
