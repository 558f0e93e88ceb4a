import ArgumentParser
import Relata
import RelataDocuments

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// For `Training/html`, not for users: hence not shown in the help.
struct PageFeaturesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page-features",
    abstract: "Prints what the model of articles is given of each web page: JSON lines, to train it with.",
    shouldDisplay: false)

  @Argument(help: "Web pages.")
  var pages: [String]

  private struct Row: Encodable {
    let file: String
    let names: [String]
    let texts: [String]
    let nodes: [Int]
    let features: [[Float]]
    let parents: [Int]
  }

  func run() throws {
    #if Markup
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      for file in pages {
        guard let bytes = try? Data(contentsOf: URL(filePath: file)) else {
          throw CommandFailure(.noInput, "\(file): this file cannot be read; is it there?")
        }
        let page = try HTMLReader().features(of: Array(bytes))
        let row = Row(
          file: file, names: BlockFeatures.names, texts: page.blocks.map(\.text),
          nodes: page.blocks.map(\.node), features: page.blocks.map(\.features), parents: page.parents)
        try StandardOutput.write(String(decoding: try encoder.encode(row), as: UTF8.self) + "\n")
      }
    #else
      throw CommandFailure(.unavailable, "web pages cannot be read: build with the trait Markup")
    #endif
  }
}
