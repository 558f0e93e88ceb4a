public import RelataGraph

/// A graph that was read from a file, and what of the file is not in it.
public struct ImportedGraph: Hashable, Sendable {
  /// What was read.
  public var graph: KnowledgeGraph
  /// Whether the file is one of ours, so that the graph is the one that was written.
  public var isRestored: Bool
  /// What was left out, a line each: "3 hyperedges were left out".
  public var notes: [String]

  /// A graph, and what a user should know of how it was read.
  public init(graph: KnowledgeGraph, isRestored: Bool, notes: [String] = []) {
    self.graph = graph
    self.isRestored = isRestored
    self.notes = notes
  }
}
