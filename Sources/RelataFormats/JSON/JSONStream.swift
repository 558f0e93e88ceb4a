/// Writes JSON without white space, keys in the order in which they come.
struct JSONStream: ~Copyable {
  var bytes: ByteStream
  private var needsComma = false

  init(_ bytes: consuming ByteStream = ByteStream()) { self.bytes = bytes }

  /// Writes JSON to a stream of bytes that others write to as well.
  static func write(to bytes: inout ByteStream, _ body: (inout JSONStream) -> Void) {
    var json = JSONStream(bytes)
    body(&json)
    bytes = json.end()
  }

  private consuming func end() -> ByteStream { bytes }

  /// Writes many values on lines of their own (``lineBreak()``), in parts on all processors.
  /// - Parameter write: writes the values of a range.
  mutating func lines(_ count: Int, _ write: @Sendable (Range<Int>, inout JSONStream) -> Void) {
    let hasValueBefore = needsComma
    bytes.writeInParts(of: count) { range, bytes in
      var json = JSONStream(bytes)
      json.needsComma = hasValueBefore || range.lowerBound > 0
      write(range, &json)
      bytes = json.end()
    }
    if count > 0 { needsComma = true }
  }

  /// Begins anew, in memory.
  mutating func clear() {
    bytes.truncate(to: 0)
    needsComma = false
  }

  mutating func object(_ members: (inout JSONStream) -> Void) {
    open(UInt8(ascii: "{"))
    members(&self)
    close(UInt8(ascii: "}"))
  }

  mutating func array(_ elements: (inout JSONStream) -> Void) {
    open(UInt8(ascii: "["))
    elements(&self)
    close(UInt8(ascii: "]"))
  }

  mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// - Parameter name: ASCII without anything to escape.
  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.write(name)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func member(_ name: StaticString, _ text: String) {
    key(name)
    string(text)
  }

  mutating func member(_ name: StaticString, _ number: Int) {
    key(name)
    self.number(number)
  }

  mutating func member(_ name: StaticString, _ flag: Bool) {
    key(name)
    raw(flag ? "true" : "false" as StaticString)
  }

  /// An array of strings; nothing where there are none.
  mutating func member(_ name: StaticString, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    key(name)
    array { json in for text in texts { json.string(text) } }
  }

  /// The shortest decimal that reads back as the same number; JSON has none for infinities, which become 0.
  mutating func member(_ name: StaticString, _ number: Double) {
    key(name)
    raw(number.isFinite ? String(number) : "0.0")
  }

  /// A text whose bytes need no escape.
  mutating func plain(_ write: (inout ByteStream) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    write(&bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func number(_ number: Int) {
    separate()
    bytes.write(number)
  }

  /// A value that is JSON already.
  mutating func raw(_ json: String) {
    separate()
    bytes.write(json)
  }

  mutating func raw(_ json: StaticString) {
    separate()
    bytes.write(json)
  }

  /// A line break between values, so that each top-level value stands on a line of its own.
  mutating func lineBreak() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// The end of a line in a file of JSON lines: what follows is a value of its own.
  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  mutating func string(_ text: String) { plain { $0.writeJSON(text) } }

  mutating func string(_ text: StaticString) { plain { $0.write(text) } }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }
}

extension ByteStream {
  /// A text between the quotation marks of JSON (RFC 8259 §7).
  mutating func writeJSON(_ text: String) {
    text.withBytes { text in
      write(text, special: SpecialBytes(UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F, 0x7F, 0x7F)) {
        stream, text, index in
        stream.writeJSONEscape(text[index])
        return index + 1
      }
    }
  }

  /// The same with escapes for U+FFFE and U+FFFF, too, so that XML can hold every character of it.
  mutating func writePortableJSON(_ text: String) {
    text.withBytes { text in
      write(text, special: SpecialBytes(UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F, 0xEF, 0xEF)) {
        stream, text, index in
        guard text[index] == 0xEF else {
          stream.writeJSONEscape(text[index])
          return index + 1
        }
        let end = min(index + 3, text.count)
        if end - index == 3, text[index + 1] == 0xBF, text[index + 2] >= 0xBE {
          stream.write(text[index + 2] == 0xBE ? "\\ufffe" : "\\uffff" as StaticString)
        } else {
          stream.append(UnsafeBufferPointer(rebasing: text[index..<end]))
        }
        return end
      }
    }
  }

  private mutating func writeJSONEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      append(UInt8(ascii: "\\"))
      append(byte)
    case 0x0A: write("\\n" as StaticString)
    default:
      let hex = String(byte, radix: 16)
      write("\\u00" + (hex.utf8.count == 1 ? "0" : "") + hex)
    }
  }
}
