import RelataGraph

/// Text that every format can carry.
enum PortableText {
  /// Whether XML 1.0 can hold the scalar at all (Char, §2.2); DOT and the tables are held to the same set.
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// Whether every scalar of the text is allowed.
  static func isPortable(_ text: String) -> Bool {
    text.withBytes { text in
      // Of what is longer than a byte only U+FFFE and U+FFFF are refused, which begin with 0xEF.
      let special = SpecialBytes(0xEF, 0xEF, 0xEF, 0xEF, 0xEF)
      var index = special.first(in: text, from: 0)
      while index < text.count {
        switch text[index] {
        case 0x09, 0x0A, 0x0D: index += 1
        case 0xEF where text[index + 1] != 0xBF || text[index + 2] < 0xBE: index += 3
        default: return false
        }
        index = special.first(in: text, from: index)
      }
      return true
    }
  }

  /// The text with U+FFFD for every scalar that is not allowed.
  static func cleaned(_ text: String) -> String {
    if isPortable(text) { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isAllowed($0) ? $0 : "\u{FFFD}" }))
  }

  /// An identifier that stays unique and is never empty (Gephi refuses an empty one, which becomes `%`):
  /// scalars that are not allowed, line breaks and `%` itself are percent-encoded.
  static func identifier(_ id: EntityID) -> String { identifier(id.rawValue) }

  static func identifier(_ id: String) -> String {
    if id.isEmpty { return "%" }
    if id.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x25 }) { return id }
    var text = String.UnicodeScalarView()
    for scalar in id.unicodeScalars {
      if isAllowed(scalar) && scalar.value >= 0x20 && scalar != "%" {
        text.append(scalar)
      } else {
        for byte in String(scalar).utf8 {
          text.append(contentsOf: PercentEncoding.triplet(byte).unicodeScalars)
        }
      }
    }
    return String(text)
  }

  /// The identifier that ``identifier(_:)`` wrote as this text; the text itself where it can
  /// have written no such thing.
  static func entityID(_ text: String) -> EntityID {
    if text == "%" { return EntityID(rawValue: "") }
    guard text.utf8.contains(UInt8(ascii: "%")) else { return EntityID(rawValue: text) }
    return EntityID(rawValue: PercentEncoding.decode(text) ?? text)
  }
}
