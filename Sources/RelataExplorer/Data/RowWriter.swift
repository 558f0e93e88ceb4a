/// Writes JSON that can stand inside a `script` element: no `<` occurs in it.
///
/// Rows are arrays whose trailing unknown values are left out.
struct RowWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false
  /// Unknown values that have not been written yet: they are only if something follows them in the row.
  private var unknown = 0

  mutating func object(_ members: (inout RowWriter) -> Void) {
    nest(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
  }

  mutating func array(_ elements: (inout RowWriter) -> Void) {
    nest(UInt8(ascii: "["), UInt8(ascii: "]"), elements)
  }

  mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 { append(byte) }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func string(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  mutating func number(_ number: Int) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  mutating func number(_ number: Int?) {
    if let number { self.number(number) } else { null() }
  }

  /// A number with at most three decimals.
  mutating func number(_ number: Double) {
    guard number.isFinite, abs(number) < 1e12 else { return null() }
    separate()
    let thousandths = Int((abs(number) * 1000).rounded())
    var text = String(thousandths / 1000)
    var fraction = thousandths % 1000
    if fraction > 0 {
      var digits = 3
      while fraction % 10 == 0 { (fraction, digits) = (fraction / 10, digits - 1) }
      let decimals = String(fraction)
      text += "." + String(repeating: "0", count: digits - decimals.utf8.count) + decimals
    }
    bytes.append(contentsOf: ((number < 0 && thousandths > 0 ? "-" : "") + text).utf8)
  }

  mutating func number(_ number: Double?) {
    if let number { self.number(number) } else { null() }
  }

  /// The shortest decimal that reads back as the same number.
  mutating func exact(_ number: Double?) {
    guard let number, number.isFinite else { return null() }
    separate()
    let text = String(number)
    bytes.append(contentsOf: (text.hasSuffix(".0") ? text.dropLast(2) : text[...]).utf8)
  }

  mutating func flag(_ flag: Bool) { number(flag ? 1 : 0) }

  mutating func null() { unknown += 1 }

  /// JSON that was written elsewhere.
  mutating func raw(_ json: String) {
    separate()
    for byte in json.utf8 {
      if byte == UInt8(ascii: "<") { escape(byte) } else { bytes.append(byte) }
    }
  }

  /// A line break between rows, so that a person can look into the file.
  mutating func lineBreak() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout RowWriter) -> Void) {
    separate()
    bytes.append(open)
    let before = unknown
    (needsComma, unknown) = (false, 0)
    body(&self)
    bytes.append(close)
    (needsComma, unknown) = (true, before)
  }

  private mutating func separate() {
    for _ in 0..<unknown {
      if needsComma { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: "null".utf8)
      needsComma = true
    }
    unknown = 0
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func append(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case UInt8(ascii: "<"), ..<0x20: escape(byte)
    default: bytes.append(byte)
    }
  }

  private mutating func escape(_ byte: UInt8) {
    let hex = String(byte, radix: 16)
    bytes.append(contentsOf: ("\\u00" + (hex.utf8.count == 1 ? "0" : "") + hex).utf8)
  }
}
