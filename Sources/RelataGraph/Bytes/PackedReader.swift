/// Reads what ``PackedWriter`` wrote.
package struct PackedReader: Sendable {
  /// The bytes are not what was written.
  package struct Damaged: Error {
    package init() {}
  }

  private let bytes: [UInt8]
  private var position: Int

  /// - Parameter position: where the first value stands.
  package init(_ bytes: [UInt8], at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  package var isAtEnd: Bool { position == bytes.count }

  package mutating func byte() throws(Damaged) -> UInt8 {
    guard position < bytes.count else { throw Damaged() }
    defer { position += 1 }
    return bytes[position]
  }

  package mutating func number() throws(Damaged) -> UInt64 {
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

  package mutating func integer() throws(Damaged) -> Int {
    let number = try number()
    return Int(truncatingIfNeeded: number >> 1) ^ -Int(truncatingIfNeeded: number & 1)
  }

  /// Of things that take at least a byte each, so that a damaged count cannot ask for more
  /// memory than there are bytes.
  package mutating func count() throws(Damaged) -> Int {
    let number = try number()
    guard number <= UInt64(bytes.count - position) else { throw Damaged() }
    return Int(number)
  }

  package mutating func flag() throws(Damaged) -> Bool { try byte() != 0 }

  package mutating func double() throws(Damaged) -> Double {
    guard bytes.count - position >= 8 else { throw Damaged() }
    defer { position += 8 }
    let start = position
    return Double(
      bitPattern: UInt64(
        littleEndian: bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: start, as: UInt64.self) }))
  }

  package mutating func text() throws(Damaged) -> String {
    let count = try count()
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  package mutating func array<Value>(
    _ read: (inout PackedReader) throws(Damaged) -> Value
  ) throws(Damaged) -> [Value] {
    let count = try count()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }
}
