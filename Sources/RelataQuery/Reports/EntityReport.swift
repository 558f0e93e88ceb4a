public import RelataGraph

/// Everything that a graph knows of one entity.
public struct EntityReport: Hashable, Sendable {
  /// Whom or what the report is about.
  public var entity: Entity
  /// Statements of which it is the subject: by time, those without a time last; of one time or of none the
  /// most important first, then by relation, object and confidence.
  public var asSubject: [Statement]
  /// Statements of which it is the object, in the same order by subject.
  public var asObject: [Statement]
  /// Statements that it made or that happened there, neither subject nor object being the entity itself.
  public var asQualifier: [Statement]
  /// The documents that support these statements, in the graph's order.
  public var documents: [DocumentRecord]
  /// The contradictions among statements of which it is an end.
  public var contradictions: [Contradiction]
  /// What a person corrected of it or of its statements, in the graph's order.
  public var corrections: [AppliedCorrection]

  /// nil where the graph has no entity of this identifier.
  ///
  /// - Complexity: O(statements).
  public init?(of id: EntityID, in graph: KnowledgeGraph) {
    guard let entity = graph.entities.first(where: { $0.id == id }) else { return nil }
    self.entity = entity
    asSubject = Self.sorted(graph.statements.filter { $0.subject == id }, by: \.object)
    asObject = Self.sorted(graph.statements.filter { $0.object == id && $0.subject != id }, by: \.subject)
    asQualifier = Self.sorted(
      graph.statements.filter {
        $0.subject != id && $0.object != id && ($0.attribution == id || $0.place == id)
      }, by: \.subject)
    let cited = Set((asSubject + asObject + asQualifier).flatMap { $0.evidence.map(\.document) })
    documents = graph.documents.filter { cited.contains($0.id) }
    contradictions = graph.contradictions.filter { contradiction in
      contradiction.statements.contains { index in
        graph.statements.indices.contains(index)
          && (graph.statements[index].subject == id || graph.statements[index].object == id)
      }
    }
    corrections = graph.corrections.filter { $0.entities.contains(id) }
  }

  private static func sorted(
    _ statements: [Statement], by other: KeyPath<Statement, EntityID>
  ) -> [Statement] {
    /// A statement's date; a span without a start is as late as its end, one without any date comes last.
    func date(_ statement: Statement) -> PartialDate {
      statement.time.flatMap { $0.start ?? $0.end } ?? PartialDate(year: Int.max)
    }
    func precedes(_ a: Statement, _ b: Statement) -> Bool {
      let (x, y) = (date(a), date(b))
      if x != y { return x < y }
      if a.importanceRank != b.importanceRank { return a.importanceRank > b.importanceRank }
      if a.relation != b.relation { return a.relation < b.relation }
      if a[keyPath: other] != b[keyPath: other] { return a[keyPath: other] < b[keyPath: other] }
      return a.confidence > b.confidence
    }
    // `sort` is not promised to be stable.
    return statements.enumerated()
      .sorted {
        precedes($0.element, $1.element) || (!precedes($1.element, $0.element) && $0.offset < $1.offset)
      }
      .map(\.element)
  }
}
