import ArgumentParser
import Relata

/// Which graph to ask: the option that all queries share.
struct GraphFile: ParsableArguments {
  static let defaultPath = "output/graph.jsonld"

  @Option(
    name: [.customLong("from-graph"), .customLong("graph")],
    help: ArgumentHelp(
      """
      The graph to ask: a graph.jsonld that “relata build” wrote, also through a pipe, the folder that holds it, a graph.relata, \
      or a collection.
      """,
      valueName: "file"))
  var fromGraph = GraphFile.defaultPath

  func load() throws -> KnowledgeGraph { try Self.load(fromGraph) }

  /// Asks the graph, of which only that is read which the answer needs.
  ///
  /// - Parameter body: is called a second time where the graph file turns out to be damaged, so it must print
  ///   nothing before it has all of its answer.
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
    /// JSON-LD that comes through a pipe.
    case stream(path: String)

    init(_ path: String, _ argument: String) throws(CommandFailure) {
      var path = path
      OutputSet.settleBeside(path)
      var kind = InputKind(of: path)
      if case .folder = kind {
        let folder = path.hasSuffix("/") ? path : path + "/"
        OutputSet.settleBeside(folder)
        path = folder + "graph.jsonld"
        kind = InputKind(of: path)
        if case .missing = kind {
          path = folder + "graph.relata"
          guard case .file = InputKind(of: path) else {
            throw Self.missing(folder + "graph.jsonld", argument)
          }
          self = .mapped(path: path)
          return
        }
      }
      switch kind {
      case .missing: throw Self.missing(path, argument)
      case .unreachable(let reason): throw CommandFailure(.noInput, "\(path): cannot be read (\(reason))")
      case .folder: throw CommandFailure(.badData, "\(path): is a folder, and no graph")
      case .stream:
        self = .stream(path: path)
        return
      case .file: break
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
    case .stream(let path): return try body(try streamed(path))
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

  private static func streamed(_ path: String) throws(CommandFailure) -> MappedGraph {
    let bytes = try InputStream.bytes(path) { (start) throws(CommandFailure) in
      if GraphFileKind(start) != .other {
        throw CommandFailure(.badData, "\(path): cannot be read from a pipe; name the file itself")
      }
      if let advice = ImportableGraph.advice(on: path, beginning: start) {
        throw CommandFailure(.badData, advice)
      }
      if let first = start.first(where: { !" \t\r\n".utf8.contains($0) }), first != UInt8(ascii: "{") {
        throw CommandFailure(.badData, "\(path): this is no graph.jsonld that “relata build” wrote")
      }
    }
    do {
      return try MappedGraph(try JSONLDReader.read(bytes))
    } catch {
      throw CommandFailure(.badData, "\(path): \(error)")
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
    } catch MappedGraphError.unreadable(let reason) {
      throw CommandFailure(.noInput, "\(store.source): cannot be read (\(reason.lowercased()))")
    } catch {
      throw CommandFailure(
        .badData, ImportableGraph.advice(on: store.source) ?? "\(store.source): \(error)")
    }
  }

  /// Says that a graph file is damaged or none at all; one of another version of relata
  /// is nothing to worry about.
  private static func note(_ error: MappedGraphError, _ store: GraphStore) {
    switch error {
    case .damaged: StandardError.note("\(store.path) \(error); \(store.source) is read instead")
    case .foreign:
      StandardError.note("\(store.path) \(error) and is left alone; \(store.source) is read instead")
    default: break
    }
  }
}
