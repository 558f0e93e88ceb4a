import ArgumentParser
import Relata

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// For `Training/`, not for users: hence not shown in the help.
struct ReadingCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reading",
    abstract: "Prints what the learned heads are given of each document: JSON lines, to train them with.",
    shouldDisplay: false)

  @OptionGroup var inputs: InputDocuments

  @OptionGroup var jobs: JobCount

  func run() async throws {
    let builder = try GraphBuilder(analyzer: builtInAnalyzer())
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try await inputs.forEachSlice(jobs: jobs.count) { documents in
      for record in try await builder.readingRecords(of: documents, jobs: jobs.count) {
        try StandardOutput.write(String(decoding: try encoder.encode(record), as: UTF8.self) + "\n")
      }
    }
  }
}
