#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Bytes in bytes.
enum ByteSearch {
  /// The first place of a byte at or after `start`.
  static func first(_ byte: UInt8, in bytes: [UInt8], from start: Int = 0) -> Int? {
    guard start < bytes.count else { return nil }
    return bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let found = memchr(base + start, Int32(byte), buffer.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// - Complexity: O(*n* · *m*) at worst, O(*n*) for what is searched for here.
  static func contains(_ needle: [UInt8], in bytes: [UInt8]) -> Bool {
    guard let lead = needle.first else { return true }
    var place = first(lead, in: bytes)
    while let start = place {
      if bytes[start...].starts(with: needle) { return true }
      place = first(lead, in: bytes, from: start + 1)
    }
    return false
  }
}
