public import RelataGraph
import RelataNames

/// What the time of a layout depends on.
public struct GraphSize: Hashable, Sendable {
  /// How many nodes it has.
  public var nodes: Int
  /// Parallel edges and loops included.
  public var edges: Int
  /// How many edges the graph has beyond a forest: edges − nodes + connected components. It, more than the
  /// number of nodes, is what makes a hierarchical or circular layout slow.
  public var cycles: Int

  /// A size of these parts.
  public init(nodes: Int, edges: Int, cycles: Int) {
    self.nodes = nodes
    self.edges = edges
    self.cycles = cycles
  }

  /// Counts the cycles of a graph of nodes 0 ..< `nodes`.
  /// - Complexity: nearly O(nodes + edges).
  public init(nodes: Int, edges: [(tail: Int, head: Int)]) {
    var components = DisjointSets(count: nodes)
    let cycles = edges.count { !components.join($0.tail, $0.head) }
    self.init(nodes: nodes, edges: edges.count, cycles: cycles)
  }

  /// The size of a knowledge graph drawn with a node an entity and an edge a statement.
  public init(of graph: KnowledgeGraph) {
    var numbers: [EntityID: Int] = [:]
    for entity in graph.entities { numbers[entity.id] = numbers.count }
    let edges = graph.statements.compactMap { statement -> (tail: Int, head: Int)? in
      guard let tail = numbers[statement.subject], let head = numbers[statement.object] else { return nil }
      return (tail, head)
    }
    self.init(nodes: numbers.count, edges: edges)
  }

  /// The most that is drawn: beyond it a picture shows nothing, and `sfdp`, the fastest
  /// engine, takes half a minute.
  public static let maximumNodes = 5_000
  /// See ``maximumNodes``.
  public static let maximumEdges = 15_000

  /// Whether a graph of this size is drawn at all.
  public var isDrawable: Bool { nodes <= Self.maximumNodes && edges <= Self.maximumEdges }
}
