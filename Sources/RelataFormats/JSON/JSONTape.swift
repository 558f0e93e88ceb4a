/// The values of a JSON text (RFC 8259) in the order in which they stand there, found
/// well-formed but not yet read.
///
/// A value is called by its index. It is read from the text when it is asked for, so that what nobody asks
/// for costs no memory, and a long file can be taken value by value with the same tape.
///
/// The idea of the tape: G. Langdale and D. Lemire, Parsing Gigabytes of JSON per Second, 2019.
struct JSONTape {
  enum Kind: UInt8 {
    case object, array
    /// A text, or the key of a member, which its value follows.
    case string
    /// The same with escapes.
    case escaped
    case number, `true`, `false`, null
  }

  struct Entry {
    var kind: Kind
    /// Of a text without its quotation marks.
    var range: Range<Int>
    /// The index behind the value and all that is in it.
    var next: Int
  }

  /// Deeper nesting than any graph has is refused before it fills the stack.
  private static let maximumDepth = 64

  let bytes: [UInt8]
  private(set) var entries: [Entry] = []
  /// Where the next value is looked for.
  private(set) var position = 0
  private var depth = 0
  /// Whether `NaN` and `Infinity` are numbers, which JSON has not but Python writes.
  private let allowsNonFinite: Bool

  /// - Throws: ``JSONLDError`` where a byte is not UTF-8.
  init(_ bytes: [UInt8], allowsNonFinite: Bool = false) throws(JSONLDError) {
    self.bytes = bytes
    self.allowsNonFinite = allowsNonFinite
    if let offset = UTF8Text.firstRefused(in: bytes, .unicode) {
      throw error(at: offset, "a byte that is not UTF-8")
    }
    // A byte order mark, which editors add.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  func error(at offset: Int, _ reason: String) -> JSONLDError {
    let error = GraphFormatError(at: offset, of: bytes, reason)
    return JSONLDError(line: error.line, column: error.column, reason: reason)
  }

  private func error(_ reason: String) -> JSONLDError { error(at: position, reason) }

  // MARK: A file, value by value

  /// The next byte that is no white space; nil at the end.
  mutating func peek() -> UInt8? {
    skipSpace()
    return position < bytes.count ? bytes[position] : nil
  }

  mutating func accept(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    position += 1
    return true
  }

  /// Replaces the tape's contents by the next value, which gets the index 0.
  /// - Complexity: O(length of the value).
  mutating func readValue() throws(JSONLDError) {
    entries.removeAll(keepingCapacity: true)
    depth = 0
    try scanValue()
  }

  /// Reads a key and the colon behind it.
  mutating func readKey() throws(JSONLDError) -> String {
    entries.removeAll(keepingCapacity: true)
    try scanKey()
    return string(0)
  }

  func endOfList(_ closing: UInt8) -> JSONLDError {
    position < bytes.count
      ? error("“,” or “\(Character(Unicode.Scalar(closing)))” was expected")
      : error("the JSON ends too early")
  }

  mutating func readEnd() throws(JSONLDError) {
    if peek() != nil { throw error("there is something after the end of the JSON value") }
  }

  // MARK: Scanning

  @inline(__always)
  private mutating func skipSpace() {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      position += 1
    }
  }

  private mutating func scanValue() throws(JSONLDError) {
    skipSpace()
    guard position < bytes.count else { throw error("the JSON ends too early") }
    switch bytes[position] {
    case UInt8(ascii: "{"): try scanObject()
    case UInt8(ascii: "["): try scanArray()
    case UInt8(ascii: "\""): try scanString()
    case UInt8(ascii: "-") where allowsNonFinite && acceptNonFinite(): return
    case UInt8(ascii: "-"), 0x30...0x39: try scanNumber()
    default:
      for (word, kind) in [("true", Kind.true), ("false", .false), ("null", .null)]
      where bytes[position...].starts(with: word.utf8) {
        append(kind, position..<position + word.utf8.count)
        position += word.utf8.count
        return
      }
      if allowsNonFinite, acceptNonFinite() { return }
      throw error("a JSON value was expected")
    }
  }

  private mutating func acceptNonFinite() -> Bool {
    for word in ["NaN", "Infinity", "-Infinity"] where bytes[position...].starts(with: word.utf8) {
      append(.number, position..<position + word.utf8.count)
      position += word.utf8.count
      return true
    }
    return false
  }

  private mutating func append(_ kind: Kind, _ range: Range<Int>) {
    entries.append(Entry(kind: kind, range: range, next: entries.count + 1))
  }

  /// Enters an object or array; its index.
  private mutating func open(_ kind: Kind) throws(JSONLDError) -> Int {
    guard depth < Self.maximumDepth else { throw error("the JSON is nested too deeply") }
    depth += 1
    append(kind, position..<position)
    position += 1
    return entries.count - 1
  }

  private mutating func close(_ index: Int) {
    depth -= 1
    position += 1
    entries[index].range = entries[index].range.lowerBound..<position
    entries[index].next = entries.count
  }

  private mutating func scanObject() throws(JSONLDError) {
    let index = try open(.object)
    skipSpace()
    if position < bytes.count, bytes[position] == UInt8(ascii: "}") { return close(index) }
    while true {
      try scanKey()
      try scanValue()
      skipSpace()
      guard position < bytes.count else { throw error("the JSON ends too early") }
      if bytes[position] == UInt8(ascii: "}") { return close(index) }
      guard bytes[position] == UInt8(ascii: ",") else { throw endOfList(UInt8(ascii: "}")) }
      position += 1
    }
  }

  private mutating func scanKey() throws(JSONLDError) {
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      throw error("a key in quotation marks was expected")
    }
    try scanString()
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else {
      throw error("“:” was expected after a key")
    }
    position += 1
  }

  private mutating func scanArray() throws(JSONLDError) {
    let index = try open(.array)
    skipSpace()
    if position < bytes.count, bytes[position] == UInt8(ascii: "]") { return close(index) }
    while true {
      try scanValue()
      skipSpace()
      guard position < bytes.count else { throw error("the JSON ends too early") }
      if bytes[position] == UInt8(ascii: "]") { return close(index) }
      guard bytes[position] == UInt8(ascii: ",") else { throw endOfList(UInt8(ascii: "]")) }
      position += 1
    }
  }

  private mutating func scanNumber() throws(JSONLDError) {
    let start = position
    var isInteger = true
    scan: while position < bytes.count {
      switch bytes[position] {
      case 0x30...0x39: break
      case UInt8(ascii: "-") where position == start: break
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "E"), UInt8(ascii: "e"):
        isInteger = false
      default: break scan
      }
      position += 1
    }
    append(.number, start..<position)
    if isInteger, position - start <= 18, bytes[position - 1] != UInt8(ascii: "-") { return }
    let text = string(entries.count - 1)
    guard Double(text) != nil else { throw error("“\(shortened(text))” is not a number") }
  }

  private mutating func scanString() throws(JSONLDError) {
    let start = position + 1
    // To the first byte that is more than text.
    var end = Self.endOfText(in: bytes, from: start)
    var kind = Kind.string
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      position = end
      guard bytes[end] == UInt8(ascii: "\\") else {
        throw error("a text holds a control character or does not end")
      }
      kind = .escaped
      var escape = JSONEscape(at: end)
      if let reason = escape.read(bytes) { throw error(at: escape.end, reason) }
      end = Self.endOfText(in: bytes, from: escape.end)
    }
    position = end
    guard end < bytes.count else { throw error("the JSON ends too early") }
    append(kind, start..<end)
    position = end + 1
  }

  private static func endOfText(in bytes: [UInt8], from start: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      SpecialBytes(
        UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "\\"), UInt8(ascii: "\\"), UInt8(ascii: "\\")
      )
      .first(in: bytes, from: start)
    }
  }
}
