public import RelataGraph

/// A question as it was understood.
public struct Question: Hashable, Sendable {
  /// What an answer is.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Entities, or statements where both of their ends are given: who, what, which.
    case things
    /// How many entities.
    case count
    /// A date: when.
    case time
    /// A place: where.
    case place
    /// Yes or no.
    case whether
    /// How two entities or more are connected.
    case connection
  }

  /// What to look for.
  public enum Query: Hashable, Sendable {
    /// Patterns in the language of ``PatternQuery``: the first column is the answer, the
    /// second the statement. They are tried in this order until one has matches, unless the
    /// answer is what all of them find.
    case patterns([String], areAllAsked: Bool)
    case path(from: Entity, to: Entity)
    /// What links three entities or more.
    case network([Entity])
  }

  /// As it was asked.
  public var text: String
  /// What it asks for.
  public var kind: Kind
  /// What the graph is asked instead.
  public var query: Query
  /// Whether it asks for what the graph keeps as a denial: “Who did not recognise X?”, and as well “Who
  /// abandoned X?” where the ontology takes that for support denied. Of a question for yes and no the
  /// findings are then the denials.
  public var isNegated: Bool

  /// A question of these parts.
  public init(text: String, kind: Kind, query: Query, isNegated: Bool = false) {
    self.text = text
    self.kind = kind
    self.query = query
    self.isNegated = isNegated
  }
}
