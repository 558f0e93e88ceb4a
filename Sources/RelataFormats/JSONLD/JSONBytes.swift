/// Writes JSON without white space into a byte buffer, keys in the order in which they come.
struct JSONBytes {
  var bytes: [UInt8] = []
  private var needsComma = false

  mutating func object(_ members: (inout JSONBytes) -> Void) {
    open(UInt8(ascii: "{"))
    members(&self)
    close(UInt8(ascii: "}"))
  }

  mutating func array(_ elements: (inout JSONBytes) -> Void) {
    open(UInt8(ascii: "["))
    elements(&self)
    close(UInt8(ascii: "]"))
  }

  mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func member(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  mutating func member(_ name: String, _ number: Int) {
    key(name)
    raw(String(number))
  }

  mutating func member(_ name: String, _ flag: Bool) {
    key(name)
    raw(flag ? "true" : "false")
  }

  /// An array of strings; nothing where there are none.
  mutating func member(_ name: String, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    key(name)
    array { json in for text in texts { json.string(text) } }
  }

  /// The shortest decimal that reads back as the same number; JSON has none for infinities, which become 0.
  mutating func member(_ name: String, _ number: Double) {
    key(name)
    raw(number.isFinite ? String(number) : "0.0")
  }

  /// A value that is JSON already.
  mutating func raw(_ json: String) {
    separate()
    bytes.write(json)
  }

  /// A line break between values, so that each top-level value stands on a line of its own.
  mutating func lineBreak() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// The end of a file of JSON lines' line: what follows is a value of its own.
  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case UInt8(ascii: "\n"): bytes.write("\\n" as StaticString)
      case 0..<0x20, 0x7F:
        let hex = String(byte, radix: 16)
        bytes.write("\\u00" + (hex.utf8.count == 1 ? "0" : "") + hex)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

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
