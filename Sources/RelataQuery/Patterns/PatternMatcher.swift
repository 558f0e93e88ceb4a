public import RelataGraph

/// Answers patterns over one graph.
///
/// ```swift
/// let matcher = PatternMatcher(graph, ontology: ontology)
/// let answer = try matcher.match(PatternQuery("(p:Person)-[:leads]->(g)-[:captured]->(c:City)"))
/// for row in answer.rows { print(row.values, row.statements.compactMap { graph.statements[$0].evidence.first?.quote }) }
/// ```
public struct PatternMatcher: Sendable {
  private let index: PatternIndex

  /// - Complexity: O(entities + statements).
  public init(_ graph: KnowledgeGraph, ontology: Ontology) {
    index = PatternIndex(graph, ontology: ontology)
  }

  /// The answer to a query.
  ///
  /// - Parameters:
  ///   - query: what to look for.
  ///   - includesNegated: whether statements that the text negates match; without it only where the query has
  ///     a condition on the polarity.
  ///   - limits: when the search gives up.
  /// - Complexity: O(nᵏ) for n statements and a pattern of k relations at worst, but never beyond `limits`.
  /// - Throws: ``PatternError`` where the query names what neither the ontology nor the graph has.
  public func match(
    _ query: PatternQuery, includesNegated: Bool = false, limits: PatternLimits = PatternLimits()
  ) throws(PatternError) -> PatternResult {
    var compiler = PatternCompiler(
      query, ontology: index.ontology, graphRelations: Set(index.relationNumbers.keys),
      includesNegated: includesNegated)
    let pattern = try compiler.compile()
    var rows = PatternRows(pattern, index)
    var search = PatternSearch(pattern, index, limits: limits)
    if pattern.limit != 0 { search.run { rows.add($0) } }
    var result = PatternResult(columns: pattern.columnNames, rows: [], bounds: search.bounds)
    // Of some of the matches, a count or a least value would be wrong.
    if !result.isCutOff || !pattern.hasAggregates { result.rows = rows.finished() }
    return result
  }
}
