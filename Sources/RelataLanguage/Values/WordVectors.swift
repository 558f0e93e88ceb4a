/// The encoder's vectors of some words, rounded to 8 bits as the layers that are applied to them take them.
public struct WordVectors: Hashable, Sendable {
  /// How many numbers a vector has.
  public static let width = LanguageModel.width

  /// Row by row; a component is `scale · (value − 128)`.
  package var values: [UInt8]
  /// One for each word.
  package var scales: [Float]

  package init(values: [UInt8] = [], scales: [Float] = []) {
    self.values = values
    self.scales = scales
  }

  /// How many words.
  public var count: Int { scales.count }

  /// Adds the vectors of the words that follow.
  package mutating func append(_ other: WordVectors) {
    values += other.values
    scales += other.scales
  }
}
