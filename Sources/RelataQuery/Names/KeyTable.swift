import RelataNames

/// Distinct words, each with the numbers of the names that have it: by length, then in the order of
/// their bytes, so that a word is found by halving, and words that differ by few letters from
/// another lie in few stretches.
package struct KeyTable: Sendable {
  package let keys: PackedStrings
  /// By length in Unicode scalars: the first key that is at least so long; one more for the end.
  package let lengthStarts: FixedBuffer<UInt32>
  /// By key: where its names begin; one more for the end.
  package let nameStarts: FixedBuffer<UInt32>
  /// Ascending for each key.
  package let names: FixedBuffer<UInt32>

  package init(
    keys: PackedStrings, lengthStarts: FixedBuffer<UInt32>, nameStarts: FixedBuffer<UInt32>,
    names: FixedBuffer<UInt32>
  ) {
    self.keys = keys
    self.lengthStarts = lengthStarts
    self.nameStarts = nameStarts
    self.names = names
  }

  var maximumLength: Int { lengthStarts.count - 2 }

  /// The keys of a length, none where it is out of range.
  func keys(ofLength length: Int) -> Range<Int> {
    guard (0...max(0, maximumLength)).contains(length), lengthStarts.count > 1 else { return 0..<0 }
    return Int(lengthStarts.base[length])..<Int(lengthStarts.base[length + 1])
  }

  func names(of key: Int) -> UnsafeBufferPointer<UInt32> {
    let start = Int(nameStarts.base[key])
    return UnsafeBufferPointer(start: names.base + start, count: Int(nameStarts.base[key + 1]) - start)
  }

  /// - Complexity: O(log n) comparisons.
  func key(_ word: String) -> Int? {
    var range = keys(ofLength: word.unicodeScalars.count)
    let bytes = Array(word.utf8)
    let end = range.upperBound
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      range =
        keys.utf8(middle).lexicographicallyPrecedes(bytes)
        ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    let found = range.lowerBound
    return found < end && keys.utf8(found).elementsEqual(bytes) ? found : nil
  }

  /// Calls back with each key whose distance from a word is within the limit for their lengths.
  ///
  /// - Parameter limit: for the length of the shorter of two words.
  /// - Complexity: O(total length of the keys that are no longer or shorter than the limits allow).
  func forEachKey(near word: EditPattern, limit: (Int) -> Int, _ body: (Int) -> Void) {
    for length in stride(from: max(1, word.length - limit(word.length)), through: maximumLength, by: 1) {
      let limit = limit(min(length, word.length))
      if length > word.length + limit { break }
      guard length >= word.length - limit else { continue }
      for key in keys(ofLength: length) where word.distance(to: keys.utf8(key), limit: limit) != nil {
        body(key)
      }
    }
  }
}

extension KeyTable {
  /// Collects the words of names.
  struct Builder {
    /// 24 bytes: a large graph has millions.
    private struct Entry {
      /// The length, then the first bytes: orders nearly all keys with one comparison.
      let length: UInt32
      let name: UInt32
      let prefix: UInt64
      /// Where the word begins in ``bytes``.
      let start: Int
    }

    /// Is no byte of UTF-8.
    private static let end: UInt8 = 0xFF

    /// The words, each with ``end`` behind it.
    private var bytes: [UInt8] = []
    private var entries: [Entry] = []

    init() {}

    mutating func add(_ word: String, of name: Int) {
      let start = bytes.count
      bytes.append(contentsOf: word.utf8)
      var prefix: UInt64 = 0
      for place in 0..<8 {
        prefix = prefix << 8 | (start + place < bytes.count ? UInt64(bytes[start + place]) : 0)
      }
      bytes.append(Self.end)
      entries.append(
        Entry(
          length: UInt32(word.unicodeScalars.count), name: UInt32(name), prefix: prefix, start: start))
    }

    /// - Complexity: O(n log n) for n words.
    consuming func table() -> KeyTable {
      entries.sort { a, b in
        if a.length != b.length { return a.length < b.length }
        if a.prefix != b.prefix { return a.prefix < b.prefix }
        let bytes = comparison(a, b)
        return bytes != 0 ? bytes < 0 : a.name < b.name
      }
      var keyBytes: [UInt8] = []
      var keyOffsets: [UInt64] = [0]
      var starts: [UInt32] = []
      var names: [UInt32] = []
      var lengths: [UInt32] = [0]
      var last: Entry?
      for entry in entries {
        if let last, last.prefix == entry.prefix, last.length == entry.length, comparison(last, entry) == 0 {
          if names.last != entry.name { names.append(entry.name) }
          continue
        }
        while lengths.count <= entry.length { lengths.append(UInt32(starts.count)) }
        starts.append(UInt32(names.count))
        names.append(entry.name)
        var place = entry.start
        while bytes[place] != Self.end {
          keyBytes.append(bytes[place])
          place += 1
        }
        keyOffsets.append(UInt64(keyBytes.count))
        last = entry
      }
      lengths.append(UInt32(starts.count))
      starts.append(UInt32(names.count))
      return KeyTable(
        keys: PackedStrings(offsets: FixedBuffer(keyOffsets, or: 0), bytes: FixedBuffer(keyBytes, or: 0)),
        lengthStarts: FixedBuffer(lengths, or: 0), nameStarts: FixedBuffer(starts, or: 0),
        names: FixedBuffer(names, or: 0))
    }

    /// How two words of one length follow one another: below, at or above 0.
    private func comparison(_ a: Entry, _ b: Entry) -> Int {
      var (x, y) = (a.start, b.start)
      while bytes[x] == bytes[y] {
        if bytes[x] == Self.end { return 0 }
        x += 1
        y += 1
      }
      // A word that ends goes before what begins with it.
      let (left, right) = (bytes[x] &+ 1, bytes[y] &+ 1)
      return left < right ? -1 : 1
    }
  }
}
