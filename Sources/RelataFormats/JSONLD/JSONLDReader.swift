public import RelataGraph

/// Why a file is not a graph that ``JSONLDWriter`` wrote.
public struct JSONLDError: Error, Hashable, CustomStringConvertible {
  /// From 1; nil where no line is to blame.
  public var line: Int?
  /// From 1, in Unicode scalars; nil where a whole node is to blame.
  public var column: Int?
  /// What is wrong, in one line.
  public var reason: String

  /// What is wrong, and where.
  public init(line: Int?, column: Int? = nil, reason: String) {
    self.line = line
    self.column = column
    self.reason = reason
  }

  /// On one line: where, and what is wrong.
  public var description: String { line.map { "line \($0): \(reason)" } ?? reason }
}

/// Reads what ``JSONLDWriter`` writes.
///
/// It is no JSON-LD processor: it expects the writer's keys and prefixes, not just the same RDF. White space,
/// the order of keys and nodes of other types do not matter.
public enum JSONLDReader {
  /// The graph, exactly as it was written.
  /// - Throws: ``JSONLDError`` with the line of what is malformed, missing or unknown.
  /// - Complexity: O(number of bytes); beside the graph only one node at a time is in memory.
  public static func read(_ bytes: [UInt8]) throws(JSONLDError) -> KnowledgeGraph {
    var tape = try JSONTape(bytes)
    var nodes = JSONLDNodes()
    var hasGraph = false
    guard tape.accept(UInt8(ascii: "{")) else {
      // A mistake in the JSON is said first.
      try tape.readValue()
      throw Self.noGraph
    }
    if !tape.accept(UInt8(ascii: "}")) {
      repeat {
        let key = try tape.readKey()
        if key == "@graph", tape.accept(UInt8(ascii: "[")) {
          // Of members with the same key the last counts.
          nodes = JSONLDNodes()
          hasGraph = true
          try nodes.read(&tape)
        } else {
          try tape.readValue()
          if key == "@graph" { hasGraph = false }
        }
      } while tape.accept(UInt8(ascii: ","))
      guard tape.accept(UInt8(ascii: "}")) else { throw tape.endOfList(UInt8(ascii: "}")) }
    }
    try tape.readEnd()
    guard hasGraph else { throw Self.noGraph }
    return try nodes.finished(tape)
  }

  private static let noGraph = JSONLDError(
    line: nil, reason: "this is not a graph that relata wrote: there is no “@graph”")
}
