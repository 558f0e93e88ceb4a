/// How often an event of a relation can happen, which decides when two dates of it contradict each other.
///
/// A visit or a call can be repeated the next day, so other dates of it are other visits; a ruler falls
/// and a city is captured by the same army once within a few years. In the ontology's file: `once_per`
/// and `recurs_after_years`.
public struct Recurrence: Hashable, Sendable {
  /// What it happens to once.
  public enum Scope: String, Hashable, Sendable, CaseIterable {
    /// Once for each pair of ends.
    case pair
    /// Once for the subject, whatever it concerned.
    case subject
    /// Once for the object, whoever did it.
    case object
  }

  /// What it happens to once.
  public var scope: Scope
  /// Dates at most this many years apart speak of one event; nil: there is only one, ever.
  public var years: Int?

  /// - Parameters:
  ///   - scope: what it happens to once.
  ///   - years: nil for what happens once and never again.
  public init(scope: Scope, years: Int? = nil) {
    self.scope = scope
    self.years = years
  }
}
