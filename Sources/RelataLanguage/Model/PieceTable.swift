/// The vocabulary's pieces by their bytes: an open-addressing hash table over the file's own text, so that
/// loading copies no string.
struct PieceTable: Sendable {
  private struct Slot {
    var offset: Int32 = 0
    var length: Int32 = -1
    var id: Int32 = 0
  }

  /// Safe to share: the model's storage outlives it and never changes.
  private nonisolated(unsafe) let text: UnsafeRawBufferPointer
  private let slots: [Slot]
  /// Number of lines.
  let count: Int
  private let longestPiece: Int

  /// One piece a line; `##` marks the pieces that continue a word. A repeated piece
  /// has its last line's number.
  ///
  /// - Parameter text: less than 2 GiB; must outlive the table.
  init(lines text: UnsafeRawBufferPointer) {
    // Never more than half full, so that every search ends.
    let lines = text.reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    var capacity = 1024
    while capacity < 2 * lines { capacity *= 2 }
    var slots = [Slot](repeating: Slot(), count: capacity)
    var line: Int32 = 0
    var start = 0
    var longest = 0
    while start <= text.count {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      var index = Int(truncatingIfNeeded: Self.hash(text, start..<end)) & (capacity - 1)
      while slots[index].length >= 0, !Self.equal(text, slots[index], text, start..<end) {
        index = (index + 1) & (capacity - 1)
      }
      slots[index] = Slot(offset: Int32(start), length: Int32(end - start), id: line)
      longest = max(longest, end - start)
      line += 1
      start = end + 1
    }
    self.text = text
    self.slots = slots
    count = Int(line)
    longestPiece = longest
  }

  func id(of piece: String) -> Int32? {
    Array(piece.utf8).withUnsafeBytes { find($0, 0..<$0.count, hash: Self.hash($0, 0..<$0.count)) }
  }

  /// The longest piece that begins at a place of a word; a continuation where the place is not its beginning.
  func longest(in word: [UInt8], from start: Int) -> (id: Int32, end: Int)? {
    word.withUnsafeBytes { bytes in
      // Hashes of all prefixes at once.
      var hashes: [UInt64] = []
      var hash = start > 0 ? Self.continuation : Self.basis
      let reach = min(word.count, start + longestPiece)
      hashes.reserveCapacity(reach - start)
      for index in start..<reach {
        hash = Self.step(hash, bytes[index])
        hashes.append(hash)
      }
      var end = reach
      while end > start {
        let isWhole = end == word.count || bytes[end] & 0xC0 != 0x80
        if isWhole, let id = find(bytes, start..<end, hash: hashes[end - start - 1], continues: start > 0) {
          return (id, end)
        }
        end -= 1
      }
      return nil
    }
  }

  private func find(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, hash: UInt64, continues: Bool = false
  ) -> Int32? {
    var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[index].length >= 0 {
      let slot = slots[index]
      let marker = continues ? 2 : 0
      if Int(slot.length) == range.count + marker {
        let piece = Int(slot.offset)
        let isMarked =
          !continues || (text[piece] == UInt8(ascii: "#") && text[piece + 1] == UInt8(ascii: "#"))
        if isMarked, range.indices.allSatisfy({ text[piece + marker + $0 - range.lowerBound] == bytes[$0] }) {
          return slot.id
        }
      }
      index = (index + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func equal(
    _ text: UnsafeRawBufferPointer, _ slot: Slot, _ other: UnsafeRawBufferPointer, _ range: Range<Int>
  ) -> Bool {
    Int(slot.length) == range.count
      && range.allSatisfy { text[Int(slot.offset) + $0 - range.lowerBound] == other[$0] }
  }

  // FNV-1a, 64 bits (Fowler, Noll and Vo).
  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let continuation = step(step(basis, UInt8(ascii: "#")), UInt8(ascii: "#"))

  private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  private static func hash(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt64 {
    range.reduce(basis) { step($0, bytes[$1]) }
  }
}
