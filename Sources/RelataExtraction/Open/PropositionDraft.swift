/// A proposition before its words are written out and its confidence is estimated.
struct PropositionDraft: Sendable {
  /// Measurements that only the rule knows.
  struct Traits: Sendable {
    var source: ClauseSubject.Source?
    /// Whether the first argument's head (of possessives the possessor) is a pronoun.
    var isPronoun = false
    var isPassive = false
    /// Whether the second argument is a clause.
    var hasComplement = false
    var isInfinitive = false
    var hasObject = false
    /// Arguments after the second.
    var adjuncts = 0
    /// How many propositions the coordinations of the clause make.
    var splits = 1
    var properHead = false
    var properDependent = false
  }

  var rule: String
  /// A form of “be” or “have” that the sentence does not have; empty where it has its own.
  var implied = ""
  var predicate: [Int]
  var arguments: [Phrase]
  var traits = Traits()

  /// Whether it comes from a clause, not from within a noun phrase.
  var isClausal: Bool { traits.source != nil }
}
