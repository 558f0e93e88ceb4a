/// The sequences of five words in a text, as 32-bit hashes.
///
/// A word is a run of letters, marks and digits, in lower case, so that quotation marks, dashes and line ends count for nothing. It
/// is hashed by FNV-1a (64 bits) over its scalars; a sequence by multiplying and adding its words' hashes, mixed by the finalizer of
/// SplitMix64, whose upper half counts. A text of fewer than five words is one sequence.
struct Shingles: Sendable {
  /// Words in a sequence.
  static let width = 5

  /// Ascending, each once.
  let hashes: [UInt32]

  /// - Complexity: O(*n* log *n*) in the length of the text.
  init(_ text: some StringProtocol) {
    let words = Self.words(text)
    guard words.count > Self.width else {
      hashes = words.isEmpty ? [] : [Self.hash(words[...])]
      return
    }
    var all: [UInt32] = []
    all.reserveCapacity(words.count)
    for start in 0...words.count - Self.width { all.append(Self.hash(words[start..<start + Self.width])) }
    all.sort()
    var distinct: [UInt32] = []
    distinct.reserveCapacity(all.count)
    for hash in all where hash != distinct.last { distinct.append(hash) }
    hashes = distinct
  }

  private static func hash(_ words: ArraySlice<UInt64>) -> UInt32 {
    var hash: UInt64 = 0
    for word in words { hash = (hash &+ word) &* 0x9E37_79B9_7F4A_7C15 }
    hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
    return UInt32((hash ^ hash >> 31) >> 32)
  }

  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func words(_ text: some StringProtocol) -> [UInt64] {
    var words: [UInt64] = []
    var hash = basis
    for scalar in text.unicodeScalars {
      if let letter = lowercased(scalar) {
        hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3
      } else if hash != basis {
        words.append(hash)
        hash = basis
      }
    }
    if hash != basis { words.append(hash) }
    return words
  }

  /// Nil for what belongs to no word.
  private static func lowercased(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar.value {
    case 0x61...0x7A, 0x30...0x39: return scalar.value
    case 0x41...0x5A: return scalar.value + 0x20
    case ..<0x80: return nil
    default:
      let properties = scalar.properties
      guard
        properties.isAlphabetic || properties.numericType != nil
          || properties.canonicalCombiningClass != .notReordered
      else { return nil }
      let lower = properties.lowercaseMapping.unicodeScalars
      return lower.count == 1 ? lower.first?.value : scalar.value
    }
  }
}
