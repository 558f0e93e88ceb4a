import ArgumentParser
import Relata

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

struct TextCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Prints the text that is read in documents of any format.",
    discussion: """
      What evidence quotes and offsets count. With --json one line a document: its identifier, text, what it says about itself \
      (title, date, author, publisher, url), where its pages begin (in Unicode scalars), and notes on how it was read.

      EXAMPLES:
        relata text report.pdf
        relata text articles --json | jq -r '[.id, .metadata.date, .metadata.title] | @tsv'
      """)

  @OptionGroup var inputs: InputDocuments

  @Flag(help: "Print JSON lines.")
  var json = false

  @OptionGroup var jobs: JobCount

  private struct Record: Encodable {
    let id: String
    let text: String
    let metadata: [String: String]
    let pages: [Int]
    let notes: [String]
  }

  func run() async throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var isFirst = true
    try await inputs.forEachSlice(jobs: jobs.count) { documents in
      for document in documents {
        guard json else {
          try StandardOutput.write((isFirst ? "" : "\n\n") + document.text + "\n")
          isFirst = false
          continue
        }
        let record = Record(
          id: document.id, text: document.text, metadata: document.metadata, pages: document.pageStarts,
          notes: document.notes)
        try StandardOutput.write(String(decoding: try encoder.encode(record), as: UTF8.self) + "\n")
      }
    }
  }
}
