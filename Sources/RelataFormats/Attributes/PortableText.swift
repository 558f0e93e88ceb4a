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

  /// The text with U+FFFD for every scalar that is not allowed.
  static func cleaned(_ text: String) -> String {
    if text.utf8.allSatisfy({ ($0 >= 0x20 || $0 == 0x0A) && $0 < 0x7F }) { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isAllowed($0) ? $0 : "\u{FFFD}" }))
  }

  /// An identifier that stays unique and is never empty (Gephi refuses an empty one, which becomes `%`):
  /// scalars that are not allowed, line breaks and `%` itself are percent-encoded.
  static func identifier(_ id: EntityID) -> String {
    if id.rawValue.isEmpty { return "%" }
    if id.rawValue.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x25 }) { return id.rawValue }
    var text = String.UnicodeScalarView()
    for scalar in id.rawValue.unicodeScalars {
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
}
