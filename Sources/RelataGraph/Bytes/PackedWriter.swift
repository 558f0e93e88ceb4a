/// Writes values one after another: numbers in as few bytes as they need (LEB128), texts in full.
package struct PackedWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func put(_ number: UInt64) {
    var number = number
    while number >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: number) | 0x80)
      number >>= 7
    }
    bytes.append(UInt8(number))
  }

  /// Any whole number; small ones of either sign are short.
  package mutating func put(_ number: Int) { put(UInt64(bitPattern: Int64((number << 1) ^ (number >> 63)))) }

  package mutating func put(count: Int) { put(UInt64(count)) }

  package mutating func put(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  package mutating func put(_ number: Double) {
    withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  package mutating func put(_ text: String) {
    put(count: text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  package mutating func put<Value>(_ value: Value?, _ write: (inout PackedWriter, Value) -> Void) {
    put(value != nil)
    if let value { write(&self, value) }
  }

  package mutating func put<Value>(_ values: [Value], _ write: (inout PackedWriter, Value) -> Void) {
    put(count: values.count)
    for value in values { write(&self, value) }
  }
}
