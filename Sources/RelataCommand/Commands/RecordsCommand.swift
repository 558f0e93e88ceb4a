import ArgumentParser
import Relata

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

struct RecordsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records",
    abstract: "Reads a stream of documents and prints what was read in each: for clusters.",
    discussion: """
      JSON lines in: one document a line, with the members id, text and, where known, title, date, url, author and publisher. \
      JSON lines out, in the same order, each as soon as it is there: first what reads (version, language model, ontology, \
      least confidence), then for each document its record, extraction and signature, or why it was not read. A document is \
      read as “relata build” reads it, whatever stands before or behind it. Spark/ runs one such process for each core; see \
      Documentation/spark.md.

      EXAMPLES:
        relata records - < articles.jsonl > records.jsonl
        relata text march.warc.gz --json | jq -c '{id, text} + .metadata' | relata records
      """)

  @Argument(help: "A file of JSON lines; “-” is standard input.")
  var input = "-"

  @Option(
    name: .customLong("min-confidence"), parsing: .unconditional,
    help: ArgumentHelp("Leave out statements less sure than this, 0…1.", valueName: "p"))
  var minConfidence: Double?

  @Flag(
    name: .customLong("any-language"),
    help: "Read also documents that seem not to be in English, as if they were.")
  var readsAllLanguages = false

  @Flag(name: .customLong("without-texts"), help: "Leave the documents' texts out of their records.")
  var withoutTexts = false

  @OptionGroup var ontologyFile: OntologyFile
  @OptionGroup var identityFile: RuleFile<IdentityRules>
  @OptionGroup var jobs: JobCount

  func validate() throws {
    if let minConfidence, !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence must be between 0 and 1")
    }
  }

  func run() async throws {
    let builder = try builder()
    let options = BuildOptions(readsAllLanguages: readsAllLanguages, keepsTexts: !withoutTexts)
    let reader: DocumentLineReader
    do {
      reader = try DocumentLineReader(builder, options: options)
    } catch {
      throw CommandFailure(.internalError, "something built in is damaged: \(error)")
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func write(_ line: some Encodable) throws {
      try StandardOutput.write(Array(try encoder.encode(line)) + [0x0A])
    }
    try write(
      RecordsHeader(
        builder.version, identities: try identityFile.digest(), readsAllLanguages: readsAllLanguages))
    var failures = 0
    do {
      try await reader.read(try stream(), jobs: jobs.count) { outcome in
        switch outcome {
        case .success(let document): try write(document)
        case .failure(let document):
          if document.kind != .foreignLanguage { failures += 1 }
          try write(document)
        }
      }
    } catch let error as FormatError {
      throw CommandFailure(.noInput, "\(input == "-" ? "standard input" : input): \(error)")
    }
    if failures > 0 {
      throw CommandFailure(
        .incomplete, "\(counted(failures, "document")) could not be read; the output says why")
    }
  }

  private func builder() throws -> GraphBuilder {
    let ontology = try ontologyFile.load()
    let identities = try identityFile.load(ontology) ?? IdentityRules()
    let version = try ontologyFile.digest()
    do {
      return try GraphBuilder(
        ontology: ontology, identities: identities, leastConfidence: minConfidence,
        ontologyVersion: version ?? "built-in")
    } catch {
      throw CommandFailure(.internalError, "something built in is damaged: \(error)")
    }
  }

  private func stream() throws -> ByteReader {
    input == "-" ? ByteReader(descriptor: 0) : try ByteReader(path: input)
  }
}
