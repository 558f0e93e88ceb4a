/// Texts that occur many times in a file, each made once: identifiers, names of documents, relations.
struct StringPool {
  private var slots: [Int32]
  private var texts: [String] = []
  private var hashes: [UInt64] = []
  /// Another one in each pool, so that nobody can make a file whose texts all collide.
  private let seed = UInt64.random(in: .min ... .max)

  init() { slots = [Int32](repeating: -1, count: 1024) }

  /// The text of some bytes, which must be UTF-8.
  /// - Complexity: O(length of the text).
  mutating func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    // Such a text needs no memory of its own.
    if bytes.count < 16 { return String(decoding: bytes, as: UTF8.self) }
    let hash = hash(bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if hashes[index] == hash, texts[index].withBytes({ Self.isEqual($0, bytes) }) { return texts[index] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    slots[slot] = Int32(texts.count)
    texts.append(text)
    hashes.append(hash)
    if 2 * texts.count > slots.count { grow() }
    return text
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    for (index, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }

  private static func isEqual(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    let (a, b) = (UnsafeRawBufferPointer(a), UnsafeRawBufferPointer(b))
    var index = 0
    while index + 8 <= a.count {
      let word = a.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if word != b.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
      index += 8
    }
    while index < a.count {
      if a[index] != b[index] { return false }
      index += 1
    }
    return true
  }

  /// FNV-1a over words of eight bytes from a seed, with a multiplier made of it, mixed at the end (the
  /// finaliser of SplitMix64).
  private func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = seed
    let factor = seed << 1 | 1
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index + 8 <= raw.count {
      hash = (hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* factor
      hash ^= hash >> 32
      index += 8
    }
    while index < raw.count {
      hash = (hash ^ UInt64(raw[index])) &* factor
      hash ^= hash >> 32
      index += 1
    }
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ (hash >> 31)
  }
}
