/// The bytes that cannot stand for themselves in a format: controls, and up to five others.
///
/// Eight bytes of a text are looked at with a few operations on one word, and nearly all
/// words have none of them.
struct SpecialBytes {
  private let a, b, c, d, e: UInt8

  /// One may be given twice.
  @inline(__always)
  init(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8, _ e: UInt8) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.e = e
  }

  @inline(__always)
  private func contains(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == a || byte == b || byte == c || byte == d || byte == e
  }

  /// The offset of the first of them at or behind an offset; the number of bytes where there is none.
  @inline(__always)
  func first(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(text)
    var index = start
    while index &+ 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // Bytes below 0x20: the subtraction borrows from their high bit, which they have not themselves.
      let found =
        ((word &- 0x2020_2020_2020_2020) & ~word) | Self.zeros(word ^ Self.spread(a))
        | Self.zeros(word ^ Self.spread(b)) | Self.zeros(word ^ Self.spread(c))
        | Self.zeros(word ^ Self.spread(d)) | Self.zeros(word ^ Self.spread(e))
      if found & Self.highBits != 0 { break }
      index &+= 8
    }
    while index < text.count, !contains(text[index]) { index &+= 1 }
    return index
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  private static func spread(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Has a high bit where a byte is zero; behind the first such byte it may have some too many.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word }
}
