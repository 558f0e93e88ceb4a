/// Constant data of the program.
struct ConstantBytes: Sendable {
  /// Safe to share: never written and never freed.
  nonisolated(unsafe) let bytes: UnsafeBufferPointer<UInt8>
}

/// Reads the numbers and names of a model file, little-endian, one after another.
struct ModelReader {
  private let data: ConstantBytes
  private var offset = 0

  init(_ data: ConstantBytes) { self.data = data }

  var malformed: LanguageModelError { .malformed(offset: offset) }

  mutating func expect(_ magic: StaticString) throws(LanguageModelError) {
    guard try bytes(magic.utf8CodeUnitCount).elementsEqual(magic.description.utf8) else { throw malformed }
  }

  mutating func uint16() throws(LanguageModelError) -> UInt16 {
    try bytes(2).reversed().reduce(0) { $0 << 8 | UInt16($1) }
  }

  mutating func uint32() throws(LanguageModelError) -> UInt32 {
    try bytes(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  mutating func floats(_ count: Int) throws(LanguageModelError) -> [Float] {
    var floats: [Float] = []
    for _ in 0..<count { floats.append(Float(bitPattern: try uint32())) }
    return floats
  }

  /// A byte with the length, then the text.
  mutating func text() throws(LanguageModelError) -> String {
    let length = Int(try bytes(1)[0])
    return String(decoding: try bytes(length), as: UTF8.self)
  }

  /// What is left, if it is so many bytes.
  mutating func rest(count: Int) throws(LanguageModelError) -> ConstantBytes {
    guard data.bytes.count - offset == count else { throw malformed }
    return ConstantBytes(bytes: try bytes(count))
  }

  private mutating func bytes(_ count: Int) throws(LanguageModelError) -> UnsafeBufferPointer<UInt8> {
    guard count <= data.bytes.count - offset else { throw malformed }
    defer { offset += count }
    return UnsafeBufferPointer(rebasing: data.bytes[offset..<offset + count])
  }
}
