/// What characters in a PDF mean in a text.
enum PDFCharacters {
  /// Ligatures as letters (U+FB00 to U+FB06), and no characters that show nothing.
  static func clean(_ word: String) -> String {
    guard word.utf8.contains(where: { $0 > 0x7F }) else { return word }
    // Symbol fonts have signs of their own, and the one that stands alone is a bullet.
    if isPrivate(word.unicodeScalars.first), word.unicodeScalars.count == 1 { return "•" }
    var result = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      switch scalar {
      case "\u{FB00}"..."\u{FB06}":
        let letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"][Int(scalar.value - 0xFB00)]
        result.append(contentsOf: letters.unicodeScalars)
      case "\u{FEFF}", "\u{200B}", "\u{FFFD}": break
      case _ where isPrivate(scalar): break
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func isPrivate(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { ("\u{E000}"..."\u{F8FF}").contains($0) } ?? false
  }

  /// What may stand for a hyphen at the end of a line: hyphen-minus, soft hyphen, hyphen.
  static func isHyphen(_ scalar: Unicode.Scalar?) -> Bool {
    scalar == "-" || scalar == "\u{AD}" || scalar == "\u{2010}"
  }

  /// Whether a sentence may end with this word, quotation marks and brackets after it apart.
  static func endsSentence(_ word: String) -> Bool {
    let closing = word.unicodeScalars.last { scalar in
      switch scalar.properties.generalCategory {
      case .finalPunctuation, .initialPunctuation, .closePunctuation: false
      default: scalar != "\"" && scalar != "'"
      }
    }
    return closing.map { $0.properties.isSentenceTerminal || $0 == ":" || $0 == "…" } ?? false
  }

  static func beginsLowercase(_ word: String) -> Bool {
    word.unicodeScalars.first { $0.properties.isAlphabetic || $0.properties.numericType != nil }?.properties
      .isLowercase ?? false
  }

  /// Scripts that are written without spaces between words, so that a line's end is no space either.
  static func isUnspaced(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return scalar.properties.isIdeographic || ("\u{3000}"..."\u{30FF}").contains(scalar)
      || ("\u{FF00}"..."\u{FF65}").contains(scalar)
  }

  /// Scripts that are written from right to left: Hebrew, Arabic, Syriac and what lies between.
  static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    ("\u{590}"..."\u{8FF}").contains(scalar) || ("\u{FB1D}"..."\u{FDFF}").contains(scalar)
      || ("\u{FE70}"..."\u{FEFC}").contains(scalar)
  }

  /// A sign that begins an item of a list and is no part of what the item says.
  static func isBullet(_ word: String) -> Bool {
    guard let scalar = word.unicodeScalars.first, word.unicodeScalars.count == 1 else { return false }
    return "•▪◦‣●■○□∙·".unicodeScalars.contains(scalar)
  }
}
