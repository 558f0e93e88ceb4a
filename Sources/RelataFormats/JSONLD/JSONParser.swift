/// A strict parser of JSON (RFC 8259) from bytes, which knows the line of an error.
struct JSONParser {
  /// Deeper nesting than any graph has is refused before it fills the stack.
  private static let maximumDepth = 64

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var depth = 0

  /// - Complexity: O(number of bytes).
  static func parse(_ bytes: [UInt8]) throws(JSONLDError) -> JSONValue {
    var parser = JSONParser(bytes: bytes)
    // A byte order mark, which editors add.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.position = 3 }
    let value = try parser.value()
    parser.skipSpace()
    if parser.position < bytes.count {
      throw parser.error("there is something after the end of the JSON value")
    }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func error(_ reason: String) -> JSONLDError {
    JSONLDError(line: line, column: GraphFileError(at: position, of: bytes, reason).column, reason: reason)
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      if byte == 0x0A { line += 1 }
      position += 1
    }
  }

  private mutating func accept(_ byte: Character) -> Bool {
    guard current == byte.asciiValue else { return false }
    position += 1
    return true
  }

  private mutating func value() throws(JSONLDError) -> JSONValue {
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return try nested { (parser) throws(JSONLDError) in try parser.object() }
    case UInt8(ascii: "["): return try nested { (parser) throws(JSONLDError) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case let byte? where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte): return try number()
    case nil: throw error("the JSON ends too early")
    default:
      for (word, value) in [("true", JSONValue.flag(true)), ("false", .flag(false)), ("null", .null)]
      where bytes[position...].starts(with: word.utf8) {
        position += word.utf8.count
        return value
      }
      throw error("a JSON value was expected")
    }
  }

  private mutating func nested(
    _ body: (inout JSONParser) throws(JSONLDError) -> JSONValue
  ) throws(JSONLDError) -> JSONValue {
    guard depth < Self.maximumDepth else { throw error("the JSON is nested too deeply") }
    depth += 1
    position += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(JSONLDError) -> JSONValue {
    var object = JSONObject(line: line, members: [:])
    skipSpace()
    if accept("}") { return .object(object) }
    repeat {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw error("a key in quotation marks was expected") }
      let key = try string()
      skipSpace()
      guard accept(":") else { throw error("“:” was expected after a key") }
      object.members[key] = try value()
      skipSpace()
    } while accept(",")
    guard accept("}") else {
      throw error(current == nil ? "the JSON ends too early" : "“,” or “}” was expected")
    }
    return .object(object)
  }

  private mutating func array() throws(JSONLDError) -> JSONValue {
    var elements: [JSONValue] = []
    skipSpace()
    if accept("]") { return .array(elements) }
    repeat {
      elements.append(try value())
      skipSpace()
    } while accept(",")
    guard accept("]") else {
      throw error(current == nil ? "the JSON ends too early" : "“,” or “]” was expected")
    }
    return .array(elements)
  }

  private mutating func number() throws(JSONLDError) -> JSONValue {
    let start = position
    while let byte = current, (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte) {
      position += 1
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard Double(text)?.isFinite == true else { throw error("“\(text)” is not a number") }
    return .number(text)
  }

  private mutating func string() throws(JSONLDError) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        let string = String(decoding: text, as: UTF8.self)
        // Decoding repairs what is malformed; a repaired text differs.
        guard string.utf8.elementsEqual(text) else { throw error("a text is not UTF-8") }
        return string
      case UInt8(ascii: "\\"): text.append(contentsOf: String(try escape()).utf8)
      case 0..<0x20: throw error("a text holds a control character or does not end")
      default:
        text.append(byte)
        position += 1
      }
    }
    throw error("the JSON ends too early")
  }

  private mutating func escape() throws(JSONLDError) -> Unicode.Scalar {
    position += 1
    guard let byte = current else { throw error("the JSON ends too early") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      var code = try fourDigits()
      if (0xD800..<0xDC00).contains(code), accept("\\"), accept("u") {
        let low = try fourDigits()
        guard (0xDC00..<0xE000).contains(low) else { throw error("half of a surrogate pair") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw error("half of a surrogate pair") }
      return scalar
    default: throw error("an unknown escape in a text")
    }
  }

  private mutating func fourDigits() throws(JSONLDError) -> UInt32 {
    let digits = bytes[position..<min(position + 4, bytes.count)]
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw error("“\\u” needs four hexadecimal digits") }
    position += 4
    return code
  }
}
