extension [UInt8] {
  /// A Cypher string in single quotes.
  ///
  /// A single quote is escaped by a backslash and never as `\u0027`: Neo4j before version 5 replaced such escapes
  /// before it looked for the end of the string.
  mutating func writeCypher(_ text: String) {
    append(UInt8(ascii: "'"))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case 0x0A: write("\\n" as StaticString)
      case 0x0D: write("\\r" as StaticString)
      case 0x09: write("\\t" as StaticString)
      case 0..<0x20, 0x7F:
        write("\\u00" as StaticString)
        writeHex(byte)
      default: append(byte)
      }
    }
    append(UInt8(ascii: "'"))
  }
}

/// Names of labels, relationship types and tables.
enum CypherName {
  /// In backticks, which let it hold anything; what would end them, and controls, become `_`.
  static func quoted(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let isUnsafe = scalar == "`" || scalar == "\\" || scalar.value < 0x20 || scalar.value == 0x7F
      scalars.append(isUnsafe ? "_" : scalar)
    }
    return scalars.isEmpty ? "`_`" : "`\(String(scalars))`"
  }
}
