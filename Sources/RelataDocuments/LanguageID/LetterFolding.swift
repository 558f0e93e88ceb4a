/// Letters in lower case, spaces for all that is no letter, in the scripts that several
/// languages of the model share.
///
/// `Training/language-id/features.py` folds in the same way.
struct LetterFolding: Sendable {
  static let space: UInt16 = 0x20

  /// Letters from here on are not folded: their scripts say the language.
  private static let limit: UInt32 = 0x2000
  private static let scripts: [ClosedRange<UInt32>] = [
    0x41...0x2FF,  // Latin
    0x300...0x36F,  // marks
    0x400...0x52F,  // Cyrillic
    0x590...0x5FF,  // Hebrew
    0x600...0x6FF, 0x750...0x77F,  // Arabic
    0x900...0x97F,  // Devanagari
    0x1200...0x137F,  // Ethiopic
    0x1E00...0x1EFF,  // Latin for Vietnamese, Yoruba and others
  ]

  private let table: [UInt16]

  init() {
    var table = Array(repeating: Self.space, count: Int(Self.limit))
    for scalar in Self.scripts.joined().lazy.compactMap(Unicode.Scalar.init) where Self.isLetter(scalar) {
      table[Int(scalar.value)] = Self.lowercased(scalar)
    }
    self.table = table
  }

  subscript(scalar: Unicode.Scalar) -> UInt16 {
    scalar.value < Self.limit ? table[Int(scalar.value)] : Self.space
  }

  private static func lowercased(_ scalar: Unicode.Scalar) -> UInt16 {
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    guard lower.count == 1, let first = lower.first else { return UInt16(scalar.value) }
    return UInt16(first.value)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark:
      true
    default: false
    }
  }
}
