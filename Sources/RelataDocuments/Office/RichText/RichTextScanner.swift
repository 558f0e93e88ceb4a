/// Cuts Rich Text Format into its tokens (RTF 1.9.1, "Basic Entities").
struct RichTextScanner {
  enum Token: Hashable, Sendable {
    case open, close
    /// `\name`, `\name12`: a control word with its number.
    case word(String, Int?)
    /// `\~`: a control symbol.
    case symbol(UInt8)
    /// `\'e9`: a byte of the text in hexadecimal.
    case byte(UInt8)
    /// Bytes that stand for themselves.
    case text(Range<Int>)
  }

  private let bytes: [UInt8]
  private(set) var position: Int

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    position = start
  }

  /// - Complexity: O(n) for all of them together.
  mutating func next() -> Token? {
    // Line ends are no part of the text.
    while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D { position += 1 }
    guard position < bytes.count else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "{"):
      position += 1
      return .open
    case UInt8(ascii: "}"):
      position += 1
      return .close
    case UInt8(ascii: "\\"):
      position += 1
      return control()
    default:
      let start = position
      while position < bytes.count, Self.isText(bytes[position]) { position += 1 }
      return .text(start..<position)
    }
  }

  private mutating func control() -> Token? {
    guard position < bytes.count else { return nil }
    let start = position
    while position < bytes.count, Self.isLetter(bytes[position]) { position += 1 }
    guard position > start else { return symbol() }
    let name = String(decoding: bytes[start..<min(position, start + 32)], as: UTF8.self)
    let number = number()
    if position < bytes.count, bytes[position] == 0x20 { position += 1 }
    if name == "bin" {
      // So many bytes of a picture follow.
      position += min(max(number ?? 0, 0), bytes.count - position)
    }
    return .word(name, number)
  }

  private mutating func symbol() -> Token {
    let symbol = bytes[position]
    position += 1
    guard symbol == UInt8(ascii: "'") else { return .symbol(symbol) }
    guard position + 1 < bytes.count, let high = Self.digit(bytes[position]),
      let low = Self.digit(bytes[position + 1])
    else { return .symbol(symbol) }
    position += 2
    return .byte(high << 4 | low)
  }

  private mutating func number() -> Int? {
    var index = position
    let isNegative = index < bytes.count && bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    let start = index
    var value = 0
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
      // More digits than a number has are passed over.
      if index - start < 10 { value = value * 10 + Int(bytes[index] - 0x30) }
      index += 1
    }
    guard index > start else { return nil }
    position = index
    return isNegative ? -value : value
  }

  private static func isText(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A, 0x0D, UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"): false
    default: true
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x61...0x66: byte - 0x57
    case 0x41...0x46: byte - 0x37
    default: nil
    }
  }
}
