/// Looks for ASCII words in bytes.
enum ASCIISearch {
  /// Whether `word`, which is in lower case, stands in `bytes` in any case.
  /// - Complexity: O(number of bytes × length of the word) at worst.
  static func contains(_ word: String, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let needle = Array(word.utf8)
    guard let first = needle.first, bytes.count >= needle.count else { return false }
    for start in 0...(bytes.count - needle.count) where lower(bytes[start]) == first {
      if needle.indices.allSatisfy({ lower(bytes[start + $0]) == needle[$0] }) { return true }
    }
    return false
  }

  @inline(__always)
  private static func lower(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}
