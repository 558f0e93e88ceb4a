/// A graph file taken apart into its sections, to be changed and put together again.
struct GraphFileParts {
  struct Section {
    var number: UInt32
    var bytes: [UInt8]

    /// Of an element, in bytes.
    var width: Int { GraphFileLayout.width(of: number) }
    var count: Int { bytes.count / width }
    /// Whether all elements are numbers that searches run on.
    var isTable: Bool {
      !GraphFileLayout.records.contains(number) && !GraphFileLayout.texts.contains(number)
    }

    /// Of a wider number the lowest bytes.
    subscript(_ element: Int) -> UInt64 {
      get {
        bytes[element * width..<(element + 1) * width].reversed().reduce(0 as UInt64) {
          $0 << 8 | UInt64($1)
        }
      }
      set {
        for offset in 0..<width {
          bytes[element * width + offset] = UInt8(truncatingIfNeeded: newValue >> UInt64(8 * offset))
        }
      }
    }
  }

  private let header: [UInt8]
  var sections: [Section] = []

  /// nil where the table of sections leads out of the file.
  init?(_ file: [UInt8]) {
    guard file.count >= GraphFileLayout.headerSize else { return nil }
    header = Array(file[..<GraphFileLayout.headerSize])
    let count = Int(file.number(at: GraphFileLayout.Field.sectionCount, as: UInt32.self))
    guard count <= GraphFileLayout.mostSections else { return nil }
    for place in 0..<count {
      let entry = GraphFileLayout.firstEntry + place * GraphFileLayout.entrySize
      let start = Int(clamping: file.number(at: entry + 8, as: UInt64.self))
      let length = Int(clamping: file.number(at: entry + 16, as: UInt64.self))
      guard start <= file.count, length <= file.count - start else { return nil }
      sections.append(
        Section(
          number: file.number(at: entry, as: UInt32.self), bytes: Array(file[start..<start + length])))
    }
  }

  /// The sections one after the other, as the library puts them, with right checksums.
  var file: [UInt8] {
    var bytes = header
    for place in GraphFileLayout.firstEntry..<GraphFileLayout.headerSize { bytes[place] = 0 }
    let sections = sections.prefix(GraphFileLayout.mostSections)
    bytes.put(UInt32(sections.count), at: GraphFileLayout.Field.sectionCount)
    for (place, section) in sections.enumerated() {
      Self.align(&bytes)
      let entry = GraphFileLayout.firstEntry + place * GraphFileLayout.entrySize
      let start = bytes.count
      bytes.put(section.number, at: entry)
      bytes.put(UInt64(start), at: entry + 8)
      bytes.put(UInt64(section.bytes.count), at: entry + 16)
      bytes += section.bytes
    }
    Self.align(&bytes)
    return GraphFileLayout.sealed(bytes)
  }

  private static func align(_ bytes: inout [UInt8]) {
    let rest = bytes.count % GraphFileLayout.alignment
    if rest > 0 { bytes += [UInt8](repeating: 0, count: GraphFileLayout.alignment - rest) }
  }

  /// The place among the sections of the one that says where texts or records of another begin.
  func offsets(of place: Int) -> Int? {
    let number = sections[place].number
    guard number > 1, !sections[place].isTable else { return nil }
    return sections.firstIndex { $0.number == number - 1 }
  }

  /// Puts other bytes in the place of some of a section.
  ///
  /// - Parameter isMoving: whether what stands behind them is said to stand elsewhere, as it then does.
  mutating func replace(_ range: Range<Int>, of place: Int, with new: [UInt8], isMoving: Bool) {
    sections[place].bytes.replaceSubrange(range, with: new)
    guard isMoving, new.count != range.count, let offsets = offsets(of: place) else { return }
    let shift = UInt64(bitPattern: Int64(new.count - range.count))
    for element in 0..<sections[offsets].count where sections[offsets][element] >= UInt64(range.upperBound) {
      sections[offsets][element] &+= shift
    }
  }
}
