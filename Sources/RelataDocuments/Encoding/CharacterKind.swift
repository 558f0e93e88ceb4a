/// What of a character tells an encoding that was meant from one that was not.
enum CharacterKind: Hashable, Sendable {
  enum Script: Hashable, Sendable { case latin, cyrillic, greek, hebrew, arabic }

  case letter(Script, isUpper: Bool)
  case digit
  case space
  /// “ ‘ « „ and what else opens. Some languages close with it.
  case openingQuote
  case closingQuote
  case apostrophe
  case dash
  case ellipsis
  case currency
  /// ° ª º % ‰ ½ ² follow digits or words.
  case unitSign
  /// ¿ ¡
  case invertedMark
  /// § ¶ • © stand before words, a space between.
  case leadingSign
  /// ® ™ stand after words.
  case trailingSign
  case boxDrawing
  /// ASCII punctuation.
  case punctuation
  /// Marks of Hebrew and Arabic.
  case mark
  case otherSymbol
  case control
  case unassigned

  var script: Script? {
    if case .letter(let script, _) = self { script } else { nil }
  }

  var isLetter: Bool { script != nil }

  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "A"..."Z": self = .letter(.latin, isUpper: true)
    case "a"..."z": self = .letter(.latin, isUpper: false)
    case "0"..."9": self = .digit
    case " ", "\n", "\r", "\t", "\u{A0}": self = .space
    case "“", "‘", "«", "„", "‚": self = .openingQuote
    case "”", "»": self = .closingQuote
    case "’": self = .apostrophe
    case "–", "—": self = .dash
    case "…": self = .ellipsis
    case "£", "€", "¥", "¢": self = .currency
    case "°", "ª", "º", "‰", "½", "¼", "¾", "²", "³", "¹", "×", "±": self = .unitSign
    case "¿", "¡": self = .invertedMark
    case "§", "¶", "•", "©", "№", "·": self = .leadingSign
    case "®", "™": self = .trailingSign
    default: self = Self.other(scalar)
    }
  }

  private static func other(_ scalar: Unicode.Scalar) -> CharacterKind {
    if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) { return .control }
    if scalar.isASCII { return .punctuation }
    let properties = scalar.properties
    let script: Script
    switch scalar.value {
    case 0xC0...0x24F, 0x1E00...0x1EFF: script = .latin
    case 0x370...0x3FF: script = .greek
    case 0x400...0x52F: script = .cyrillic
    case 0x590...0x5FF: script = .hebrew
    case 0x600...0x6FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: script = .arabic
    case 0x2500...0x259F: return .boxDrawing
    default: return .otherSymbol
    }
    if properties.generalCategory == .nonspacingMark { return .mark }
    return properties.isAlphabetic ? .letter(script, isUpper: properties.isUppercase) : .otherSymbol
  }
}
