/// What the stages that cut text ask of a Unicode scalar. ASCII is answered without a table look-up.
extension Unicode.Scalar {
  /// White space, the non-breaking kinds and line ends included.
  var isSpace: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }

  /// Takes no room and is no letter: control characters, zero-width space, byte order mark, direction marks.
  /// A boundary between tokens, and part of none.
  var isInvisible: Bool {
    switch value {
    case 0..<0x09, 0x0E..<0x20, 0x7F..<0x85, 0x86..<0xA0: true
    case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB: true
    default: false
    }
  }

  /// Neither seen nor a boundary: soft hyphen, joiners, word joiner.
  var isJoiner: Bool { value == 0xAD || value == 0x200C || value == 0x200D || value == 0x2060 }

  var isASCIIDigit: Bool { (0x30...0x39).contains(value) }

  var isDigit: Bool {
    value < 0x80 ? isASCIIDigit : properties.generalCategory == .decimalNumber
  }

  var isUppercaseLetter: Bool {
    value < 0x80
      ? (0x41...0x5A).contains(value)
      : properties.isUppercase || properties.generalCategory == .titlecaseLetter
  }

  var isLowercaseLetter: Bool { value < 0x80 ? (0x61...0x7A).contains(value) : properties.isLowercase }

  /// A letter, or a mark on one; the apostrophe-like letter U+02BC is none here.
  var isLetter: Bool {
    if value < 0x80 { return (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
    if isApostrophe { return false }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .letterNumber, .privateUse:
      return true
    default: return false
    }
  }

  /// A mark that belongs to the scalar before it, emoji modifiers and variation selectors included.
  var isMark: Bool {
    if value < 0x300 { return false }
    if (0x1F3FB...0x1F3FF).contains(value) || (0xFE00...0xFE0F).contains(value) { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }

  /// What a word is made of.
  var isWordScalar: Bool { isLetter || isDigit || self == "_" || isJoiner }

  /// `'` `’` `ʼ` `＇` and the turned comma and half ring that transliterations of Arabic use.
  var isApostrophe: Bool {
    switch value {
    case 0x27, 0x2019, 0x02BC, 0x02BB, 0x02BE, 0x02BF, 0xFF07: true
    default: false
    }
  }

  /// `-` and the Unicode hyphens.
  var isHyphen: Bool { value == 0x2D || value == 0x2010 || value == 0x2011 }

  var isOpeningPunctuation: Bool {
    switch self {
    case "(", "[", "{", "“", "‘", "«", "\"", "'", "„", "‚", "<", "‹", "¿", "¡", "`": true
    default: false
    }
  }

  var isClosingPunctuation: Bool {
    switch self {
    case ")", "]", "}", "”", "’", "»", "\"", "'", "›": true
    default: false
    }
  }

  /// Ends a sentence.
  var isTerminator: Bool {
    switch self {
    case ".", "!", "?", "…", "。", "！", "？", "؟": true
    default: false
    }
  }
}

extension Array where Element == Unicode.Scalar {
  /// The text of a range.
  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: self[range])
    return String(view)
  }

  /// The scalar at an index; nil outside.
  func at(_ index: Int) -> Unicode.Scalar? {
    index >= 0 && index < count ? self[index] : nil
  }
}
