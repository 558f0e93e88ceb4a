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
      """)

  @Argument(help: "The graph to write.")
  var graph = GraphFile.defaultPath

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

  @OptionGroup var ontologyFile: OntologyFile

  func run() throws {
    let ontology = try ontologyFile.load()
    let graph = format.hasGraph ? try GraphFile.load(graph, named: "an argument") : KnowledgeGraph()
    let files = format.files(for: graph, ontology: ontology)
    if files.count > 1 {
      guard output != "-" else {
        throw CommandFailure(.usage, "--output: \(format.rawValue) is two files; name a folder for them")
      }
      try write(files, into: OutputFolder(path: output))
    } else if output == "-" {
      for file in files { try StandardOutput.write(file.bytes) }
    } else {
      let (folder, name) = try OutputFolder.containing(output)
      try write(files.map { ExportedFile(name: name, bytes: $0.bytes) }, into: folder)
    }
  }

  private func write(_ files: [ExportedFile], into folder: OutputFolder) throws {
    do {
      try folder.write(files)
    } catch {
      folder.removeIfNew()
      throw error
    }
  }
}
