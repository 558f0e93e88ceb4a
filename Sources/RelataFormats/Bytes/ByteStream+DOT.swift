extension ByteStream {
  /// A quoted identifier or attribute value of DOT.
  ///
  /// A backslash is doubled, because labels and tooltips are escape strings (`\N` would become the
  /// node's name) and because one at the end would swallow the quotation mark. `&` becomes an entity,
  /// because Graphviz resolves entities in text: `&lt;` in a name would be shown as `<`. A line feed
  /// becomes a centred line break.
  mutating func writeDOT(_ text: String) {
    append(UInt8(ascii: "\""))
    text.withBytes { writeDOTText($0) }
    append(UInt8(ascii: "\""))
  }

  /// The same without quotation marks.
  mutating func writeDOTText(_ text: UnsafeBufferPointer<UInt8>) {
    write(text, special: SpecialBytes(UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "&"), 0xEF, 0xEF))
    { stream, text, index in
      switch text[index] {
      case UInt8(ascii: "\""): stream.write("\\\"" as StaticString)
      case UInt8(ascii: "\\"): stream.write("\\\\" as StaticString)
      case UInt8(ascii: "&"): stream.write("&amp;" as StaticString)
      case 0x0A: stream.write("\\n" as StaticString)
      case 0x09, 0x0D: stream.append(UInt8(ascii: " "))
      case 0xEF: return stream.writeCleanedScalar(of: text, at: index)
      default: stream.write("\u{FFFD}" as StaticString)
      }
      return index + 1
    }
  }
}
