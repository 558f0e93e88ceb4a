/// A strict pull parser of XML 1.0 over bytes: the next tag or piece of text at each call,
/// nothing kept but the open tags.
///
/// It is as small as data files need, and refuses what could do harm: a document type declaration with
/// declarations of its own (entities, external or nested ones, are declared nowhere else), any encoding but
/// UTF-8, and nesting deeper than ``maximumDepth``. A document type that only names a DTD is passed over;
/// nothing is ever fetched.
///
/// Specification: https://www.w3.org/TR/xml/
struct XMLScanner {
  enum Event {
    /// ``name`` and ``attributes`` are those of the tag.
    case start
    case end
    /// ``text`` is a piece of text; comments and sections divide a text into several.
    case text
    /// After the root element.
    case finished
  }

  struct Attribute {
    /// The whole name, with its prefix.
    var name: Range<Int>
    var value: XMLText
  }

  static let maximumDepth = 256
  static let maximumAttributes = 256

  let bytes: [UInt8]
  /// Where the last event begins.
  private(set) var start = 0
  /// The name of the last tag, without its prefix.
  private(set) var name = 0..<0
  private(set) var attributes: [Attribute] = []
  private(set) var text = XMLText(range: 0..<0, kind: .plain)
  var pool = StringPool()
  private var position = 0
  /// The whole names of the elements that are open.
  private var open: [Range<Int>] = []
  private var isEmptyElement = false
  private var hasRoot = false

  /// - Throws: where a byte is not UTF-8 or not a character of XML.
  /// - Complexity: O(number of bytes).
  init(_ bytes: [UInt8]) throws(GraphFormatError) {
    self.bytes = bytes
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      throw GraphFormatError(at: 0, of: bytes, "the file is UTF-16; convert it with “iconv -t UTF-8”")
    }
    if let offset = UTF8Text.firstRefused(in: bytes, .xml) {
      throw GraphFormatError(
        at: offset, of: bytes, "a byte that is not UTF-8, or a character that XML cannot hold")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    if bytes[position...].starts(with: "<?xml".utf8) { try declaration() }
  }

  func error(_ reason: String) -> GraphFormatError { error(at: start, reason) }

  func error(at offset: Int, _ reason: String) -> GraphFormatError {
    GraphFormatError(at: offset, of: bytes, reason)
  }

  /// How many elements are open.
  var depth: Int { open.count }

  func isNamed(_ other: StaticString) -> Bool { isEqual(name, other) }

  /// The value of an attribute of the last tag, by its name without a prefix.
  /// - Parameter isRepeated: whether the value is likely to come again.
  mutating func attribute(
    _ wanted: StaticString, isRepeated: Bool = false
  ) throws(GraphFormatError) -> String? {
    for attribute in attributes where isEqual(attribute.name, wanted) {
      return isRepeated ? try repeatedString(attribute.value) : try string(attribute.value)
    }
    return nil
  }

  func isEqual(_ range: Range<Int>, _ other: StaticString) -> Bool {
    guard range.count == other.utf8CodeUnitCount else { return false }
    return other.withUTF8Buffer { buffer in
      for index in 0..<buffer.count where bytes[range.lowerBound + index] != buffer[index] { return false }
      return true
    }
  }

  mutating func next() throws(GraphFormatError) -> Event {
    if isEmptyElement {
      isEmptyElement = false
      open.removeLast()
      return .end
    }
    while true {
      start = position
      guard position < bytes.count else {
        if let element = open.last {
          throw error("the file ends inside <\(String(decoding: bytes[element], as: UTF8.self))>")
        }
        guard hasRoot else { throw error("there is no XML element") }
        return .finished
      }
      guard bytes[position] == UInt8(ascii: "<") else {
        try scanText()
        if open.isEmpty { continue }
        return .text
      }
      position += 1
      switch position < bytes.count ? bytes[position] : 0 {
      case UInt8(ascii: "/"):
        try endTag()
        return .end
      case UInt8(ascii: "?"): try skip(to: "?>", "a processing instruction")
      case UInt8(ascii: "!"):
        if accept("!--") {
          try skip(to: "--", "a comment")
          guard accept(">") else { throw error(at: position, "“--” inside a comment") }
        } else if accept("![CDATA[") {
          guard !open.isEmpty else { throw error("text outside the root element") }
          let begin = position
          try skip(to: "]]>", "a CDATA section")
          text = XMLText(range: begin..<position - 3, kind: .section)
          return .text
        } else if accept("!DOCTYPE") {
          try skipDocumentType()
        } else {
          throw error("markup that is not XML")
        }
      default:
        try startTag()
        return .start
      }
    }
  }

  // MARK: Tags

  private mutating func startTag() throws(GraphFormatError) {
    if open.isEmpty, hasRoot { throw error("a second root element") }
    hasRoot = true
    let whole = try scanName()
    name = localName(whole)
    attributes.removeAll(keepingCapacity: true)
    while true {
      let hadSpace = skipSpace()
      guard position < bytes.count else { throw error(at: position, "the file ends inside a tag") }
      let byte = bytes[position]
      if byte == UInt8(ascii: ">") {
        position += 1
        break
      }
      if byte == UInt8(ascii: "/") {
        position += 1
        guard accept(">") else { throw error(at: position, "“>” was expected after “/”") }
        isEmptyElement = true
        break
      }
      guard hadSpace else { throw error(at: position, "a space was expected before an attribute") }
      try scanAttribute()
    }
    guard open.count < Self.maximumDepth else {
      throw error("more than \(Self.maximumDepth) elements in each other")
    }
    open.append(whole)
  }

  private mutating func scanAttribute() throws(GraphFormatError) {
    let name = try scanName()
    for other in attributes where hasSameBytes(other.name, name) {
      throw error(
        at: name.lowerBound,
        "the attribute \(String(decoding: bytes[name], as: UTF8.self)) stands there twice")
    }
    guard attributes.count < Self.maximumAttributes else {
      throw error("more than \(Self.maximumAttributes) attributes")
    }
    _ = skipSpace()
    guard accept("=") else { throw error(at: position, "“=” was expected after an attribute's name") }
    _ = skipSpace()
    guard position < bytes.count,
      bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
    else {
      throw error(at: position, "an attribute's value in quotation marks was expected")
    }
    let quote = bytes[position]
    position += 1
    let begin = position
    var kind = XMLText.Kind.plain
    while position < bytes.count, bytes[position] != quote {
      switch bytes[position] {
      case UInt8(ascii: "<"): throw error(at: position, "“<” inside an attribute's value")
      case UInt8(ascii: "&"), 0x09, 0x0A, 0x0D: kind = .attribute
      default: break
      }
      position += 1
    }
    guard position < bytes.count else { throw error(at: begin - 1, "an attribute's value does not end") }
    attributes.append(Attribute(name: name, value: XMLText(range: begin..<position, kind: kind)))
    position += 1
  }

  private mutating func endTag() throws(GraphFormatError) {
    position += 1
    let whole = try scanName()
    _ = skipSpace()
    guard accept(">") else { throw error(at: position, "“>” was expected at the end of a tag") }
    guard let expected = open.popLast(), hasSameBytes(expected, whole) else {
      throw error(
        "</\(shortened(String(decoding: bytes[whole], as: UTF8.self)))> ends an element that is not open here"
      )
    }
    name = localName(whole)
  }

  private func hasSameBytes(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count else { return false }
    for index in 0..<a.count where bytes[a.lowerBound + index] != bytes[b.lowerBound + index] { return false }
    return true
  }

  private func localName(_ whole: Range<Int>) -> Range<Int> {
    for index in whole where bytes[index] == UInt8(ascii: ":") { return index + 1..<whole.upperBound }
    return whole
  }

  private mutating func scanName() throws(GraphFormatError) -> Range<Int> {
    let begin = position
    while position < bytes.count, XMLCharacters.isName(bytes[position]) { position += 1 }
    guard begin < position, XMLCharacters.isNameStart(bytes[begin]) else {
      throw error(at: begin, begin < bytes.count ? "a name was expected here" : "the file ends inside a tag")
    }
    return begin..<position
  }

  // MARK: Leaves

  /// An element with a single attribute and nothing but text in it.
  struct Leaf {
    var attribute: Range<Int>
    var text: XMLText
  }

  /// Takes the next child where it is a leaf of that name, written as nearly every program writes it:
  /// `<name attribute="…">text</name>`. Anything else is left for ``next()``; the result would be the same,
  /// but large files are nearly all leaves, and three events for each take three times as long.
  mutating func leaf(_ name: StaticString, _ attribute: StaticString) -> Leaf? {
    guard !isEmptyElement else { return nil }
    let begin = position
    let found: (leaf: Leaf, end: Int)? = bytes.withUnsafeBufferPointer { bytes in
      var index = begin
      let count = bytes.count
      func accept(_ expected: StaticString) -> Bool {
        let length = expected.utf8CodeUnitCount
        guard index + length <= count else { return false }
        let start = expected.utf8Start
        for offset in 0..<length where bytes[index + offset] != start[offset] { return false }
        index += length
        return true
      }
      while index < count, XMLCharacters.isSpace(bytes[index]) { index += 1 }
      guard accept("<"), accept(name), accept(" "), accept(attribute), accept("=\"") else { return nil }
      let value = index
      while index < count, bytes[index] != UInt8(ascii: "\"") {
        // What is no plain text needs a closer look.
        let byte = bytes[index]
        if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte < 0x20 { return nil }
        index += 1
      }
      let valueEnd = index
      guard accept("\">") else { return nil }
      let text = index
      var kind = XMLText.Kind.plain
      let markup = SpecialBytes(
        UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: ">"), UInt8(ascii: ">"), UInt8(ascii: ">"))
      content: while true {
        index = markup.first(in: bytes, from: index)
        guard index < count else { return nil }
        switch bytes[index] {
        case UInt8(ascii: "<"): break content
        case UInt8(ascii: "&"): kind = .content
        case UInt8(ascii: ">"), 0x0D: return nil
        default: break
        }
        index += 1
      }
      let textEnd = index
      guard accept("</"), accept(name), accept(">") else { return nil }
      return (Leaf(attribute: value..<valueEnd, text: XMLText(range: text..<textEnd, kind: kind)), index)
    }
    guard let found else { return nil }
    start = found.leaf.attribute.lowerBound
    position = found.end
    return found.leaf
  }

  // MARK: Text

  private mutating func scanText() throws(GraphFormatError) {
    let begin = position
    var kind = XMLText.Kind.plain
    var isSpace = true
    scan: while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "<"): break scan
      case UInt8(ascii: "&"), 0x0D:
        kind = .content
        if byte != 0x0D { isSpace = false }
      case UInt8(ascii: ">"):
        isSpace = false
        if position >= begin + 2, bytes[position - 1] == UInt8(ascii: "]"),
          bytes[position - 2] == UInt8(ascii: "]")
        {
          throw error(at: position - 2, "“]]>” inside a text")
        }
      case 0x20, 0x0A, 0x09: break
      default: isSpace = false
      }
      position += 1
    }
    if open.isEmpty, !isSpace {
      throw error("text outside the root element: this is not XML, or not all of it")
    }
    text = XMLText(range: begin..<position, kind: kind, isSpace: isSpace)
  }

  // MARK: What is passed over

  private mutating func skipDocumentType() throws(GraphFormatError) {
    guard !hasRoot else { throw error("a document type after the root element") }
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: ">"):
        position += 1
        return
      case UInt8(ascii: "["):
        throw error("a document type with declarations (entities) is refused; remove <!DOCTYPE … [ … ]>")
      case let quote where quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"):
        position += 1
        while position < bytes.count, bytes[position] != quote { position += 1 }
        position += 1
      default: position += 1
      }
    }
    throw error("the file ends inside <!DOCTYPE")
  }

  private mutating func declaration() throws(GraphFormatError) {
    let begin = position
    try skip(to: "?>", "the XML declaration")
    let text = String(decoding: bytes[begin..<position], as: UTF8.self)
    guard let name = text.encodingRange else { return }
    guard ["utf-8", "utf8", "us-ascii", "ascii"].contains(text[name].lowercased()) else {
      throw error(at: begin, "the encoding is \(shortened(text[name])); convert the file to UTF-8 with iconv")
    }
  }

  private mutating func skip(to end: StaticString, _ what: String) throws(GraphFormatError) {
    let first = end.withUTF8Buffer { $0.first ?? 0 }
    while position < bytes.count {
      if bytes[position] == first, accept(end) { return }
      position += 1
    }
    throw error("\(what) does not end")
  }

  private mutating func skipSpace() -> Bool {
    let begin = position
    while position < bytes.count, XMLCharacters.isSpace(bytes[position]) { position += 1 }
    return position > begin
  }

  private mutating func accept(_ expected: StaticString) -> Bool {
    let end = position + expected.utf8CodeUnitCount
    guard end <= bytes.count, isEqual(position..<end, expected) else { return false }
    position = end
    return true
  }
}

extension String {
  /// The value of `encoding` in an XML declaration.
  fileprivate var encodingRange: Range<Index>? {
    guard let key = firstRange(of: "encoding"),
      let open = self[key.upperBound...].firstIndex(where: { $0 == "\"" || $0 == "'" })
    else { return nil }
    let begin = index(after: open)
    guard let close = self[begin...].firstIndex(of: self[open]) else { return nil }
    return begin..<close
  }
}
