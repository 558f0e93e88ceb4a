/// What a clause or a noun phrase says, in the words of its sentence: one predicate and its arguments.
public struct OpenProposition: Hashable, Sendable {
  /// The construction that it was read from, e.g. `v-root` (the main verb), `appos`
  /// (an apposition), `nmod-of`.
  public var rule: String
  /// The words of the predicate. Where the sentence has none (appositions, possessives) a form of “be” or
  /// “have” in the number of the first argument; in the tense of the sentence, appositions in the present.
  public var predicate: String
  /// At least two: the subject, then the object or complement, then everything else that belongs to the
  /// clause. Each consists of words of the sentence, in most cases of a stretch of it.
  public var arguments: [String]
  /// The share of its words that an annotator of CaRB's development half would also have
  /// written, as estimated; 0…1.
  public var confidence: Double
  /// What the confidence was computed from, in a fixed order.
  public var features: [OpenFeature]
}

/// One measurement of a proposition that its confidence depends on.
public struct OpenFeature: Hashable, Sendable {
  /// Which measurement: the name of its weight.
  public var name: String
  /// From 0 to about 2; 1 for what is merely there.
  public var value: Double
}
