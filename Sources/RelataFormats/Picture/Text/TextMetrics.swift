/// How wide text is in Helvetica and the fonts of its widths (Arial, Liberation Sans, Nimbus Sans).
///
/// Pictures must be laid out before any font is at hand, and alike on every machine: the widths of
/// the font's metrics file are part of the program. Other fonts are up to a tenth wider; whoever lays
/// out leaves that much room.
package enum TextMetrics {
  /// The width of one line.
  /// - Complexity: O(number of scalars).
  package static func width(_ text: some StringProtocol, size: Double) -> Double {
    Double(text.unicodeScalars.reduce(0) { $0 + width($1) }) * size / 1_000
  }

  /// In thousandths of the font size.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    if (0x20...0x7E).contains(scalar.value) { return ascii[Int(scalar.value) - 0x20] }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    case .uppercaseLetter: return 740
    case .lowercaseLetter, .modifierLetter: return 560
    case .otherLetter: return scalar.value >= 0x1100 ? 1_000 : 640
    default: return scalar.value >= 0x2010 && scalar.value < 0x2030 ? 560 : 1_000
    }
  }

  /// From the Adobe Font Metrics of Helvetica.
  private static let ascii = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]
}
