/// What a name names: each kind has its own conventions for leaving parts out.
public enum NameKind: String, Hashable, Sendable, CaseIterable, Codable {
  case person, organization, place
}

/// How two names compare, with the reasons in words.
public struct NameMatch: Hashable, Sendable {
  /// Whether two names may be one thing's.
  public enum Verdict: String, Hashable, Sendable {
    /// Two spellings of one full name: enough, alone, to take the bearers for one.
    case same
    /// One is a shortened form that fits the other (a bare surname, an acronym) but also fits others.
    case partial
    /// Names of different bearers.
    case different
  }

  /// Likeness from 0 to 1. From ``NameMatcher/screeningThreshold`` on the names are worth a person's
  /// look, typing errors included.
  public var score: Double
  /// What follows from the likeness and from what speaks against it.
  public var verdict: Verdict
  /// One short line each, in the order in which they were found.
  public var reasons: [String]

  /// A comparison of these parts.
  public init(score: Double, verdict: Verdict, reasons: [String]) {
    self.score = score
    self.verdict = verdict
    self.reasons = reasons
  }
}
