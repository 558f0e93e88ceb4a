import ArgumentParser
import Relata

/// Where a graph that was made of documents is written, and what of it: what building and collections share.
struct GraphOutput: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write into; made where missing.", valueName: "folder"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "What to write, separated by commas: \(OutputFormat.names) (default: dot, graphml, jsonld, csv, html, and svg where Graphviz is there).",
      valueName: "a,b"))
  var format: String?

  @Flag(name: .customLong("no-open"), help: "Leave out relations that are not in the ontology.")
  var withoutOpen = false

  @Flag(
    name: .customLong("keep-duplicates"),
    help: "Let documents that say the same in nearly the same words be evidence of their own.")
  var keepsCopies = false

  @Flag(
    name: .customLong("without-texts"),
    help: "Leave the documents' texts out of graph.jsonld and graph.relata.")
  var withoutTexts = false

  @Flag(help: "Print for each statement by which trigger it was found.")
  var trace = false

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  var options: BuildOptions { BuildOptions(keepsCopies: keepsCopies, keepsTexts: !withoutTexts) }

  func validate() throws { _ = try format.map(OutputFormat.list) }

  /// Writes all files or none, tells what they hold, and fails as incomplete where not all
  /// documents could be read.
  func write(
    _ built: BuildResult, reading: ReadingText, ontology: Ontology, formats: [OutputFormat]?,
    into folder: OutputFolder
  ) throws {
    let result = withoutOpen ? built.keepingStatements { !$0.isOpen } : built
    let files = try exported(result.graph, ontology: ontology, formats: formats)
    let written = try folder.write(files)
    let names = folder.writeGraphFile(of: result.graph, beside: written)
    if !quiet {
      for unmet in result.unmetIdentities { StandardError.write("relata: warning: \(unmet)") }
      for unmet in result.unmetCorrections { StandardError.write("relata: warning: \(unmet)".onOneLine) }
      let summary = BuildSummary(
        graph: result.graph, statistics: result.statistics, leftOut: reading.summary,
        unmetCorrections: Set(result.unmetCorrections.map(\.line)).count, fileNames: names,
        folder: output)
      if trace {
        try StandardOutput.write(summary.trace(StatementText(result.graph, ontology: ontology)) + "\n")
      }
      try StandardOutput.write(summary.text)
      StandardError.write(summary.timing)
    }
    if let failure = reading.failure { throw failure }
  }

  /// - Parameter formats: nil for all that can be had; a drawing that cannot be had is then only a note.
  private func exported(
    _ graph: KnowledgeGraph, ontology: Ontology, formats: [OutputFormat]?
  ) throws(CommandFailure) -> [ExportedFile] {
    var files: [ExportedFile] = []
    let hasPlaces = (formats ?? OutputFormat.usual).contains(where: \.hasPlaces)
    let layout = hasPlaces ? Drawing.places(in: graph) : nil
    for format in formats ?? OutputFormat.usual {
      do throws(CommandFailure) {
        files += try format.files(for: graph, ontology: ontology, layout: layout)
      } catch {
        guard formats == nil else { throw error }
        StandardError.write("relata: no graph.\(format.name): \(error.message)")
      }
    }
    return files
  }
}
