import ArgumentParser
import Relata

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Reads documents and writes their knowledge graph.",
    discussion: """
      Inputs are documents of any common format, folders of them, “-” for standard input or “@FILE” for a list of paths: \
      plain text and Markdown in any encoding, HTML, PDF, DOCX, ODT, EPUB, RTF, mail (EML, MBOX), JSON lines, CSV, WARC, and \
      archives of them (zip, tar, 7z, gzip). What a file is, its content says. What cannot be read is listed, the rest is read. \
      The output folder gets \
      graph.dot, graph.graphml, graph.jsonld, nodes.csv, edges.csv, graph.svg and graph.html, all or none: \
      files of an earlier run are \
      replaced only when all new ones are complete. The same input gives the same bytes. graph.svg shows the most \
      important statements; “relata render --all” draws all. Beside graph.jsonld lies graph.relata, \
      which is made of it and lets queries begin at once; it need not be kept. “relata export --help” tells the formats.

      EXAMPLES:
        relata build articles --output output
        relata build one.txt two.md --output output --format jsonld,csv
        relata build articles --output output --ontology mine.yaml --no-open
        relata build articles --output output --min-confidence 0.7
        relata build articles --output output --identities same-as.yaml
        relata build articles --output output --corrections corrections.yaml
        relata build articles --output output --trace | grep -A 2 Aleppo
      """)

  @OptionGroup var inputs: InputDocuments

  @Option(
    name: .customLong("min-confidence"), parsing: .unconditional,
    help: ArgumentHelp(
      "Leave out statements less sure than this, 0…1: lower finds more, higher errs less (default: \(GraphBuilder.usualConfidence)).",
      valueName: "p"))
  var minConfidence: Double?

  @Flag(
    name: .customLong("any-language"),
    help: "Read also documents that seem not to be in English, as if they were.")
  var readsAllLanguages = false

  @OptionGroup var output: GraphOutput
  @OptionGroup var ontologyFile: OntologyFile
  @OptionGroup var identityFile: RuleFile<IdentityRules>
  @OptionGroup var correctionFile: RuleFile<Corrections>
  @OptionGroup var jobs: JobCount

  func validate() throws {
    if let minConfidence, !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence must be between 0 and 1")
    }
  }

  func run() async throws {
    let formats = try output.format.map(OutputFormat.list)
    let ontology = try ontologyFile.load()
    let identities = try identityFile.load(ontology) ?? IdentityRules()
    let corrections = try correctionFile.load(ontology) ?? Corrections()
    try inputs.check()
    let folder = try OutputFolder(path: output.output)
    do {
      let result = try await read(ontology: ontology, identities: identities, corrections: corrections)
      let reading = ReadingText(result.report)
      for line in reading.lines(isQuiet: output.quiet) { StandardError.write(line) }
      if result.report.documents == 0, let failure = reading.failure { throw failure }
      try output.write(result, reading: reading, ontology: ontology, formats: formats, into: folder)
    } catch {
      folder.removeIfNew()
      throw error
    }
  }

  private func read(
    ontology: Ontology, identities: IdentityRules, corrections: Corrections
  ) async throws -> BuildResult {
    let builder: GraphBuilder
    do {
      builder = try GraphBuilder(
        ontology: ontology, identities: identities, corrections: corrections,
        leastConfidence: minConfidence)
    } catch {
      throw CommandFailure(.internalError, "something built in is damaged: \(error)")
    }
    var options = output.options
    options.readsAllLanguages = readsAllLanguages
    let progress = ProgressLine(isQuiet: output.quiet)
    let (feed, chosen, jobs) = (inputs.feed, options, jobs.count)
    let result = try await CommandFailure.told {
      try await Interruption.cancelling(
        saying: "stopped; nothing was written. “relata collection add” keeps what it has read"
      ) { try await builder.build(feed, options: chosen, jobs: jobs, progress: progress.show) }
    }
    progress.clear()
    return result
  }
}
