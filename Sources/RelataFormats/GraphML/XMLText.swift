/// A piece of text of an XML file, not yet decoded.
struct XMLText {
  enum Kind {
    /// As it stands.
    case plain
    /// With references or carriage returns.
    case content
    /// With references or white space that an attribute turns into spaces.
    case attribute
    /// A CDATA section.
    case section
  }

  var range: Range<Int>
  var kind: Kind
  /// Whether it is white space as it stands.
  var isSpace = false
}

extension XMLScanner {
  func string(_ text: XMLText) throws(GraphFormatError) -> String {
    if text.kind == .plain {
      return bytes.withUnsafeBufferPointer {
        String(decoding: UnsafeBufferPointer(rebasing: $0[text.range]), as: UTF8.self)
      }
    }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(text.range.count)
    try append(text, to: &decoded)
    return String(decoding: decoded, as: UTF8.self)
  }

  /// A text that is likely to come again.
  mutating func repeatedString(_ text: XMLText) throws(GraphFormatError) -> String {
    guard text.kind == .plain else { return try string(text) }
    return bytes.withUnsafeBufferPointer { pool.string(UnsafeBufferPointer(rebasing: $0[text.range])) }
  }

  /// Appends the text with its references and line ends resolved (XML 1.0 §2.11, §3.3.3, §4.1).
  func append(_ text: XMLText, to decoded: inout [UInt8]) throws(GraphFormatError) {
    if text.kind == .plain {
      decoded.append(contentsOf: bytes[text.range])
      return
    }
    var position = text.range.lowerBound
    while position < text.range.upperBound {
      bytes.withUnsafeBufferPointer { bytes in
        let ampersand = UInt8(ascii: "&")
        let special = SpecialBytes(ampersand, ampersand, ampersand, ampersand, ampersand)
        let end = special.first(
          in: UnsafeBufferPointer(rebasing: bytes[..<text.range.upperBound]), from: position)
        decoded.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[position..<end]))
        position = end
      }
      guard position < text.range.upperBound else { break }
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "&") where text.kind != .section:
        position = try appendReference(at: position, before: text.range.upperBound, to: &decoded)
      case 0x0D:
        // A carriage return counts as a line feed, with or without one behind it.
        if position + 1 >= text.range.upperBound || bytes[position + 1] != 0x0A {
          decoded.append(text.kind == .attribute ? 0x20 : 0x0A)
        }
        position += 1
      case 0x0A where text.kind == .attribute, 0x09 where text.kind == .attribute:
        decoded.append(0x20)
        position += 1
      default:
        decoded.append(byte)
        position += 1
      }
    }
  }

  /// - Returns: the position behind the reference.
  private func appendReference(
    at start: Int, before limit: Int, to decoded: inout [UInt8]
  ) throws(GraphFormatError) -> Int {
    var end = start + 1
    while end < limit, end - start <= 12, bytes[end] != UInt8(ascii: ";") { end += 1 }
    guard end < limit, bytes[end] == UInt8(ascii: ";") else {
      throw error(at: start, "“&” that begins no reference")
    }
    let name = start + 1..<end
    if isEqual(name, "quot") {
      decoded.append(UInt8(ascii: "\""))
    } else if isEqual(name, "amp") {
      decoded.append(UInt8(ascii: "&"))
    } else if isEqual(name, "lt") {
      decoded.append(UInt8(ascii: "<"))
    } else if isEqual(name, "gt") {
      decoded.append(UInt8(ascii: ">"))
    } else if isEqual(name, "apos") {
      decoded.append(UInt8(ascii: "'"))
    } else if let scalar = character(name) {
      decoded.append(contentsOf: String(scalar).utf8)
    } else {
      throw error(
        at: start, "“&\(String(decoding: bytes[name], as: UTF8.self));” is no reference that XML defines")
    }
    return end + 1
  }

  private func character(_ name: Range<Int>) -> Unicode.Scalar? {
    guard bytes[name.lowerBound] == UInt8(ascii: "#"), name.count > 1 else { return nil }
    let isHexadecimal = bytes[name.lowerBound + 1] == UInt8(ascii: "x")
    let digits = bytes[name].dropFirst(isHexadecimal ? 2 : 1)
    guard digits.first.map({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) == true,
      let code = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10),
      let scalar = Unicode.Scalar(code), PortableText.isAllowed(scalar)
    else { return nil }
    return scalar
  }
}
