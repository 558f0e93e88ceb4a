public import RelataGraph

/// A graph in a file of a format that everybody can read, and beside it the graph file that is made of it:
/// `graph.relata` for `graph.jsonld`.
///
/// The first is the truth. The second only saves reading it: it says of which bytes it was made, and is made
/// again where these have changed or it is damaged. A file of that name that is no graph file is somebody
/// else's, and is left alone.
public struct GraphStore: Sendable {
  /// How a graph came.
  public enum Origin: Hashable, Sendable {
    /// From the graph file.
    case mapped
    /// From the source: there was no graph file of it, or it was older.
    case source
    /// From the source, because the graph file could not be used.
    case rebuilt(MappedGraphError)
    /// From the source, because something else has the name of the graph file; that has been left alone.
    case occupied(MappedGraphError)
  }

  /// The path of the source.
  public let source: String

  /// Sources that are smaller, in bytes, get no graph file by being asked: they are read in no time.
  public static let worthwhileSize = 1 << 22

  /// The graph file beside a source, which need not be there yet.
  public init(source: String) { self.source = source }

  /// The path of the graph file.
  public var path: String {
    let suffix = ".jsonld"
    return (source.hasSuffix(suffix) ? String(source.dropLast(suffix.count)) : source) + ".relata"
  }

  /// The graph, from the graph file where that is current and undamaged, else from the source.
  ///
  /// A graph file that is stale or damaged is replaced, one that is missing is made where the source
  /// is large (``worthwhileSize``); where that is impossible, or something else lies there, the
  /// graph is there all the same.
  ///
  /// - Parameters:
  ///   - isTrusting: false: the graph file is not looked at, but replaced; after
  ///     ``MappedGraphError/damaged(_:)``.
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
    var made = stamp
    made.size = bytes.count
    made.digest = bytes.withUnsafeBytes(Checksum.of)
    let memory = try GraphFileWriter.write(try read(bytes), source: made)
    let isWorthwhile = !isMissing || bytes.count >= Self.worthwhileSize
    if isWorthwhile, FileMemory.isFree(path), try file.stamp() == stamp {
      // A folder that cannot be written to costs time, not the answer.
      try? GraphOutputFile.write(memory, to: path)
    }
    let origin: Origin =
      switch reason {
      case nil: .source
      case .some(.foreign(let what)): .occupied(.foreign(what))
      case .some(let reason): .rebuilt(reason)
      }
    return (try MappedGraph(memory), origin)
  }

  /// Writes the graph file.
  ///
  /// - Parameters:
  ///   - graph: what the source says.
  ///   - content: the digest of the bytes that were written as the source; nil: the source is known
  ///     to be untouched since. Where it has other bytes by now, because somebody else has written
  ///     there, nothing is written.
  /// - Throws: ``MappedGraphError``; a graph file that was there before is then stale
  ///   and will be noticed to be.
  public func save(_ graph: KnowledgeGraph, of content: ContentDigest? = nil) throws(MappedGraphError) {
    guard FileMemory.isFree(path) else { throw .foreign("something else has its name") }
    let file = SourceFile(path: source)
    var stamp = try file.stamp()
    let digest = try file.digest()
    stamp.digest = digest.value
    let expected = content ?? digest
    // The time is looked at again, lest the stamp of one file get the digest of the next.
    guard digest.size == stamp.size, digest.size == expected.size, digest.value == expected.value,
      try file.stamp().isUnchanged(since: stamp)
    else { throw .unwritable("\(source) has been changed by another program") }
    try MappedGraph.write(graph, to: path, madeOf: stamp)
  }

  /// Whether a source is what a graph file was made of: it is the same file, unchanged by all
  /// that the file system tells, or, where it was only touched, copied or put in the place of
  /// another, its bytes are the same.
  private func isCurrent(_ made: SourceStamp, _ now: SourceStamp, _ file: SourceFile) throws(MappedGraphError)
    -> Bool
  {
    guard made.size == now.size else { return false }
    if now.isUnchanged(since: made) { return true }
    return try file.digest().value == made.digest
  }
}
