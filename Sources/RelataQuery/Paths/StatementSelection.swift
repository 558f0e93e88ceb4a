public import RelataGraph

/// Which statements of a graph a query follows.
public struct StatementSelection: Hashable, Sendable {
  /// Whether statements may only be followed from subject to object.
  public var isDirected: Bool
  /// Relations that hold both ways, which may be followed both ways also then (`RelationType.isSymmetric`).
  public var symmetricRelations: Set<String>
  /// The relations to follow; nil: all.
  public var relations: Set<String>?
  /// Relations not to follow.
  public var withoutRelations: Set<String>
  /// Whether statements that the text negates connect entities.
  public var includesNegated: Bool
  /// Whether relations outside the ontology connect entities.
  public var includesOpen: Bool
  /// Whether only what a text itself says counts, not what is reported, alleged, planned or hypothetical.
  public var isAssertedOnly: Bool
  /// The least confidence, 0…1.
  public var minimumConfidence: Double
  /// The documents of which at least one must say so; nil: any.
  public var documents: Set<String>?
  /// The first and last date; what may have held or happened between them is followed, nil being open.
  public var from: PartialDate?
  /// The last date, included; nil: open.
  public var until: PartialDate?
  /// Whether statements without a date are followed where dates are asked for.
  public var includesUndated: Bool

  /// All statements but the negated ones, in both directions.
  public init(
    isDirected: Bool = false, symmetricRelations: Set<String> = [], relations: Set<String>? = nil,
    withoutRelations: Set<String> = [], includesNegated: Bool = false, includesOpen: Bool = true,
    isAssertedOnly: Bool = false, minimumConfidence: Double = 0, documents: Set<String>? = nil,
    from: PartialDate? = nil, until: PartialDate? = nil, includesUndated: Bool = false
  ) {
    self.isDirected = isDirected
    self.symmetricRelations = symmetricRelations
    self.relations = relations
    self.withoutRelations = withoutRelations
    self.includesNegated = includesNegated
    self.includesOpen = includesOpen
    self.isAssertedOnly = isAssertedOnly
    self.minimumConfidence = minimumConfidence
    self.documents = documents
    self.from = from
    self.until = until
    self.includesUndated = includesUndated
  }
}

extension StatementSelection {
  /// Whether a query follows a statement at all, be it in one direction.
  /// - Complexity: O(pieces of evidence).
  public func keeps(_ statement: Statement) -> Bool {
    guard follows(StatementKind(statement)),
      GraphIndex.doubt(confidence: statement.confidence) <= GraphIndex.doubt(confidence: minimumConfidence),
      documents.map({ names in statement.evidence.contains { names.contains($0.document) } }) ?? true
    else { return false }
    guard let window else { return true }
    return statement.time.flatMap(DayRange.init)?.overlaps(window) ?? includesUndated
  }

  /// The days asked for; nil: all.
  var window: DayRange? {
    guard from != nil || until != nil else { return nil }
    return DayRange(
      first: from.flatMap(DayRange.firstDay) ?? DayRange.earliest,
      last: until.flatMap(DayRange.lastDay) ?? DayRange.latest)
  }
}
