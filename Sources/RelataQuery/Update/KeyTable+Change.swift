extension KeyTable {
  /// The table of the names with other numbers, in the same order, and of names that come.
  ///
  /// - Parameters:
  ///   - places: by old number of a name: the new one, or ``Renumbering/gone``. Words that
  ///     no name has any more go.
  ///   - added: of the names that come, by their own numbers.
  ///   - addedPlaces: by number in `added`: the new one, ascending.
  /// - Complexity: O(n) for n words, O(log n) comparisons for each that comes.
  func changed(
    places: FixedBuffer<UInt32>, adding added: KeyTable, _ addedPlaces: [UInt32]
  ) -> KeyTable {
    var merge = KeyTableMerge(self, added, places, addedPlaces)
    merge.copyAll()
    return merge.table()
  }
}

private struct KeyTableMerge: ~Copyable {
  private let old: KeyTable
  private let added: KeyTable
  private let places: FixedBuffer<UInt32>
  private let addedPlaces: [UInt32]
  private var offsets: FixedBufferWriter<UInt64>
  private var bytes: FixedBufferWriter<UInt8>
  private var starts: FixedBufferWriter<UInt32>
  private var names: FixedBufferWriter<UInt32>
  /// By length: how many keys there are.
  private var counts: [Int]

  init(_ old: KeyTable, _ added: KeyTable, _ places: FixedBuffer<UInt32>, _ addedPlaces: [UInt32]) {
    self.old = old
    self.added = added
    self.places = places
    self.addedPlaces = addedPlaces
    let keyCount = old.keys.count + added.keys.count
    offsets = FixedBufferWriter(capacity: keyCount + 1)
    bytes = FixedBufferWriter(capacity: old.keys.bytes.count + added.keys.bytes.count)
    starts = FixedBufferWriter(capacity: keyCount + 1)
    names = FixedBufferWriter(capacity: old.names.count + added.names.count)
    counts = [Int](repeating: 0, count: max(old.maximumLength, added.maximumLength) + 1)
  }

  mutating func copyAll() {
    offsets.append(0)
    for length in counts.indices {
      var next = old.keys(ofLength: length).lowerBound
      let end = old.keys(ofLength: length).upperBound
      for key in added.keys(ofLength: length) {
        let place = old.place(of: added.keys.utf8(key), in: next..<end)
        copy(next..<place, ofLength: length)
        next = place
        let isKnown = place < end && old.keys.utf8(place).elementsEqual(added.keys.utf8(key))
        merge(isKnown ? place : nil, key, ofLength: length)
        if isKnown { next += 1 }
      }
      copy(next..<end, ofLength: length)
    }
    starts.append(UInt32(names.count))
  }

  consuming func table() -> KeyTable {
    let lengthStarts = lengthStarts
    return KeyTable(
      keys: PackedStrings(offsets: offsets.buffer(), bytes: bytes.buffer()), lengthStarts: lengthStarts,
      nameStarts: starts.buffer(), names: names.buffer())
  }

  /// Keys of the old table, but for those that no name has any more.
  private mutating func copy(_ keys: Range<Int>, ofLength length: Int) {
    var run = keys.lowerBound
    for key in keys {
      let start = names.count
      for position in Int(old.nameStarts.base[key])..<Int(old.nameStarts.base[key + 1]) {
        let name = places.base[Int(old.names.base[position])]
        if name != Renumbering.gone { names.append(name) }
      }
      if names.count > start {
        starts.append(UInt32(start))
      } else {
        copyKeys(run..<key, ofLength: length)
        run = key + 1
      }
    }
    copyKeys(run..<keys.upperBound, ofLength: length)
  }

  private mutating func copyKeys(_ keys: Range<Int>, ofLength length: Int) {
    let start = old.keys.offsets.base[keys.lowerBound]
    let shift = UInt64(bytes.count) &- start
    for key in keys { offsets.append(old.keys.offsets.base[key + 1] &+ shift) }
    bytes.append(
      old.keys.bytes.base + Int(start), count: Int(old.keys.offsets.base[keys.upperBound] - start))
    counts[length] += keys.count
  }

  /// A key that comes, with the names of the same one in the old table.
  private mutating func merge(_ known: Int?, _ key: Int, ofLength length: Int) {
    let kept = known.map { old.names(of: $0).map { places.base[Int($0)] } } ?? []
    let all = kept.filter { $0 != Renumbering.gone } + added.names(of: key).map { addedPlaces[Int($0)] }
    starts.append(UInt32(names.count))
    for name in all.sorted() { names.append(name) }
    let utf8 = added.keys.utf8(key)
    if let base = utf8.baseAddress { bytes.append(base, count: utf8.count) }
    offsets.append(UInt64(bytes.count))
    counts[length] += 1
  }

  private var lengthStarts: FixedBuffer<UInt32> {
    var lengths: [UInt32] = [0]
    var sum: UInt32 = 0
    for count in counts[...(counts.lastIndex { $0 > 0 } ?? 0)] {
      sum += UInt32(count)
      lengths.append(sum)
    }
    return FixedBuffer(lengths, or: 0)
  }
}

extension KeyTable {
  /// The first of some keys of one length that does not precede a word.
  fileprivate func place(of word: UnsafeBufferPointer<UInt8>, in keys: Range<Int>) -> Int {
    var range = keys
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      range =
        self.keys.utf8(middle).lexicographicallyPrecedes(word)
        ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}
