extension ByteStream {
  /// A Cypher string in single quotes.
  ///
  /// A single quote is escaped by a backslash and never as `\u0027`: Neo4j before version 5 replaced such
  /// escapes before it looked for the end of the string.
  mutating func writeCypher(_ text: String) {
    append(UInt8(ascii: "'"))
    text.withBytes { text in
      write(text) { byte in
        byte < 0x20 || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\\") || byte == 0x7F
      } replace: { stream, text, index in
        let byte = text[index]
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "\\"):
          stream.append(UInt8(ascii: "\\"))
          stream.append(byte)
        case 0x0A: stream.write("\\n" as StaticString)
        case 0x0D: stream.write("\\r" as StaticString)
        case 0x09: stream.write("\\t" as StaticString)
        default:
          stream.write("\\u00" as StaticString)
          stream.writeHex(byte)
        }
        return index + 1
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
