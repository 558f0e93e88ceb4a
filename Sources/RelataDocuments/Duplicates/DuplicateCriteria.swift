/// When two texts count as one. The defaults were chosen by measuring: `Training/duplicates/README.md`.
public struct DuplicateCriteria: Hashable, Sendable {
  /// At least so much of the text with fewer sequences of words is in the other one.
  public var containment = 0.55
  /// The same for texts of fewer than `short` sequences: two announcements in the same
  /// words about different things.
  public var containmentOfShort = 0.8
  /// Sequences of words.
  public var short = 40
  /// The same for texts published more than `days` apart: the next report of a series rather than a copy,
  /// unless nearly nothing was changed.
  public var containmentOfDistant = 0.9
  /// Days between the dates of two texts, if both are known.
  public var days = 3
  /// At least so many of the figures of the text with fewer figures are in the other one: forms filled in
  /// anew (prices, weather, weekly reports) have others.
  public var figures = 0.7
  /// The same where nine tenths of the words are the same, because other figures may have
  /// come with a new headline.
  public var figuresOfSame = 0.5
  /// The shorter text has at least so many sequences for each of the longer one: below, a roundup that quotes
  /// a brief is not the brief.
  public var ratio = 0.25
  /// Texts with fewer sequences than this count as one only if they have the same ones: there is too little
  /// in them to tell a copy from a phrase that many use.
  public var shortest = 12

  /// Those that were measured to be best.
  public init() {}

  /// - Parameter distance: days between the dates of the texts, nil if one of them has none.
  func areMet(by similarity: SignatureSimilarity, distance: Int?) -> Bool {
    var least = containment
    if similarity.count < short { least = max(least, containmentOfShort) }
    if let distance, distance > days { least = max(least, containmentOfDistant) }
    if similarity.count < shortest { least = 1 }
    return similarity.containment >= least && similarity.ratio >= (similarity.count < shortest ? 1 : ratio)
      && (similarity.figures ?? 1) >= (similarity.containment >= 0.9 ? figuresOfSame : figures)
  }
}
