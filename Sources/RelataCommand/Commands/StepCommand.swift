import ArgumentParser
import Relata

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

struct StepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "step",
    abstract: "Answers the lines of one step of resolution: for clusters.",
    discussion: """
      JSON lines in from standard input, JSON lines out: the first says which program answers, then comes one for each line, in the \
      same order and as soon as it is known. The same line always has the same answer. Documentation/spark-resolution.md says what each step \
      takes and gives.

      EXAMPLES:
        printf '{"text":"Ahmed al-Sharaa","kind":"person"}\\n' | relata step names
      """,
    shouldDisplay: false)

  @Argument(help: ArgumentHelp("Which step: \(names).", valueName: "name"))
  var name: String

  @OptionGroup var ontologyFile: OntologyFile
  @OptionGroup var identityFile: RuleFile<IdentityRules>
  @OptionGroup var correctionFile: RuleFile<Corrections>

  @Option(
    help: ArgumentHelp(
      "How messages and the graph name the file of identities or corrections.", valueName: "name"))
  var called: String?

  private static let names =
    (ResolutionStep.allCases.map(\.rawValue) + CopyStep.allCases.map(\.rawValue)
    + ShardWriter.Format.allCases.map(\.rawValue))
    .joined(separator: ", ")

  /// Longer lines than any that a step is given.
  private static let longest = 1 << 40

  func validate() throws {
    let isStep = ResolutionStep(rawValue: name) != nil || CopyStep(rawValue: name) != nil
    guard isStep || ShardWriter.Format(rawValue: name) != nil else {
      throw ValidationError("there is no step “\(name)”; there are \(Self.names)")
    }
  }

  func run() throws {
    let ontology = try ontologyFile.load()
    let answer = try answers(ontology)
    let header = StepHeader(
      step: name, ontology: try ontologyFile.digest() ?? "built-in", identities: try identityFile.digest(),
      corrections: try correctionFile.digest(), called: called)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try StandardOutput.write(Array(try encoder.encode(header)) + [0x0A])
    var reader = ByteReader(descriptor: 0)
    var number = 0
    do {
      while let line = try reader.readLine(limit: Self.longest) {
        number += 1
        try StandardOutput.write(try answer(line.bytes) + [0x0A])
      }
    } catch let error as FormatError {
      throw CommandFailure(.noInput, "standard input: \(error)")
    } catch let error as ResolutionSteps.Refusal {
      throw CommandFailure(.badData, "line \(number): \(error)")
    } catch let error as GraphFormatError {
      throw CommandFailure(.badData, "line \(number): \(error)")
    }
  }

  /// What answers a line.
  private func answers(_ ontology: Ontology) throws -> ([UInt8]) throws -> [UInt8] {
    if let step = ResolutionStep(rawValue: name) {
      let steps = try steps(ontology)
      return { Array(try steps.answer(step, to: Data($0))) }
    }
    if let step = CopyStep(rawValue: name) { return { Array(try CopySteps().answer(step, to: Data($0))) } }
    let format = ShardWriter.Format(rawValue: name) ?? .csv
    let writer = ShardWriter(ontology: ontology)
    return { line in
      let part = writer.part(try GraphLine(json: line), as: format)
      let text = part.map { [$0.table.rawValue: String(decoding: $0.bytes, as: UTF8.self)] } ?? [:]
      return Array(try JSONEncoder().encode(text))
    }
  }

  private func steps(_ ontology: Ontology) throws -> ResolutionSteps {
    let identities = try identityFile.load(ontology, called: called) ?? IdentityRules()
    let corrections = try correctionFile.load(ontology, called: called) ?? Corrections()
    do {
      return ResolutionSteps(
        ontology: ontology, gazetteer: try Gazetteer.embedded(), identities: identities,
        corrections: corrections
      ) { id, bytes in
        try ExtractionCoding.extraction(of: Array(bytes), record: DocumentRecord(id: id))
      }
    } catch {
      throw CommandFailure(.internalError, "something built in is damaged: \(error)")
    }
  }
}

/// What answers the lines: two programs with the same header answer alike.
private struct StepHeader: Encodable {
  var relata = RelataVersion.current
  var step: String
  var ontology: String
  var identities: String?
  var corrections: String?
  var called: String?
}
