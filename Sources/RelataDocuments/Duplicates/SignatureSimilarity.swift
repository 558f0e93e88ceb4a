/// How much two texts have in common, estimated from their signatures; exact for texts of up to
/// `ShingleSignature.capacity` different sequences of words.
public struct SignatureSimilarity: Hashable, Sendable {
  /// Of the sequences of either text, the share that both have (Jaccard's coefficient): 0 to 1.
  public var resemblance: Double
  /// Of the sequences of the text that has fewer, the share that the other one has: 0 to 1.
  public var containment: Double
  /// The number of different sequences in the text that has fewer.
  public var count: Int
  /// That number divided by that of the other text: 0 to 1.
  public var ratio: Double
  /// Of the figures in the text that has fewer, the share that the other one has: 0 to 1; nil
  /// if it has fewer than two.
  public var figures: Double?

  /// - Complexity: O(`ShingleSignature.capacity`).
  public init(_ first: ShingleSignature, _ second: ShingleSignature) {
    let words = first.shingles.overlap(with: second.shingles)
    resemblance = Double(words.shared) / Double(max(words.ofEither, 1))
    containment = Double(words.shared) / Double(max(words.ofSmaller, 1))
    count = min(first.count, second.count)
    ratio = Double(count) / Double(max(first.count, second.count, 1))
    let numbers = first.figures.overlap(with: second.figures)
    figures = numbers.ofSmaller < 2 ? nil : Double(numbers.shared) / Double(numbers.ofSmaller)
  }
}
