/// The words and figures of a text, as hashes (FNV-1a, 64 bits, over scalars) in their order.
///
/// A word is a run of letters, marks and digits, in lower case, so that quotation marks, dashes and line ends
/// count for nothing. A figure is a run of digits with points between them; commas between them are left out.
struct WordHashes: Sendable {
  private(set) var words: [UInt64] = []
  private(set) var figures: [UInt64] = []

  private var word = basis
  private var figure = basis
  /// A point or comma after a digit, which belongs to the figure if a digit follows.
  private var separator: UInt32?

  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

  /// - Complexity: O(*n*) in the length of the text.
  init(_ text: some StringProtocol) {
    for scalar in text.unicodeScalars { add(scalar) }
    endWord()
    endFigure()
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    if let letter = Self.lowercased(scalar) {
      Self.add(letter, to: &word)
      if ("0"..."9").contains(scalar) { addDigit(letter) } else { endFigure() }
    } else {
      endWord()
      if figure != Self.basis, separator == nil, scalar == "." || scalar == "," {
        separator = scalar.value
      } else {
        endFigure()
      }
    }
  }

  private mutating func addDigit(_ digit: UInt32) {
    if let separator, separator == 0x2E { Self.add(separator, to: &figure) }
    separator = nil
    Self.add(digit, to: &figure)
  }

  private mutating func endWord() {
    if word != Self.basis { words.append(word) }
    word = Self.basis
  }

  private mutating func endFigure() {
    if figure != Self.basis { figures.append(figure) }
    figure = Self.basis
    separator = nil
  }

  private static func add(_ letter: UInt32, to hash: inout UInt64) {
    hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3
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
