/// A question to a graph: a pattern of entities and relations, conditions on them, and
/// what to tell of the matches.
///
/// ```swift
/// let query = try PatternQuery("(p:Person)-[:leads]->(g)-[r:captured]->(c:City) WHERE r.start >= '2024' RETURN p, c")
/// let answer = try PatternMatcher(graph, ontology: ontology).match(query)
/// ```
///
/// The language, a read-only subset of openCypher 9 and ISO GQL (ISO/IEC 39075), is described in
/// `Documentation/match.md`.
public struct PatternQuery: Sendable {
  /// As given.
  public let text: String

  let paths: [PathPattern]
  let condition: PatternExpression?
  let result: ReturnPattern

  /// Reads a query; names of types, relations and properties are only checked against a graph.
  ///
  /// - Complexity: O(length of the text).
  /// - Throws: ``PatternError`` for the first thing that is wrong.
  public init(_ text: String) throws(PatternError) {
    var parser = PatternParser(text, tokens: try PatternLexer.tokens(of: text))
    let parsed = try parser.query()
    self.text = text
    paths = parsed.paths
    condition = parsed.condition
    result = parsed.result
  }
}
