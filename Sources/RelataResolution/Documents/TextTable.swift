/// Texts by number, each once, as bytes in few large pieces: a `String` for each of a million would take
/// several times the memory.
///
/// Two texts are one only if their bytes are.
struct TextTable: Sendable {
  typealias Number = UInt32

  /// Bytes of one piece, unless a single text is longer.
  private static let pieceSize = 1 << 20

  private struct Place {
    var piece: UInt32
    var start: UInt32
    var count: UInt32
  }

  private var pieces: [[UInt8]] = []
  private var places: [Place] = []
  /// Open addressing with linear probing: number + 1, 0 where nothing is; at most half of them taken.
  private var slots = [Number](repeating: 0, count: 1024)

  /// The number of a text, which it gets the first time.
  /// - Complexity: O(length), amortised.
  mutating func number(of text: String) -> Number {
    var text = text
    return text.withUTF8 { bytes in
      let slot = slot(of: bytes)
      if slots[slot] > 0 { return slots[slot] - 1 }
      let number = Number(places.count)
      append(bytes)
      slots[slot] = number + 1
      if places.count * 2 > slots.count { grow() }
      return number
    }
  }

  /// - Complexity: O(length).
  subscript(number: Number) -> String { withBytes(number) { String(decoding: $0, as: UTF8.self) } }

  private func withBytes<Result>(
    _ number: Number, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let place = places[Int(number)]
    return pieces[Int(place.piece)].withUnsafeBufferPointer { piece in
      body(UnsafeBufferPointer(rebasing: piece[Int(place.start)..<Int(place.start + place.count)]))
    }
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    // The first text may be empty.
    if pieces.isEmpty || pieces[pieces.count - 1].count + bytes.count > Self.pieceSize {
      var piece: [UInt8] = []
      piece.reserveCapacity(max(Self.pieceSize, bytes.count))
      pieces.append(piece)
    }
    let last = pieces.count - 1
    places.append(
      Place(piece: UInt32(last), start: UInt32(pieces[last].count), count: UInt32(bytes.count)))
    pieces[last].append(contentsOf: bytes)
  }

  /// The text's own, or the free one where it belongs.
  private func slot(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = Self.hash(bytes) & (slots.count - 1)
    while slots[slot] > 0 {
      let isEqual = withBytes(slots[slot] - 1) { other in
        other.count == bytes.count && other.elementsEqual(bytes)
      }
      if isEqual { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = [Number](repeating: 0, count: slots.count * 2)
    for number in places.indices {
      var slot = withBytes(Number(number), Self.hash) & (slots.count - 1)
      while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Number(number) + 1
    }
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    return hasher.finalize() & Int.max
  }
}
