extension ByteStream {
  /// A literal's text between its quotation marks, as N-Quads and Turtle both read it.
  ///
  /// RDF can hold every Unicode character; controls are written as escapes.
  mutating func writeRDF(_ text: String) {
    append(UInt8(ascii: "\""))
    text.withBytes { text in
      write(text, special: SpecialBytes(UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F, 0x7F, 0x7F)) {
        stream, text, index in
        switch text[index] {
        case UInt8(ascii: "\""): stream.write("\\\"" as StaticString)
        case UInt8(ascii: "\\"): stream.write("\\\\" as StaticString)
        case 0x0A: stream.write("\\n" as StaticString)
        case 0x0D: stream.write("\\r" as StaticString)
        case 0x09: stream.write("\\t" as StaticString)
        default:
          stream.write("\\u00" as StaticString)
          stream.writeHex(text[index])
        }
        return index + 1
      }
    }
    append(UInt8(ascii: "\""))
  }

  /// An IRI without its angle brackets; what may not stand in one is percent-encoded.
  mutating func writeIRI(_ iri: String) {
    iri.withBytes { iri in
      write(iri) { byte in
        switch byte {
        case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"),
          UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "\\"):
          true
        default: false
        }
      } replace: { stream, iri, index in
        stream.append(UInt8(ascii: "%"))
        stream.writeHex(iri[index])
        return index + 1
      }
    }
  }

  /// The same bytes as ``PercentEncoding/encode(_:)``, without a text in between.
  mutating func writePercentEncoded(_ text: String) {
    text.withBytes { text in
      var text = text
      // A slash in front would make `prefix:/…` look like an authority.
      if text.first == UInt8(ascii: "/") {
        write("%2F" as StaticString)
        text = UnsafeBufferPointer(rebasing: text.dropFirst())
      }
      write(text) { byte in
        !PercentEncoding.isReadable(byte) && byte != UInt8(ascii: "/")
      } replace: { stream, text, index in
        stream.append(UInt8(ascii: "%"))
        stream.writeHex(text[index])
        return index + 1
      }
    }
  }
}
