/// The kind of thing that a name names, as the language model sees it.
public enum NameLabel: String, Hashable, Sendable, Codable, CaseIterable {
  case person = "PER"
  case organization = "ORG"
  case location = "LOC"
  case event = "EVENT"
  case time = "TIME"
  case miscellaneous = "MISC"
}

/// A name inside a sentence.
public struct NameSpan: Hashable, Sendable {
  /// Indices of the tokens.
  public var tokens: Range<Int>
  /// What sort of thing bears the name.
  public var label: NameLabel
  /// The model's probability of the label, 0…1.
  public var confidence: Double

  /// A name of tokens that follow each other.
  public init(tokens: Range<Int>, label: NameLabel, confidence: Double = 1) {
    self.tokens = tokens
    self.label = label
    self.confidence = confidence
  }
}

/// A sentence with its tree and its names.
public struct Sentence: Hashable, Sendable {
  /// In the order of the text.
  public var tokens: [Token]
  /// In the order of the text; none overlaps another.
  public var names: [NameSpan]
  /// What the encoder made of each token, for the heads that read facts; nil where the
  /// sentence was not analysed.
  public var vectors: WordVectors?

  /// A sentence of these parts.
  public init(tokens: [Token], names: [NameSpan] = [], vectors: WordVectors? = nil) {
    self.tokens = tokens
    self.names = names
    self.vectors = vectors
  }

  /// Where it stands in the document's original text, in Unicode scalars; empty for a
  /// sentence without tokens.
  public var range: Range<Int> {
    guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
    return first.range.lowerBound..<last.range.upperBound
  }
}
