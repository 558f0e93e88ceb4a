import RelataGraph

/// What a question says of things: a verb, noun, office or adjective that triggers relations of the ontology.
struct Predicate {
  /// One reading: a relation, and the trigger that leads to it; nil for an open relation.
  struct Reading {
    var relation: String
    var trigger: Trigger?
    var domain: [EntityType]
    var range: [EntityType]

    var isReversed: Bool { trigger?.isReversed == true }

    /// Whether what is asked for is kept as a denial: who abandons somebody does not support them.
    var isNegated: Bool { trigger?.polarity == .negated }
  }

  var head: Int
  /// All words that the pattern stands on.
  var used: Set<Int>
  var kind: Trigger.Kind
  var readings: [Reading]

  /// Whether the object hangs on a preposition, so that a passive verb keeps its
  /// subject: “is located in”.
  var isPrepositional: Bool {
    readings.contains { reading in
      guard let pattern = reading.trigger?.pattern, pattern.count == 2 else { return false }
      return PredicateFinder.adpositions.contains(pattern[1])
    }
  }
}
