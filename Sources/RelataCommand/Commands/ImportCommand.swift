import ArgumentParser
import Relata

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Reads a graph from a file, so that it can be asked and drawn.",
    discussion: """
      Each FILE is a graph: GraphML (.graphml), JSON-LD that relata wrote, node-link JSON of NetworkX or D3, or the two tables \
      nodes.csv and edges.csv with the headers of Neo4j's bulk import, or graph.relata; “-” is standard input. Several graphs are \
      joined as documents are: what is one becomes one. What relata wrote comes back \
      as the same graph; of graphs made elsewhere come names, types and relations (matched to the ontology), direction \
      and dates. Documentation/import.md says how. The folder gets graph.jsonld, which “relata path”, “show” and “render” ask.

      EXAMPLES:
        relata import network.graphml --output imported
        relata path "Ada" "Omar" --from-graph imported
        relata import monday/graph.jsonld tuesday/graph.jsonld --output week
        relata import nodes.csv edges.csv --output imported --format jsonld,graphml,svg
        relata import graph.jsonld --output corrected --corrections corrections.yaml
      """)

  @Argument(help: "Files of graphs; the two files of a pair of tables one after the other.")
  var files: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write into; made where missing.", valueName: "folder"))
  var output: String

  @Option(
    help: ArgumentHelp("What to write, separated by commas: \(OutputFormat.names).", valueName: "a,b"))
  var format = "jsonld"

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  @OptionGroup var ontologyFile: OntologyFile
  @OptionGroup var correctionFile: RuleFile<Corrections>

  func validate() throws { _ = try OutputFormat.list(format) }

  func run() throws {
    let formats = try OutputFormat.list(format)
    let ontology = try ontologyFile.load()
    let corrections = try correctionFile.load(ontology) ?? Corrections()
    let folder = try OutputFolder(path: output)
    var exported: [ExportedFile] = []
    let imported: [ImportedGraph]
    let corrected: Corrections.Outcome
    let names: [String]
    do {
      imported = try ImportedFiles.read(files, ontology: ontology)
      corrected = corrections.applied(
        to: try merged(imported.map(\.graph), ontology), ontology: ontology)
      let graph = corrected.graph
      let layout = formats.contains(where: \.hasPlaces) ? Drawing.places(in: graph) : nil
      for format in formats { exported += try format.files(for: graph, ontology: ontology, layout: layout) }
      let written = try folder.write(exported)
      names = folder.writeGraphFile(of: graph, beside: written)
    } catch {
      folder.removeIfNew()
      throw error
    }
    guard !quiet else { return }
    for note in imported.flatMap(\.notes) { StandardError.write("relata: note: \(note)".onOneLine) }
    for unmet in corrected.unmet { StandardError.write("relata: warning: \(unmet)".onOneLine) }
    let graph = corrected.graph
    let isRestored = imported.count == 1 && imported[0].isRestored && corrected.applied.isEmpty
    let size = [
      counted(graph.entities.count, "entity", "entities"), counted(graph.statements.count, "statement"),
      counted(graph.documents.count, "document"),
    ].joined(separator: ", ")
    let origin =
      isRestored ? ", as relata wrote them" : imported.count > 1 ? ", of \(imported.count) graphs" : ""
    let correction = BuildSummary.corrections(
      applied: corrected.applied.count, unmet: corrected.unmet.count)
    let lines =
      [size + origin] + [correction].compactMap(\.self)
      + ["written to \(output): \(names.joined(separator: ", "))"]
    try StandardOutput.write(lines.joined(separator: "\n") + "\n")
  }

  /// One graph as it is; several are joined as documents are.
  private func merged(_ graphs: [KnowledgeGraph], _ ontology: Ontology) throws -> KnowledgeGraph {
    guard graphs.count != 1 else { return graphs[0] }
    let gazetteer: Gazetteer
    do {
      gazetteer = try Gazetteer.embedded()
    } catch {
      throw CommandFailure(.internalError, "the gazetteer built in is damaged: \(error)")
    }
    return GraphMerger(Resolver(ontology: ontology, gazetteer: gazetteer)).merged(graphs)
  }
}
