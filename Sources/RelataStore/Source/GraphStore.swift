public import RelataGraph

/// A graph in a file of a format that everybody can read, and beside it the graph file that is made of it: `graph.relata` for
/// `graph.jsonld`.
///
/// The first is the truth. The second only saves reading it: it says of which bytes it was made, and is made again where these have
/// changed or it is damaged.
public struct GraphStore: Sendable {
  /// How a graph came.
  public enum Origin: Hashable, Sendable {
    /// From the graph file.
    case mapped
    /// From the source: there was no graph file of it, or it was older.
    case source
    /// From the source, because the graph file could not be used.
    case rebuilt(MappedGraphError)
  }

  /// The path of the source.
  public let source: String

  /// Sources that are smaller, in bytes, get no graph file by being asked: they are read in no time.
  public static let worthwhileSize = 1 << 22

  public init(source: String) { self.source = source }

  /// The path of the graph file.
  public var path: String {
    let suffix = ".jsonld"
    return (source.hasSuffix(suffix) ? String(source.dropLast(suffix.count)) : source) + ".relata"
  }

  /// The graph, from the graph file where that is current and undamaged, else from the source.
  ///
  /// A graph file that is stale or damaged is replaced, one that is missing is made where the source is large
  /// (``worthwhileSize``); where that is impossible, the graph is there all the same.
  ///
  /// - Parameters:
  ///   - isTrusting: false: the graph file is not looked at, but replaced; after ``MappedGraphError/damaged(_:)``.
  ///   - read: makes a graph of the source's bytes.
  /// - Throws: what `read` throws, or ``MappedGraphError`` where the source cannot be read.
  public func open(
    trustingFile isTrusting: Bool = true, read: ([UInt8]) throws -> KnowledgeGraph
  ) throws -> (graph: MappedGraph, origin: Origin) {
    let file = SourceFile(path: source)
    let stamp = try file.stamp()
    var reason: MappedGraphError?
    var isMissing = false
    if isTrusting {
      do {
        let mapped = try MappedGraph(mapping: path)
        if try isCurrent(mapped.source, stamp, file) { return (mapped, .mapped) }
      } catch .unreadable {
        isMissing = true
      } catch {
        reason = error
      }
    }
    let bytes = try file.bytes()
    let made = SourceStamp(
      size: bytes.count, modified: stamp.modified, digest: bytes.withUnsafeBytes(Checksum.of))
    let memory = try GraphFileWriter.write(try read(bytes), source: made)
    if !isMissing || bytes.count >= Self.worthwhileSize, try file.stamp() == stamp {
      // A folder that cannot be written to costs time, not the answer.
      try? CompleteFile.write(memory, to: path)
    }
    return (try MappedGraph(memory), reason.map(Origin.rebuilt) ?? .source)
  }

  /// Writes the graph file.
  ///
  /// - Parameter graph: what the source says.
  /// - Throws: ``MappedGraphError``; a graph file that was there before is then stale and will be noticed to be.
  public func save(_ graph: KnowledgeGraph) throws(MappedGraphError) {
    let file = SourceFile(path: source)
    var stamp = try file.stamp()
    stamp.digest = try file.digest()
    try CompleteFile.write(try GraphFileWriter.write(graph, source: stamp), to: path)
  }

  /// Whether a source is what a graph file was made of: by size and time, or, where it was only touched or copied, by its bytes.
  private func isCurrent(_ made: SourceStamp, _ now: SourceStamp, _ file: SourceFile) throws(MappedGraphError)
    -> Bool
  {
    guard made.size == now.size else { return false }
    if made.modified == now.modified { return true }
    return try file.digest() == made.digest
  }
}
