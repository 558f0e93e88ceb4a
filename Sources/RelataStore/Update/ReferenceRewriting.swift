import RelataQuery

/// Copies records, with new numbers for the entities that they refer to. Only what stands
/// before these numbers is read.
struct ReferenceRewriting {
  /// By old number of an entity: the new one.
  let places: FixedBuffer<UInt32>

  /// The records of entities, which refer to themselves alone.
  func entities(
    _ records: PackedStrings, _ renumbering: Renumbering, adding added: PackedStrings
  ) throws(MappedGraphError) -> PackedStrings {
    try rewrite(records, renumbering, adding: added, most: 1) { (record) throws(MappedGraphError) in
      try record.copyReference()
    }
  }

  func statements(
    _ records: PackedStrings, _ renumbering: Renumbering, adding added: PackedStrings
  ) throws(MappedGraphError) -> PackedStrings {
    try rewrite(records, renumbering, adding: added, most: 4) { (record) throws(MappedGraphError) in
      let flags = try record.copyByte()
      try record.copyReference()
      try record.copyNumber()
      try record.copyReference()
      guard flags & StatementFlags.plain == 0 else { return }
      if flags & StatementFlags.roundConfidence != 0 {
        try record.copyNumber()
      } else {
        try record.copy(8)
      }
      if flags & StatementFlags.important != 0, try record.copyNumber() & 1 != 0 { try record.copy(8) }
      try record.copyTime()
      // Place and attribution.
      for _ in 0..<2 where try record.copyNumber() != 0 { try record.copyReference() }
    }
  }

  /// - Parameter most: how many references a record has at most.
  @inline(__always)
  private func rewrite(
    _ records: PackedStrings, _ renumbering: Renumbering, adding added: PackedStrings, most: Int,
    _ copyReferences: (inout RecordCopy) throws(MappedGraphError) -> Void
  ) throws(MappedGraphError) -> PackedStrings {
    // Numbers get longer, by as much as the longest.
    let growth = most * RecordCopy.longestReference
    var offsets = FixedBufferWriter<UInt64>(capacity: renumbering.count + 1)
    var bytes = FixedBufferWriter<UInt8>(
      capacity: records.bytes.count + records.count * growth + added.bytes.count)
    offsets.append(0)
    for stretch in renumbering.stretches {
      switch stretch {
      case .kept(let range):
        for number in range {
          var record = RecordCopy(records.utf8(number), to: bytes.end, places: places)
          try copyReferences(&record)
          bytes.advance(by: record.finish())
          offsets.append(UInt64(bytes.count))
        }
      case .added(let range):
        for number in range {
          let record = added.utf8(number)
          if let base = record.baseAddress { bytes.append(base, count: record.count) }
          offsets.append(UInt64(bytes.count))
        }
      }
    }
    return PackedStrings(offsets: offsets.buffer(), bytes: bytes.buffer())
  }
}

/// One record while it is copied: never past its end.
private struct RecordCopy {
  /// Twice the number of an entity, of 32 bits, in bytes.
  static let longestReference = 5

  private let source: UnsafeBufferPointer<UInt8>
  private let target: UnsafeMutablePointer<UInt8>
  private let places: FixedBuffer<UInt32>
  private var place = 0
  private var count = 0

  /// - Parameter target: has room for the record and for ``longestReference`` more for each reference.
  @inline(__always)
  init(
    _ source: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>,
    places: FixedBuffer<UInt32>
  ) {
    self.source = source
    self.target = target
    self.places = places
  }

  @inline(__always)
  private mutating func next() throws(MappedGraphError) -> UInt8 {
    guard place < source.count else { throw .damaged("a record ends too early") }
    defer { place += 1 }
    return source[place]
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    target[count] = byte
    count += 1
  }

  @inline(__always)
  @discardableResult
  mutating func copyByte() throws(MappedGraphError) -> UInt8 {
    let byte = try next()
    put(byte)
    return byte
  }

  mutating func copy(_ number: Int) throws(MappedGraphError) {
    for _ in 0..<number { try copyByte() }
  }

  /// - Returns: the number as far as it fits into 64 bits.
  @inline(__always)
  @discardableResult
  mutating func copyNumber() throws(MappedGraphError) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try copyByte()
      number |= UInt64(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 { return number }
    }
  }

  @inline(__always)
  mutating func copyReference() throws(MappedGraphError) {
    let start = count
    let number = try copyNumber()
    // A text stays where it is.
    guard number & 1 == 0 else { return }
    guard number >> 1 < UInt64(places.count) else { throw .damaged("an entity that is not there") }
    count = start
    var rest = UInt64(places.base[Int(number >> 1)]) * 2
    while rest >= 0x80 {
      put(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    put(UInt8(rest))
  }

  mutating func copyTime() throws(MappedGraphError) {
    let flags = try copyByte()
    guard flags & 1 != 0 else { return }
    for date: UInt8 in [2, 4] where flags & date != 0 {
      let parts = try copyByte()
      for part: UInt8 in [1, 2, 4] where parts & part != 0 { try copyNumber() }
    }
  }

  /// - Returns: how many bytes the record has now.
  @inline(__always)
  mutating func finish() -> Int {
    let rest = source.count - place
    if rest > 0, let base = source.baseAddress { (target + count).update(from: base + place, count: rest) }
    return count + rest
  }
}
