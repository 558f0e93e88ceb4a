/// Finds the values of a JSON text.
struct JSONScanner {
  typealias Failure = JSONTape.Failure

  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var entries: [JSONTape.Entry] = []
  private var position = 0
  /// The objects and arrays that are open.
  private var open: [Int] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    entries.reserveCapacity(64)
  }

  /// One value and nothing behind it.
  mutating func scan() throws(Failure) {
    repeat {
      try scanValueOrOpen()
      try closeOrGoOn()
    } while !open.isEmpty
    skipSpace()
    if position < bytes.count { throw failure("something follows the end of the JSON value") }
  }

  /// Reads a value; of an object or array its beginning and, unless it is empty, what
  /// comes before its first value.
  private mutating func scanValueOrOpen() throws(Failure) {
    while true {
      skipSpace()
      guard position < bytes.count else { throw failure("the JSON ends too early") }
      guard entries.count < JSONTape.most else {
        throw Failure(
          offset: position, error: .tooLarge(what: "JSON values in one record", limit: JSONTape.most))
      }
      let byte = bytes[position]
      guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") else { return try scanScalar(byte) }
      guard open.count < JSONTape.deepest else {
        throw Failure(
          offset: position, error: .tooLarge(what: "levels of nested JSON", limit: JSONTape.deepest))
      }
      open.append(entries.count)
      append(byte == UInt8(ascii: "{") ? .object : .array, position, position)
      position += 1
      skipSpace()
      if position < bytes.count, bytes[position] == byte + 2 { return }
      if byte == UInt8(ascii: "{") { try scanKey() }
    }
  }

  /// Closes what ends here; goes to the next value of what does not.
  private mutating func closeOrGoOn() throws(Failure) {
    while let index = open.last {
      skipSpace()
      guard position < bytes.count else { throw failure("the JSON ends too early") }
      let isObject = entries[index].kind == .object
      let byte = bytes[position]
      if byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
        position += 1
        open.removeLast()
        entries[index].end = UInt32(position)
        entries[index].next = UInt32(entries.count)
        continue
      }
      guard byte == UInt8(ascii: ",") else {
        throw failure("“,” or “\(isObject ? "}" : "]")” was expected")
      }
      position += 1
      if isObject { try scanKey() }
      return
    }
  }

  private mutating func scanKey() throws(Failure) {
    skipSpace()
    guard position < bytes.count else { throw failure("the JSON ends too early") }
    guard bytes[position] == UInt8(ascii: "\"") else {
      throw failure("a key in quotation marks was expected")
    }
    try scanString()
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else {
      throw failure("“:” was expected after a key")
    }
    position += 1
  }

  private mutating func scanScalar(_ byte: UInt8) throws(Failure) {
    switch byte {
    case UInt8(ascii: "\""): return try scanString()
    case UInt8(ascii: "-"), 0x30...0x39: if try scanNumber() { return }
    default: break
    }
    for (word, kind) in Self.words where bytes[position...].starts(with: word) {
      append(kind, position, position + word.count)
      position += word.count
      return
    }
    throw failure("a JSON value was expected")
  }

  private static let words: [([UInt8], JSONTape.Kind)] = [
    (Array("true".utf8), .true), (Array("false".utf8), .false), (Array("null".utf8), .null),
    (Array("NaN".utf8), .null), (Array("Infinity".utf8), .null), (Array("-Infinity".utf8), .null),
  ]

  private mutating func scanNumber() throws(Failure) -> Bool {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    guard digits() > 0 else {
      position = start
      return false
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      if digits() == 0 { throw failure("a digit was expected") }
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
      {
        position += 1
      }
      if digits() == 0 { throw failure("a digit was expected") }
    }
    append(.number, start, position)
    return true
  }

  private mutating func digits() -> Int {
    let start = position
    while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 { position += 1 }
    return position - start
  }

  private mutating func scanString() throws(Failure) {
    let start = position + 1
    var kind = JSONTape.Kind.string
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        append(kind, start, index)
        position = index + 1
        return
      }
      if byte == UInt8(ascii: "\\") {
        kind = .escaped
        position = index
        index += try lengthOfEscape(at: index)
      } else {
        index += 1
      }
    }
    position = bytes.count
    throw failure("the JSON ends within a text in quotation marks")
  }

  private func lengthOfEscape(at index: Int) throws(Failure) -> Int {
    guard index + 1 < bytes.count else { throw failure("the JSON ends too early") }
    switch bytes[index + 1] {
    case UInt8(ascii: "u"):
      guard index + 5 < bytes.count, (2...5).allSatisfy({ Self.hexadecimal(bytes[index + $0]) != nil }) else {
        throw failure("four hexadecimal digits were expected after “\\u”")
      }
      return 6
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return 2
    default: throw failure("“\\” begins no escape of JSON")
    }
  }

  static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  @inline(__always)
  private mutating func skipSpace() {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      position += 1
    }
  }

  private mutating func append(_ kind: JSONTape.Kind, _ start: Int, _ end: Int) {
    entries.append(
      JSONTape.Entry(
        kind: kind, start: UInt32(start), end: UInt32(end), next: UInt32(entries.count + 1)))
  }

  private func failure(_ reason: String) -> Failure {
    Failure(offset: position, error: .damaged(reason: reason))
  }
}
