import RelataGraph

/// Writes values one after another: numbers in as few bytes as they need (LEB128), texts as
/// numbers in a table of texts.
struct RecordWriter {
  /// Without those that wait elsewhere.
  private(set) var bytes: [UInt8] = []
  /// Where each record begins; one more for the end.
  private(set) var offsets: [UInt64] = [0]
  /// Where records wait, if not in memory.
  private let spill: ByteSpill?

  /// - Parameter spill: nil: all stays in ``bytes``.
  init(spill: ByteSpill? = nil) { self.spill = spill }

  mutating func endRecord() {
    guard let spill else { return offsets.append(UInt64(bytes.count)) }
    spill.append(bytes)
    bytes.removeAll(keepingCapacity: true)
    offsets.append(UInt64(spill.count))
  }

  var byteCount: Int { Int(offsets[offsets.count - 1]) }

  /// Gives all records.
  func give(to file: inout FileAssembly) throws(MappedGraphError) {
    try spill?.give(to: &file)
    try file.append(bytes)
  }

  mutating func put(byte: UInt8) { bytes.append(byte) }

  mutating func put(_ number: UInt64) {
    var number = number
    while number >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: number) | 0x80)
      number >>= 7
    }
    bytes.append(UInt8(number))
  }

  mutating func put(count: Int) { put(UInt64(count)) }

  /// Any whole number; small ones of either sign are short.
  mutating func put(_ number: Int) { put(UInt64(bitPattern: Int64((number << 1) ^ (number >> 63)))) }

  mutating func put(_ number: Double) {
    withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// A text in full.
  mutating func put(text: String) {
    put(count: text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }
}

extension RecordWriter {
  /// A contradiction whose explanation has a number.
  mutating func put(_ kind: Contradiction.Kind, _ statements: [Int], explanation: UInt64) {
    put(byte: Codes.code(of: kind))
    put(count: statements.count)
    for statement in statements { put(statement) }
    put(explanation)
    endRecord()
  }
}
