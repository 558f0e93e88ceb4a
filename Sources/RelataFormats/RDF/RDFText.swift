extension [UInt8] {
  /// A literal's text between its quotation marks, as N-Quads and Turtle both read it.
  ///
  /// RDF can hold every Unicode character; controls are written as escapes.
  mutating func writeRDF(_ text: String) {
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): write("\\\"" as StaticString)
      case UInt8(ascii: "\\"): write("\\\\" as StaticString)
      case 0x0A: write("\\n" as StaticString)
      case 0x0D: write("\\r" as StaticString)
      case 0x09: write("\\t" as StaticString)
      case 0..<0x20, 0x7F:
        write("\\u00" as StaticString)
        writeHex(byte)
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }

  /// An IRI without its angle brackets; what may not stand in one is percent-encoded.
  mutating func writeIRI(_ iri: String) {
    for byte in iri.utf8 {
      switch byte {
      case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "\\"):
        append(UInt8(ascii: "%"))
        writeHex(byte)
      default: append(byte)
      }
    }
  }

  /// The same bytes as ``PercentEncoding/encode(_:)``, without a text in between.
  mutating func writePercentEncoded(_ text: String) {
    var isFirst = true
    for byte in text.utf8 {
      if PercentEncoding.isReadable(byte) || (byte == UInt8(ascii: "/") && !isFirst) {
        append(byte)
      } else {
        append(UInt8(ascii: "%"))
        writeHex(byte)
      }
      isFirst = false
    }
  }

  mutating func writeHex(_ byte: UInt8) {
    for digit in [byte >> 4, byte & 15] {
      append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
    }
  }
}
