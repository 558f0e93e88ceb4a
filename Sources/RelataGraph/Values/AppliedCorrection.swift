/// What a person corrected in a graph, and where they said so.
public struct AppliedCorrection: Hashable, Sendable, Codable {
  /// What was done.
  public enum Action: String, Hashable, Sendable, Codable, CaseIterable {
    /// A statement does not follow from its sentences; it is not in the graph.
    case wrong
    /// A person has checked a statement.
    case confirmed
    /// A statement has another relation.
    case relation
    /// A statement's subject and object changed places.
    case direction
    /// Several entities are one.
    case merge
    /// Names of one entity are another's.
    case split
    /// An entity has another name.
    case rename
    /// An entity has another type.
    case retype
  }

  /// What was done.
  public var action: Action
  /// Where it was said: the name of the file, and the line, from 1.
  public var file: String
  /// Counted from 1.
  public var line: Int
  /// One line for people, in the names that the graph had before.
  public var explanation: String
  /// The entities of the corrected graph that it concerns, ascending: those of its statement, or what
  /// became of those it speaks of.
  public var entities: [EntityID]
  /// The sentences of the statement that it concerns, in document order; none where it concerns entities.
  public var evidence: [Evidence]

  /// A correction of these parts.
  public init(
    action: Action, file: String, line: Int, explanation: String, entities: [EntityID] = [],
    evidence: [Evidence] = []
  ) {
    self.action = action
    self.file = file
    self.line = line
    self.explanation = explanation
    self.entities = entities
    self.evidence = evidence
  }

  /// Whether it names entities and none but some: then it belongs to a part of the graph that has these.
  public func isAbout(only some: Set<EntityID>) -> Bool {
    !entities.isEmpty && entities.allSatisfy(some.contains)
  }
}
