import ArgumentParser
import Relata

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Which graph to ask: the option that all queries share.
struct GraphFile: ParsableArguments {
  static let defaultPath = "output/graph.jsonld"

  @Option(
    help: ArgumentHelp(
      "The graph to ask: a graph.jsonld that “relata build” wrote, or the folder that holds it.",
      valueName: "file"))
  var fromGraph = GraphFile.defaultPath

  func load() throws(CommandFailure) -> KnowledgeGraph { try Self.load(fromGraph) }

  /// - Parameter path: of the file or of the folder that holds it.
  static func load(_ path: String) throws(CommandFailure) -> KnowledgeGraph {
    var path = path
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw missing(path)
    }
    if isFolder {
      path += path.hasSuffix("/") ? "graph.jsonld" : "/graph.jsonld"
      guard FileManager.default.fileExists(atPath: path) else { throw missing(path) }
    }
    let bytes: [UInt8]
    do {
      bytes = Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw CommandFailure(.noInput, "\(path): cannot be read; check its permissions")
    }
    do {
      return try JSONLDReader.read(bytes)
    } catch {
      throw CommandFailure(.badData, "\(path): \(error)")
    }
  }

  private static func missing(_ path: String) -> CommandFailure {
    CommandFailure(
      .noInput,
      "\(path): there is no graph yet; make one with “relata build FOLDER --output output” or name one with --from-graph"
    )
  }
}
