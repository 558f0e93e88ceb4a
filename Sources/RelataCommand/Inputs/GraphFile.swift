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
      "The graph to ask: a graph.jsonld that “relata build” wrote, the folder that holds it, a graph.relata, or a collection.",
      valueName: "file"))
  var fromGraph = GraphFile.defaultPath

  func load() throws -> KnowledgeGraph { try Self.load(fromGraph) }

  /// Asks the graph, of which only that is read which the answer needs.
  ///
  /// - Parameter body: is called a second time where the graph file turns out to be damaged, so it must print nothing before it has
  ///   all of its answer.
  func query<Answer>(_ body: (MappedGraph) throws -> Answer) throws -> Answer {
    try Self.query(try Source(fromGraph, "--from-graph"), body)
  }

  /// - Parameters:
  ///   - path: of the file or of the folder that holds it.
  ///   - argument: how the command line names another graph, for the advice where there is none.
  static func load(_ path: String, named argument: String = "--from-graph") throws -> KnowledgeGraph {
    try query(try Source(path, argument)) { try $0.knowledgeGraph() }
  }

  /// What a graph comes from.
  private enum Source {
    /// JSON-LD, and the graph file beside it.
    case store(GraphStore)
    /// A graph file alone.
    case mapped(path: String)
    case collection(path: String)

    init(_ path: String, _ argument: String) throws(CommandFailure) {
      var path = path
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw Self.missing(path, argument)
      }
      if isFolder {
        let folder = path.hasSuffix("/") ? path : path + "/"
        path = folder + "graph.jsonld"
        guard FileManager.default.fileExists(atPath: path) else {
          guard FileManager.default.fileExists(atPath: folder + "graph.relata") else {
            throw Self.missing(path, argument)
          }
          self = .mapped(path: folder + "graph.relata")
          return
        }
      }
      switch GraphFileKind(of: path) {
      case .collection: self = .collection(path: path)
      case .graphFile: self = .mapped(path: path)
      case .other: self = .store(GraphStore(source: path))
      }
    }

    private static func missing(_ path: String, _ argument: String) -> CommandFailure {
      CommandFailure(
        .noInput,
        "\(path): there is no graph yet; make one with “relata build FOLDER --output output” or name one with \(argument)"
      )
    }
  }

  private static func query<Answer>(
    _ source: Source, _ body: (MappedGraph) throws -> Answer
  ) throws -> Answer {
    switch source {
    case .store(let store):
      do {
        return try body(try open(store))
      } catch let error as MappedGraphError {
        note(error, store)
        return try body(try open(store, trustingFile: false))
      }
    case .mapped(let path):
      do {
        return try body(try MappedGraph(mapping: path))
      } catch let error as MappedGraphError {
        throw CommandFailure(.badData, "\(path): \(error), and there is no graph.jsonld beside it")
      }
    case .collection(let path):
      do {
        return try body(try CollectionSettings.graph(at: path))
      } catch let error as CollectionError {
        throw CommandFailure(error)
      }
    }
  }

  private static func open(
    _ store: GraphStore, trustingFile isTrusting: Bool = true
  ) throws(CommandFailure) -> MappedGraph {
    do {
      let (graph, origin) = try store.open(trustingFile: isTrusting) { try JSONLDReader.read($0) }
      switch origin {
      case .rebuilt(let error), .occupied(let error): note(error, store)
      case .mapped, .source: break
      }
      return graph
    } catch MappedGraphError.unreadable {
      throw CommandFailure(.noInput, "\(store.source): cannot be read; check its permissions")
    } catch {
      throw CommandFailure(.badData, "\(store.source): \(error)")
    }
  }

  /// Says that a graph file is damaged or none at all; one of another version of relata is nothing to worry about.
  private static func note(_ error: MappedGraphError, _ store: GraphStore) {
    switch error {
    case .damaged: StandardError.note("\(store.path) \(error); \(store.source) is read instead")
    case .foreign:
      StandardError.note("\(store.path) \(error) and is left alone; \(store.source) is read instead")
    default: break
    }
  }
}
