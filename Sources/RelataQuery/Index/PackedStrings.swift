/// Many strings as one stretch of UTF-8 with the places where each begins.
package struct PackedStrings: Sendable {
  /// One more than there are strings.
  package let offsets: FixedBuffer<UInt64>
  package let bytes: FixedBuffer<UInt8>

  package var count: Int { offsets.count - 1 }

  /// - Precondition: `offsets` has at least one element, ascends, and ends with the number of bytes.
  package init(offsets: FixedBuffer<UInt64>, bytes: FixedBuffer<UInt8>) {
    self.offsets = offsets
    self.bytes = bytes
  }

  package init(_ strings: some Sequence<String>) {
    var offsets: [UInt64] = [0]
    var bytes: [UInt8] = []
    for string in strings {
      bytes.append(contentsOf: string.utf8)
      offsets.append(UInt64(bytes.count))
    }
    self.init(offsets: FixedBuffer(offsets, or: 0), bytes: FixedBuffer(bytes, or: 0))
  }

  /// The UTF-8 of one string; not to be used longer than this value lives.
  @inline(__always) package func utf8(_ number: Int) -> UnsafeBufferPointer<UInt8> {
    let (start, end) = (Int(offsets.base[number]), Int(offsets.base[number + 1]))
    return UnsafeBufferPointer(start: bytes.base + start, count: end - start)
  }

  package subscript(_ number: Int) -> String { String(decoding: utf8(number), as: UTF8.self) }
}
