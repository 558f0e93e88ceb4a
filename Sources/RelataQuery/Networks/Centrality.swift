public import RelataGraph

/// How central the entities of a graph are.
///
/// Between two entities that statements connect there is one link, however many statements; a measure that
/// looks at direction says so.
public struct Centrality: Sendable {
  /// In ascending order, as all that follows.
  public let ids: [EntityID]
  /// How many different neighbours.
  public let degrees: [Int]
  /// The share of a random surfer's time, who follows statements from subject to object, each as
  /// likely as the other, and starts anew at a random entity with probability 0.15 (L. Page et al.,
  /// 1999). They add up to 1.
  public let pageRanks: [Double]
  /// The share of pairs of other entities on whose shortest paths it lies, in whatever direction
  /// (L. Freeman, 1977), 0…1.
  public let betweenness: [Double]
  /// The number of each entity's community, the largest being 0.
  public let communities: [Int]
  /// The modularity of this division (M. Newman, 2004).
  public let modularity: Double
  /// Whether betweenness was estimated from a sample of starts.
  public let isSampled: Bool

  /// Above this number of entities, betweenness is estimated from as many starts, evenly spread over the
  /// identifiers (U. Brandes and C. Pich, Centrality Estimation in Large Networks, 2007).
  public static let sampleSize = 2000

  /// - Complexity: O(n · m) for n entities (at most ``sampleSize`` of them) and m statements.
  public init(_ graph: KnowledgeGraph, selection: StatementSelection = StatementSelection()) {
    let index = GraphIndex(graph)
    let links = CompressedLinkRows(TraversalFilter(index, graph, selection))
    ids = Array(index.ids)
    degrees = (0..<links.count).map { links.row($0).count }
    pageRanks = links.pageRanks()
    isSampled = links.count > Self.sampleSize
    betweenness = links.betweenness(sample: Self.sampleSize)
    let division = Communities(links)
    communities = division.numbers
    modularity = division.modularity
  }
}
