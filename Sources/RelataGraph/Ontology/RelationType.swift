/// A kind of relation: what it means, what it may connect, and how text expresses it.
public struct RelationType: Hashable, Sendable, Identifiable {
  /// The name in the data file, in lower snake case read from subject to object:
  /// `captured`, `head_of_state_of`.
  public var id: String
  /// For people, as it stands on an edge: "head of state of".
  public var label: String
  /// What it means, in a sentence.
  public var definition: String
  /// Types that the subject (object) must have, subtypes included. Never empty.
  public var domain: [EntityType]
  /// Types that the object must have, subtypes included. Never empty.
  public var range: [EntityType]
  /// The label of the inverse reading, e.g. "captured by".
  public var inverse: String?
  /// Whether it holds in both directions at once ("met with").
  public var isSymmetric: Bool
  /// Whether a subject has at most one object at a time, or an object at most one subject (a head of state).
  public var isFunctional: Bool
  /// Whether an object has at most one subject at a time.
  public var isInverseFunctional: Bool
  /// Whether it happens at a date (captured) rather than holding for a while (leads): two dates of an
  /// event contradict each other.
  public var isEvent: Bool
  /// How often an event of it can happen; nil where any number of dates can be right.
  public var recurrence: Recurrence?
  /// Whether it says that the subject lies in the object, a place in a place.
  public var isContainment: Bool
  /// Whether it says, beside the offices themselves, that the subject leads the object.
  public var isLeadership: Bool
  /// The Wikidata property that says the same, in the same direction, e.g. `P463` (member of).
  public var wikidata: String?
  /// The Wikidata property that says the same from object to subject, e.g. `P35` (head of
  /// state) for `head_of_state_of`.
  public var inverseWikidata: String?
  /// A PLOVER event type (Open Event Data Alliance), e.g. `ASSAULT`.
  public var plover: String?
  /// The words by which text expresses it.
  public var triggers: [Trigger]

  /// A relation type of these parts; what is left out does not hold or is unknown.
  public init(
    id: String, label: String, definition: String, domain: [EntityType], range: [EntityType],
    inverse: String? = nil, isSymmetric: Bool = false, isFunctional: Bool = false,
    isInverseFunctional: Bool = false, isEvent: Bool = false, recurrence: Recurrence? = nil,
    isContainment: Bool = false, isLeadership: Bool = false, wikidata: String? = nil,
    inverseWikidata: String? = nil, plover: String? = nil, triggers: [Trigger] = []
  ) {
    self.id = id
    self.label = label
    self.definition = definition
    self.domain = domain
    self.range = range
    self.inverse = inverse
    self.isSymmetric = isSymmetric
    self.isFunctional = isFunctional
    self.isInverseFunctional = isInverseFunctional
    self.isEvent = isEvent
    self.recurrence = recurrence
    self.isContainment = isContainment
    self.isLeadership = isLeadership
    self.wikidata = wikidata
    self.inverseWikidata = inverseWikidata
    self.plover = plover
    self.triggers = triggers
  }
}
