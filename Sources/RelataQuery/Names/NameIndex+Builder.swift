package import RelataGraph
import RelataNames

extension NameIndex {
  /// Takes entities one after the other, in the graph's order.
  package struct Builder {
    private var mentionCounts: [UInt32] = []
    private var owners: [UInt32] = []
    private var textOffsets: [UInt64] = [0]
    private var textBytes: [UInt8] = []
    private var hashes: [(hash: UInt64, name: UInt32)] = []
    private var sounds = KeyTable.Builder()
    private var wholes = KeyTable.Builder()

    package init() {}

    package mutating func add(_ entity: Entity) {
      let number = mentionCounts.count
      mentionCounts.append(UInt32(clamping: entity.mentionCount))
      add(entity.name, of: number, isPreferred: true)
      for alias in entity.aliases where alias.name != entity.name {
        add(alias.name, of: number, isPreferred: false)
      }
    }

    private mutating func add(_ text: String, of entity: Int, isPreferred: Bool) {
      let folded = FoldedName(text)
      guard !folded.words.isEmpty else { return }
      let name = owners.count
      owners.append(UInt32(entity) * 2 + (isPreferred ? 1 : 0))
      textBytes.append(contentsOf: text.utf8)
      textOffsets.append(UInt64(textBytes.count))
      hashes.append((NameIndex.hash(folded.spelling, .spelling), UInt32(name)))
      for initials in folded.initials { hashes.append((NameIndex.hash(initials, .initials), UInt32(name))) }
      for sound in folded.sounds { sounds.add(sound, of: name) }
      wholes.add(folded.whole, of: name)
    }

    /// - Complexity: O(n log n) for n names.
    package consuming func index() -> NameIndex {
      // One after the other: what a table was made of goes before the next is made.
      hashes.sort { $0.hash != $1.hash ? $0.hash < $1.hash : $0.name < $1.name }
      let hashValues = FixedBuffer(hashes.map(\.hash), or: 0)
      let hashedNames = FixedBuffer(hashes.map(\.name), or: 0)
      hashes = []
      let soundTable = Self.taken(&sounds).table()
      let wholeTable = Self.taken(&wholes).table()
      return NameIndex(
        mentionCounts: FixedBuffer(mentionCounts, or: 0), owners: FixedBuffer(owners, or: 0),
        texts: PackedStrings(
          offsets: FixedBuffer(textOffsets, or: 0), bytes: FixedBuffer(textBytes, or: 0)),
        hashes: hashValues, hashedNames: hashedNames, sounds: soundTable, wholes: wholeTable)
    }

    /// Nothing else holds what is taken, so it is sorted in place.
    private static func taken(_ table: inout KeyTable.Builder) -> KeyTable.Builder {
      var result = KeyTable.Builder()
      swap(&result, &table)
      return result
    }
  }
}
