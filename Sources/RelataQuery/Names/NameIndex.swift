package import RelataGraph

/// All names of a graph's entities, prepared to be found. Made once; as plain tables it can
/// also lie in a mapped file.
package struct NameIndex: Sendable {
  /// By entity, in the graph's order.
  package let mentionCounts: FixedBuffer<UInt32>
  /// By name: twice the number of its entity, plus 1 where it is the preferred name.
  package let owners: FixedBuffer<UInt32>
  /// By name, as written.
  package let texts: PackedStrings
  /// Hashes of spellings and initials in ascending order, and beside each the name.
  package let hashes: FixedBuffer<UInt64>
  package let hashedNames: FixedBuffer<UInt32>
  /// The names by the sounds of their single words.
  package let sounds: KeyTable
  /// The names by all their sounds in one.
  package let wholes: KeyTable

  package init(
    mentionCounts: FixedBuffer<UInt32>, owners: FixedBuffer<UInt32>, texts: PackedStrings,
    hashes: FixedBuffer<UInt64>, hashedNames: FixedBuffer<UInt32>, sounds: KeyTable, wholes: KeyTable
  ) {
    self.mentionCounts = mentionCounts
    self.owners = owners
    self.texts = texts
    self.hashes = hashes
    self.hashedNames = hashedNames
    self.sounds = sounds
    self.wholes = wholes
  }

  /// - Complexity: O(n log n) for n names.
  package init(_ entities: [Entity]) {
    var builder = Builder()
    for entity in entities { builder.add(entity) }
    self = builder.index()
  }

  enum Key: UInt8 { case spelling, initials }

  /// The entity that a name belongs to.
  func entity(of name: UInt32) -> Int { Int(owners.base[Int(name)] >> 1) }

  func isPreferred(_ name: UInt32) -> Bool { owners.base[Int(name)] & 1 == 1 }

  /// The names that may have a key: its hash agrees, the rest is to be compared.
  /// - Complexity: O(log n).
  func names(_ key: String, _ kind: Key) -> [UInt32] {
    let hash = Self.hash(key, kind)
    var low = 0
    var high = hashes.count
    while low < high {
      let middle = (low + high) / 2
      if hashes.base[middle] < hash { low = middle + 1 } else { high = middle }
    }
    var names: [UInt32] = []
    while low < hashes.count, hashes.base[low] == hash {
      names.append(hashedNames.base[low])
      low += 1
    }
    return names
  }

  /// FNV-1a: part of the file format.
  static func hash(_ key: String, _ kind: Key) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    add(kind.rawValue)
    for byte in key.utf8 { add(byte) }
    return hash
  }
}
