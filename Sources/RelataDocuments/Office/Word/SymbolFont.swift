/// Characters of the font "Symbol", whose codes are its own (Adobe's Symbol encoding).
enum SymbolFont {
  /// What a character of a symbol font looks like; nil for a picture without meaning, as the arrows and
  /// bullets of other such fonts.
  /// - Parameter code: in the font, or in the private use area where Word puts it (U+F000 to U+F0FF).
  static func character(_ code: UInt32, font: String) -> Unicode.Scalar? {
    let isPrivate = (0xF000...0xF0FF).contains(code)
    if isSymbol(font) {
      let index = isPrivate ? code - 0xF000 : code
      switch index {
      case 0x20...0x7E: return low[Int(index) - 0x20]
      case 0xA0...0xFE: return high[Int(index) - 0xA0]
      default: break
      }
    }
    return isPrivate || code < 0x20 ? nil : Unicode.Scalar(code)
  }

  static func isSymbol(_ font: String) -> Bool { font.lowercased() == "symbol" }

  /// A text in the font "Symbol", where characters of the private use area have been put into it.
  static func text(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isPrivate = (0xF000...0xF0FF).contains(scalar.value)
      shown.append(isPrivate ? character(scalar.value, font: "Symbol") ?? " " : scalar)
    }
    return String(shown)
  }

  private static let low = Array(
    """
     !∀#∃%&∋()∗+,−./0123456789:;<=>?\
    ≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\
    ‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼
    """.unicodeScalars)

  private static let high = Array(
    """
    €ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵\
    ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓\
    ◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪�〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭
    """.unicodeScalars)
}
