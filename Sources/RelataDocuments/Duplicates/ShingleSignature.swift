/// What is remembered of a text to find its near duplicates: a sample of its sequences of five
/// words, and one of its figures.
///
/// The sample is MinHash's with one hash function and its *k* smallest values (`HashSketch`) instead of *k*
/// functions with one each: a single pass over the text, and the samples also tell how much of the *shorter*
/// of two texts is in the longer one, which resemblance alone does not when one of them was cut. Figures tell
/// copies from reports that fill in the same form every week.
///
/// A sequence is hashed by adding and multiplying its words' hashes (`WordHashes`), mixed by the finalizer of
/// SplitMix64, whose upper half counts; a text of fewer than five words is one sequence.
public struct ShingleSignature: Hashable, Sendable {
  /// How many sequences are sampled.
  public static let capacity = 160
  static let figureCapacity = 32
  /// Words in a sequence.
  private static let width = 5

  let shingles: HashSketch
  let figures: HashSketch

  /// How many different sequences of five words the text has; 0 for a text without words.
  public var count: Int { shingles.count }

  init(shingles: HashSketch, figures: HashSketch) {
    self.shingles = shingles
    self.figures = figures
  }

  /// - Complexity: O(*n* log *n*) in the length of the text.
  public init(_ text: some StringProtocol) {
    let hashes = WordHashes(text)
    let words = hashes.words
    var shingles: [UInt32] = []
    if words.count < Self.width {
      if !words.isEmpty { shingles.append(Self.hash(words[...])) }
    } else {
      shingles.reserveCapacity(words.count)
      for start in 0...words.count - Self.width {
        shingles.append(Self.hash(words[start..<start + Self.width]))
      }
    }
    self.init(
      shingles: HashSketch(shingles, capacity: Self.capacity),
      figures: HashSketch(hashes.figures.map { Self.hash([$0]) }, capacity: Self.figureCapacity))
  }

  private static func hash(_ words: ArraySlice<UInt64>) -> UInt32 {
    var hash: UInt64 = 0
    for word in words { hash = (hash &+ word) &* 0x9E37_79B9_7F4A_7C15 }
    hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
    return UInt32((hash ^ hash >> 31) >> 32)
  }
}
