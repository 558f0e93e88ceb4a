import ArgumentParser
import Relata

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

struct MentionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mentions",
    abstract: "Prints what each word of a text speaks of: JSON lines.",
    discussion: """
      One mention a line: document, start and end (Unicode scalars from 0), the text, its kind (name, demonym, nominal, \
      pronoun), its type, the numbers of the entities that it was resolved to and their names. What the text does not name \
      is called as it is described; where there are pronouns only, its name is empty.

      EXAMPLES:
        relata mentions articles/one.txt
        relata mentions articles | grep '"kind":"pronoun"'
      """)

  @OptionGroup var inputs: InputDocuments

  @OptionGroup var jobs: JobCount

  private struct Record: Encodable {
    let document: String
    let start: Int
    let end: Int
    let text: String
    let kind: String
    let type: String?
    let entities: [Int]
    let names: [String]
  }

  func run() async throws {
    let builder = try GraphBuilder(analyzer: builtInAnalyzer())
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try await inputs.forEachSlice(jobs: jobs.count) { documents in
      for (document, mentions) in zip(documents, try await builder.mentions(in: documents, jobs: jobs.count))
      {
        for mention in mentions {
          let record = Record(
            document: document.id, start: mention.range.lowerBound, end: mention.range.upperBound,
            text: mention.text,
            kind: mention.kind.rawValue, type: mention.type?.rawValue, entities: mention.entities,
            names: mention.names)
          try StandardOutput.write(String(decoding: try encoder.encode(record), as: UTF8.self) + "\n")
        }
      }
    }
  }
}
