/// Writes values one after another: numbers in as few bytes as they need (LEB128), texts in full.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ number: UInt64) {
    var number = number
    while number >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: number) | 0x80)
      number >>= 7
    }
    bytes.append(UInt8(number))
  }

  /// Any whole number; small ones of either sign are short.
  mutating func put(_ number: Int) { put(UInt64(bitPattern: Int64((number << 1) ^ (number >> 63)))) }

  mutating func put(count: Int) { put(UInt64(count)) }

  mutating func put(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func put(_ number: Double) {
    withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ text: String) {
    put(count: text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func put<Value>(_ value: Value?, _ write: (inout RecordWriter, Value) -> Void) {
    put(value != nil)
    if let value { write(&self, value) }
  }

  mutating func put<Value>(_ values: [Value], _ write: (inout RecordWriter, Value) -> Void) {
    put(count: values.count)
    for value in values { write(&self, value) }
  }
}

/// Reads what ``RecordWriter`` wrote.
struct RecordReader {
  /// The bytes are not what was written.
  struct Damaged: Error {}

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func byte() throws(Damaged) -> UInt8 {
    guard position < bytes.count else { throw Damaged() }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func number() throws(Damaged) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try byte()
      guard shift < 64 else { throw Damaged() }
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
  }

  mutating func integer() throws(Damaged) -> Int {
    let number = try number()
    return Int(truncatingIfNeeded: number >> 1) ^ -Int(truncatingIfNeeded: number & 1)
  }

  /// Of things that take at least a byte each, so that a damaged count cannot ask for more memory than there are bytes.
  mutating func count() throws(Damaged) -> Int {
    let number = try number()
    guard number <= UInt64(bytes.count - position) else { throw Damaged() }
    return Int(number)
  }

  mutating func flag() throws(Damaged) -> Bool { try byte() != 0 }

  mutating func double() throws(Damaged) -> Double {
    guard bytes.count - position >= 8 else { throw Damaged() }
    defer { position += 8 }
    let start = position
    return Double(
      bitPattern: UInt64(
        littleEndian: bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: start, as: UInt64.self) }))
  }

  mutating func text() throws(Damaged) -> String {
    let count = try count()
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  mutating func optional<Value>(
    _ read: (inout RecordReader) throws(Damaged) -> Value
  ) throws(Damaged) -> Value? {
    try flag() ? try read(&self) : nil
  }

  mutating func array<Value>(
    _ read: (inout RecordReader) throws(Damaged) -> Value
  ) throws(Damaged) -> [Value] {
    let count = try count()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }
}
