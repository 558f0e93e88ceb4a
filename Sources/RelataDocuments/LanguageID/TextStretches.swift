/// The parts of a long text that are looked at: sixteen stretches, evenly spread.
struct TextStretches: Sequence {
  /// A text of up to so many bytes is looked at as a whole; so many bytes of a longer one.
  static let wholeBytes = 64 << 10
  private static let stretches = 16

  private let bytes: UnsafeBufferPointer<UInt8>

  /// - Parameter bytes: more than `wholeBytes`.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  func makeIterator() -> AnyIterator<String.UnicodeScalarView> {
    let size = Self.wholeBytes / Self.stretches
    var index = 0
    return AnyIterator {
      guard index < Self.stretches else { return nil }
      let start = Swift.max(bytes.count - size, 0) / (Self.stretches - 1) * index
      index += 1
      // Scalars cut in half at the ends become U+FFFD, which is no letter.
      let part = bytes[start..<Swift.min(start + size, bytes.count)]
      return String(decoding: UnsafeBufferPointer(rebasing: part), as: UTF8.self).unicodeScalars
    }
  }
}
