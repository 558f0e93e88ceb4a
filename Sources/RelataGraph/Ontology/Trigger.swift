/// A way in which text expresses a relation.
///
/// In the data file (`Documentation/ontology.md`) a trigger is a string of lemmas under the key of
/// its kind, or a mapping with `pattern` and any of the options. The words after the first say
/// what must stand beside it:
///
/// | kind | pattern | matches (S subject, O object) |
/// | --- | --- | --- |
/// | verb | `capture` | S captured O; O was captured by S; S, which captured O; forced S to capture O |
/// | verb | `flee to` | S fled to O; S fled X to O; S was driven … to O |
/// | verb | `take over` | S took over O (particle) |
/// | verb | `take control of` | S took control of O (light verb: object noun, then preposition) |
/// | noun | `capture` | S's capture of O; the capture of O by S; the S capture of O |
/// | noun | `intervention in` | S's intervention in O; intervention by S in O |
/// | noun | `war between` | a war between S and O (both ends in one list) |
/// | role | `leader` | S, the leader of O; O's leader, S; O leader S; S is (became, serves as) leader of O |
/// | adjective | `loyal to` | S loyal to O; S is loyal to O |
public struct Trigger: Hashable, Sendable {
  /// By which sort of word text expresses a relation; the table of ``Trigger`` tells them apart.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case verb, noun, role, adjective
  }

  /// The sort of its head word.
  public var kind: Kind
  /// Lemmas in lower case, at least one. The head of a verb or adjective is the first; that of a noun or role
  /// the last before an adposition ("prime minister", "head of state").
  public var pattern: [String]
  /// Whether the text's subject is the relation's object.
  public var isReversed: Bool
  /// Polarity and modality that the trigger itself brings ("balk at recognition"
  /// negates, "plan to visit" plans).
  public var polarity: Polarity?
  /// The modality that it brings; nil: that of the clause around it.
  public var modality: Modality?
  /// Types of the relation's subject and object that hold for this trigger alone; empty: the relation's own.
  public var domain: [EntityType]
  /// Types of the relation's object that hold for this trigger alone; empty: the relation's own.
  public var range: [EntityType]

  /// A trigger of these parts; what is left out is as the relation has it.
  public init(
    kind: Kind, pattern: [String], isReversed: Bool = false, polarity: Polarity? = nil,
    modality: Modality? = nil, domain: [EntityType] = [], range: [EntityType] = []
  ) {
    self.kind = kind
    self.pattern = pattern
    self.isReversed = isReversed
    self.polarity = polarity
    self.modality = modality
    self.domain = domain
    self.range = range
  }
}
