import Relata

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Graphs in the files that arguments name: each one file, or the two tables of a pair in either order.
///
/// What a file is, its content says; names may lie.
enum ImportedFiles {
  /// The graphs that arguments name; two tables that follow one another are one.
  static func read(_ paths: [String], ontology: Ontology) throws(CommandFailure) -> [ImportedGraph] {
    var graphs: [ImportedGraph] = []
    var table: (path: String, bytes: [UInt8])?
    for path in paths {
      let file = (path: path, bytes: try bytes(path))
      if let first = table {
        graphs.append(try readTables([first, file], ontology: ontology))
        table = nil
      } else if paths.count > 1, CSVReader.table(of: file.bytes) != nil {
        table = file
      } else {
        graphs.append(try read(file, ontology: ontology))
      }
    }
    if let table { graphs.append(try read(table, ontology: ontology)) }
    return graphs
  }

  private static func read(
    _ first: (path: String, bytes: [UInt8]), ontology: Ontology
  ) throws(CommandFailure) -> ImportedGraph {
    if first.bytes.starts(with: MappedGraph.magic) {
      do {
        return ImportedGraph(graph: try MappedGraph(mapping: first.path).knowledgeGraph(), isRestored: true)
      } catch {
        throw CommandFailure(.badData, "\(first.path): \(error)")
      }
    }
    switch leading(first.bytes) {
    case UInt8(ascii: "<"):
      do {
        return try GraphMLReader(ontology: ontology).read(first.bytes)
      } catch {
        throw failure(first.path, error)
      }
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      return try readJSON(first, ontology: ontology)
    default:
      switch CSVReader.table(of: first.bytes) {
      case .nodes:
        throw CommandFailure(.usage, "\(first.path) is a table of nodes; name the table of edges, too")
      case .edges:
        throw CommandFailure(.usage, "\(first.path) is a table of edges; name the table of nodes, too")
      case nil: throw noGraph(first.path)
      }
    }
  }

  private static func readJSON(
    _ file: (path: String, bytes: [UInt8]), ontology: Ontology
  ) throws(CommandFailure) -> ImportedGraph {
    if let manifest = GraphManifest(json: file.bytes) { return try readShards(manifest, file.path) }
    // Relata's JSON-LD begins with its context; a key of that name elsewhere is no such thing.
    let beginning = String(decoding: file.bytes.prefix(1000), as: UTF8.self)
    if beginning.contains("\"@context\"") || beginning.contains("\"@graph\"") {
      do {
        return ImportedGraph(graph: try JSONLDReader.read(file.bytes), isRestored: true)
      } catch {
        throw failure(
          file.path, GraphFormatError(line: error.line, column: error.column, reason: error.reason))
      }
    }
    do {
      return try NodeLinkReader(ontology: ontology).read(file.bytes)
    } catch {
      throw failure(file.path, error)
    }
  }

  /// The graph of all lines in the folder that a manifest names, which lies beside it.
  private static func readShards(
    _ manifest: GraphManifest, _ path: String
  ) throws(CommandFailure) -> ImportedGraph {
    guard manifest.version == 1 else {
      throw CommandFailure(.badData, "\(path): is of version \(manifest.version); a newer relata reads it")
    }
    guard !manifest.lines.split(separator: "/").contains("..") else {
      throw CommandFailure(.badData, "\(path): “lines” must name a folder beside it, not “\(manifest.lines)”")
    }
    let folder = URL(filePath: path).deletingLastPathComponent().appending(path: manifest.lines)
      .path(percentEncoded: false)
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
        // Spark's own files begin so: marks of success and check sums.
        .filter { !$0.hasPrefix("_") && !$0.hasPrefix(".") }.sorted()
    } catch {
      throw CommandFailure(.noInput, "\(folder): no such folder, and \(path) names it")
    }
    var reader = GraphLinesReader()
    for name in names {
      let file = "\(folder)/\(name)"
      var number = 0
      do {
        var lines = try ByteReader(path: file)
        while let line = try lines.readLine(limit: .max) {
          number += 1
          try reader.add(line.bytes, number: number)
        }
      } catch let error as GraphFormatError {
        throw failure(file, error)
      } catch {
        throw CommandFailure(.noInput, "\(file): \(error)")
      }
    }
    do {
      return ImportedGraph(graph: try reader.graph(manifest), isRestored: true)
    } catch {
      throw failure(path, error)
    }
  }

  private static func readTables(
    _ files: [(path: String, bytes: [UInt8])], ontology: Ontology
  ) throws(CommandFailure) -> ImportedGraph {
    let tables = files.map { CSVReader.table(of: $0.bytes) }
    guard let nodes = tables.firstIndex(of: .nodes), let edges = tables.firstIndex(of: .edges) else {
      throw CommandFailure(
        .badData,
        "\(files.map(\.path).joined(separator: " and ")) are no pair of tables: one needs a column :ID, the other :START_ID and :END_ID"
      )
    }
    do {
      return try CSVReader(ontology: ontology).read(nodes: files[nodes].bytes, edges: files[edges].bytes)
    } catch {
      throw failure(files[error.table == .nodes ? nodes : edges].path, error.error)
    }
  }

  /// `FILE:LINE:COLUMN: what is wrong`, as compilers say it.
  private static func failure(_ path: String, _ error: GraphFormatError) -> CommandFailure {
    let place = [error.line, error.column].compactMap(\.self).map { ":\($0)" }.joined()
    return CommandFailure(.badData, "\(path)\(place): \(error.reason)")
  }

  /// The first byte that is no white space; NUL is none, which devices give without end.
  private static func leading(_ bytes: [UInt8]) -> UInt8? {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return text.first { !" \t\r\n".utf8.contains($0) }
  }

  private static func bytes(_ path: String) throws(CommandFailure) -> [UInt8] {
    if path == "-" { return try streamed(path) }
    OutputSet.settleBeside(path)
    switch InputKind(of: path) {
    case .stream: return try streamed(path)
    case .missing(let reason), .unreachable(let reason): throw CommandFailure(.noInput, "\(path): \(reason)")
    case .folder: throw CommandFailure(.noInput, "\(path): is a folder; name the files of the graph")
    case .file(let size):
      // What is larger cannot be held, and to try would end the process.
      guard size <= ProcessInfo.processInfo.physicalMemory else {
        throw CommandFailure(.badData, "\(path): is larger than this machine's memory")
      }
      do {
        return Array(try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe))
      } catch {
        throw CommandFailure(.noInput, "\(path): cannot be read; check its permissions")
      }
    }
  }

  private static func streamed(_ path: String) throws(CommandFailure) -> [UInt8] {
    try InputStream.bytes(path) { (start) throws(CommandFailure) in
      guard !start.starts(with: MappedGraph.magic) else {
        throw CommandFailure(.badData, "\(path): a graph file cannot be read from a pipe; name the file")
      }
      guard let first = leading(start) else { return }
      if !"<{[".utf8.contains(first), CSVReader.table(of: start) == nil { throw noGraph(path) }
    }
  }

  private static func noGraph(_ path: String) -> CommandFailure {
    CommandFailure(
      .badData,
      "\(path): this is no graph that relata can read: GraphML, JSON-LD of relata, node-link JSON or a pair of tables"
    )
  }
}
