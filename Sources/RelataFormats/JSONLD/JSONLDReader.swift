public import RelataGraph

/// Why a file is not a graph that ``JSONLDWriter`` wrote.
public struct JSONLDError: Error, Hashable, CustomStringConvertible {
  /// From 1; nil where no line is to blame.
  public var line: Int?
  /// What is wrong, in one line.
  public var reason: String

  public var description: String { line.map { "line \($0): \(reason)" } ?? reason }
}

/// Reads what ``JSONLDWriter`` writes.
public enum JSONLDReader {
  /// The graph, exactly as it was written.
  public static func read(_ bytes: [UInt8]) throws(JSONLDError) -> KnowledgeGraph {
    throw JSONLDError(line: nil, reason: "not yet")
  }
}
