extension ByteStream {
  /// Appends text for an element or a quoted attribute.
  ///
  /// Tabs and line breaks are written as references, because a parser turns them into spaces in an
  /// attribute and a carriage return into a line feed everywhere (XML 1.0 §2.11, §3.3.3). What XML
  /// cannot hold becomes U+FFFD.
  mutating func writeXML(_ text: String) { text.withBytes { writeXML($0) } }

  /// - Parameter text: UTF-8.
  mutating func writeXML(_ text: UnsafeBufferPointer<UInt8>) {
    write(
      text,
      special: SpecialBytes(UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0xEF)
    ) { stream, text, index in
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "&"): stream.write("&amp;" as StaticString)
      case UInt8(ascii: "<"): stream.write("&lt;" as StaticString)
      case UInt8(ascii: ">"): stream.write("&gt;" as StaticString)
      case UInt8(ascii: "\""): stream.write("&quot;" as StaticString)
      case 0x09: stream.write("&#9;" as StaticString)
      case 0x0A: stream.write("&#10;" as StaticString)
      case 0x0D: stream.write("&#13;" as StaticString)
      case 0xEF: return stream.writeCleanedScalar(of: text, at: index)
      default: stream.write("\u{FFFD}" as StaticString)
      }
      return index + 1
    }
  }

  /// Appends text with U+FFFD for what XML 1.0 cannot hold, as ``PortableText/cleaned(_:)`` does it.
  mutating func writeCleaned(_ text: UnsafeBufferPointer<UInt8>) {
    write(text) { byte in
      (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0xEF
    } replace: { stream, text, index in
      if text[index] == 0xEF { return stream.writeCleanedScalar(of: text, at: index) }
      stream.write("\u{FFFD}" as StaticString)
      return index + 1
    }
  }

  /// A scalar of the block U+F000…U+FFFF, of which XML refuses the last two.
  mutating func writeCleanedScalar(of text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let end = min(index + 3, text.count)
    if end - index == 3, text[index + 1] == 0xBF, text[index + 2] >= 0xBE {
      write("\u{FFFD}" as StaticString)
    } else {
      append(UnsafeBufferPointer(rebasing: text[index..<end]))
    }
    return end
  }

  /// An identifier as ``PortableText/identifier(_:)`` makes it, escaped for XML.
  mutating func writeXMLIdentifier(_ identifier: String) {
    let isPlain = identifier.withBytes { bytes in
      !bytes.isEmpty
        && bytes.allSatisfy { byte in
          byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "%") && byte != UInt8(ascii: "&")
            && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "\"")
        }
    }
    if isPlain { write(identifier) } else { writeXML(PortableText.identifier(identifier)) }
  }
}
