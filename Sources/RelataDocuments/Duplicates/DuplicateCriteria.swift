/// When two texts count as one. The defaults were measured: `Documentation` of the figures is in `Training/duplicates/README.md`.
public struct DuplicateCriteria: Hashable, Sendable {
  /// At least so much of the text with fewer sequences of words is in the other one.
  public var containment = 0.6
  /// The shorter text has at least so many sequences for each of the longer one: below, a roundup that quotes a brief is not the
  /// brief.
  public var ratio = 0.25
  /// Texts with fewer sequences than this count as one only if they have the same ones: there is too little in them to tell a copy
  /// from a phrase that many use.
  public var shortest = 16

  public init() {}

  func areMet(by similarity: SignatureSimilarity, shorter: Int) -> Bool {
    if shorter < shortest { return similarity.resemblance == 1 }
    return similarity.containment >= containment && similarity.ratio >= ratio
  }
}
