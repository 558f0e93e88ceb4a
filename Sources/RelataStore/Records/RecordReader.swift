/// Reads what ``RecordWriter`` wrote, and never past its end.
struct RecordReader {
  private let bytes: UnsafeRawBufferPointer
  private var place = 0

  /// - Parameter bytes: must outlive the reader.
  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func byte() throws(MappedGraphError) -> UInt8 {
    guard place < bytes.count else { throw .damaged("a record ends too early") }
    defer { place += 1 }
    return bytes[place]
  }

  mutating func number() throws(MappedGraphError) -> UInt64 {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let byte = try byte()
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
    }
    throw .damaged("a number is too long")
  }

  mutating func integer() throws(MappedGraphError) -> Int {
    let number = try number()
    return Int(Int64(bitPattern: number >> 1)) ^ -Int(number & 1)
  }

  /// How many values follow, each of at least one byte.
  mutating func count() throws(MappedGraphError) -> Int {
    let count = try number()
    guard count <= UInt64(bytes.count - place) else { throw .damaged("a record ends too early") }
    return Int(count)
  }

  mutating func double() throws(MappedGraphError) -> Double {
    guard bytes.count - place >= 8 else { throw .damaged("a record ends too early") }
    defer { place += 8 }
    return Double(
      bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
  }

  mutating func text() throws(MappedGraphError) -> String {
    let count = try count()
    defer { place += count }
    return String(decoding: bytes[place..<place + count], as: UTF8.self)
  }
}
