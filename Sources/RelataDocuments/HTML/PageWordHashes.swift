/// Words as numbers, to compare texts whatever their punctuation, case (of ASCII) and markup.
struct PageWordHashes {
  let hashes: [UInt64]

  init(_ utf8: some Sequence<UInt8>) {
    var hashes: [UInt64] = []
    // FNV-1a
    let basis: UInt64 = 0xcbf2_9ce4_8422_2325
    var hash = basis
    for byte in utf8 {
      switch byte {
      case 0x41...0x5A, 0x30...0x39, 0x61...0x7A, 0x80...0xFF:
        let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        hash = (hash ^ UInt64(lower)) &* 0x100_0000_01b3
      default:
        if hash != basis { hashes.append(hash) }
        hash = basis
      }
    }
    if hash != basis { hashes.append(hash) }
    self.hashes = hashes
  }

  /// Each three words in a row as one number; of fewer, all of them.
  var triples: [UInt64] {
    guard hashes.count > 3 else { return [hashes.reduce(0) { $0 &* 31 &+ $1 }] }
    return hashes.indices.dropLast(2).map { index -> UInt64 in
      let first: UInt64 = hashes[index] &* 31 &+ hashes[index + 1]
      return first &* 31 &+ hashes[index + 2]
    }
  }

  /// The part of its words that another text has too, from 0 to 1.
  func overlap(with other: PageWordHashes) -> Double {
    guard !hashes.isEmpty else { return 0 }
    let known = Set(other.hashes)
    return Double(hashes.count { known.contains($0) }) / Double(hashes.count)
  }
}
