/// How much two texts have in common, estimated from their signatures; exact for texts of up to `ShingleSignature.capacity` different
/// sequences of words.
public struct SignatureSimilarity: Hashable, Sendable {
  /// Of the sequences of either text, the share that both have (Jaccard's coefficient): 0 to 1.
  public var resemblance: Double
  /// Of the sequences of the text that has fewer, the share that the other one has: 0 to 1.
  public var containment: Double
  /// The number of sequences of the text that has fewer, divided by that of the other: 0 to 1.
  public var ratio: Double

  /// - Complexity: O(`ShingleSignature.capacity`).
  public init(_ first: ShingleSignature, _ second: ShingleSignature) {
    let (shorter, longer) = first.count <= second.count ? (first, second) : (second, first)
    let limit = min(shorter.limit, longer.limit)
    var shared = 0
    var ofShorter = 0
    var ofEither = 0
    var index = 0
    for hash in shorter.sketch {
      guard hash <= limit else { break }
      ofShorter += 1
      ofEither += 1
      while index < longer.sketch.count, longer.sketch[index] < hash {
        index += 1
        ofEither += 1
      }
      if index < longer.sketch.count, longer.sketch[index] == hash {
        index += 1
        shared += 1
      }
    }
    while index < longer.sketch.count, longer.sketch[index] <= limit {
      index += 1
      ofEither += 1
    }
    resemblance = Double(shared) / Double(max(ofEither, 1))
    containment = Double(shared) / Double(max(ofShorter, 1))
    ratio = Double(shorter.count) / Double(max(longer.count, 1))
  }
}
