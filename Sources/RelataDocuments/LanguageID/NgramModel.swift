import CRelataLanguages

/// A linear model over the mean vector of a text's letter sequences: a vector of sixteen small numbers for
/// every bucket of features, a weight for every language and number.
struct NgramModel: Sendable {
  struct Language: Hashable, Sendable {
    let code: String
    let name: String
  }

  let languages: [Language]
  /// One of each language.
  private let biases: [Float]
  /// For each language one of each number of a vector.
  private let weights: [Float]
  /// Rows of numbers, one row for each bucket.
  private let vectors: ConstantBytes
  private let buckets: UInt32

  /// - Throws: `LanguageModelError.malformed`.
  init(_ bytes: ConstantBytes) throws(LanguageModelError) {
    var reader = ModelReader(bytes)
    try reader.expect("RLID")
    guard try reader.uint16() == 1, try reader.uint16() == UInt16(Self.width) else { throw reader.malformed }
    buckets = try reader.uint32()
    let count = Int(try reader.uint16())
    var languages: [Language] = []
    for _ in 0..<count {
      languages.append(Language(code: try reader.text(), name: try reader.text()))
    }
    biases = try reader.floats(count)
    weights = try reader.floats(count * Self.width)
    vectors = try reader.rest(count: Int(buckets) * Self.width)
    guard !languages.isEmpty, buckets > 0 else { throw reader.malformed }
    self.languages = languages
  }

  static func embedded() throws(LanguageModelError) -> NgramModel {
    var size = 0
    let data = relata_languages_data(&size)
    return try NgramModel(ConstantBytes(bytes: UnsafeBufferPointer(start: data, count: size)))
  }

  /// Of each language, that a text of these letters is in it; they add up to 1.
  /// - Parameter letters: folded, a space first and last and single spaces between words.
  func probabilities(_ letters: [UInt16]) -> [Float] {
    var sums = Array(repeating: Int32(0), count: Self.width)
    let features = vectors.bytes.withMemoryRebound(to: Int8.self) { vectors in
      relata_languages_sum(letters, letters.count, vectors.baseAddress, buckets, &sums)
    }
    let mean = sums.map { Float($0) / Float(max(features, 1)) }
    var scores = biases
    for language in scores.indices {
      for index in 0..<Self.width { scores[language] += weights[language * Self.width + index] * mean[index] }
    }
    relata_languages_normalize(&scores, scores.count)
    return scores
  }

  private static let width = Int(RELATA_LANGUAGES_WIDTH)
}
