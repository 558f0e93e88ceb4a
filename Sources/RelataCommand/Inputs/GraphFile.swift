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
    name: [.customLong("from-graph"), .customLong("graph")],
    help: ArgumentHelp(
      "The graph to ask: a graph.jsonld that “relata build” wrote, or the folder that holds it.",
      valueName: "file"))
  var fromGraph = GraphFile.defaultPath

  func load() throws(CommandFailure) -> KnowledgeGraph { try Self.load(fromGraph) }

  /// - Parameters:
  ///   - path: of the file or of the folder that holds it.
  ///   - argument: how the command line names another graph, for the advice where there is none.
  static func load(
    _ path: String, named argument: String = "--from-graph"
  ) throws(CommandFailure) -> KnowledgeGraph {
    var path = path
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw missing(path, argument)
    }
    if isFolder {
      path += path.hasSuffix("/") ? "graph.jsonld" : "/graph.jsonld"
      guard FileManager.default.fileExists(atPath: path) else { throw missing(path, argument) }
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

  private static func missing(_ path: String, _ argument: String) -> CommandFailure {
    CommandFailure(
      .noInput,
      "\(path): there is no graph yet; make one with “relata build FOLDER --output output” or name one with \(argument)"
    )
  }
}
