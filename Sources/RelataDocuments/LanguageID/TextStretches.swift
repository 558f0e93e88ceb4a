/// The parts of a text that are looked at: all of a short one, evenly spread stretches of a long one.
struct TextStretches: Sequence {
  static let wholeBytes = 64 << 10
  static let stretches = 16

  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  func makeIterator() -> AnyIterator<Substring.UnicodeScalarView> {
    guard bytes.count > Self.wholeBytes else {
      var rest: Substring.UnicodeScalarView? = scalars(bytes[...])
      return AnyIterator {
        defer { rest = nil }
        return rest
      }
    }
    let size = Self.wholeBytes / Self.stretches
    var index = 0
    return AnyIterator {
      guard index < Self.stretches else { return nil }
      let start = (bytes.count - size) / (Self.stretches - 1) * index
      index += 1
      // Scalars cut in half at the ends become U+FFFD, which is no letter.
      return scalars(bytes[start..<start + size])
    }
  }

  private func scalars(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Substring.UnicodeScalarView {
    String(decoding: UnsafeBufferPointer(rebasing: part), as: UTF8.self)[...].unicodeScalars
  }
}
