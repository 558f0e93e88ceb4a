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
      same order and as soon as it is known. The same line always has the same answer. Documentation/spark.md says what each step \
      takes and gives.

      EXAMPLES:
        printf '{"text":"Ahmed al-Sharaa","kind":"person"}\\n' | relata step names
      """,
    shouldDisplay: false)

  @Argument(help: ArgumentHelp("Which step: \(names).", valueName: "name"))
  var name: String

  @OptionGroup var ontologyFile: OntologyFile

  private static let names = ResolutionStep.allCases.map(\.rawValue).joined(separator: ", ")

  /// Longer lines than any that a step is given.
  private static let longest = 1 << 40

  func validate() throws {
    guard ResolutionStep(rawValue: name) != nil else {
      throw ValidationError("there is no step “\(name)”; there are \(Self.names)")
    }
  }

  func run() throws {
    guard let step = ResolutionStep(rawValue: name) else { return }
    let steps = try steps()
    let header = StepHeader(step: name, ontology: try ontologyFile.digest() ?? "built-in")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try StandardOutput.write(Array(try encoder.encode(header)) + [0x0A])
    var reader = ByteReader(descriptor: 0)
    var number = 0
    do {
      while let line = try reader.readLine(limit: Self.longest) {
        number += 1
        let answer = try steps.answer(step, to: Data(line.bytes))
        try StandardOutput.write(Array(answer) + [0x0A])
      }
    } catch let error as FormatError {
      throw CommandFailure(.noInput, "standard input: \(error)")
    } catch let error as ResolutionSteps.Refusal {
      throw CommandFailure(.badData, "line \(number): \(error)")
    }
  }

  private func steps() throws -> ResolutionSteps {
    let ontology = try ontologyFile.load()
    do {
      return ResolutionSteps(ontology: ontology, gazetteer: try Gazetteer.embedded()) { id, bytes in
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
}
