import Relata

/// Where things stand in a graph file (Documentation/graph-file.md), as far as it is forged here: said once
/// more, because the library keeps its own to itself.
enum GraphFileLayout {
  static let headerSize = 4096
  static let blockSize = 1 << 16
  /// Sections begin at multiples of this.
  static let alignment = 64
  static let firstEntry = 128
  static let entrySize = 24
  /// More have no room in the header.
  static let mostSections = (headerSize - 8 - firstEntry) / entrySize

  /// Places in the header.
  enum Field {
    static let length = 16
    static let checksums = 48
    static let sumOfChecksums = 56
    static let sectionCount = 64
    /// Of four bytes and of eight: all but the magic, the sections and the header's own sum.
    static let short = [8, 12, sectionCount, 68]
    static let long = [length, 24, 32, 40, checksums, sumOfChecksums, 72, 80]
  }

  /// Sections of numbers that are as long as they need to be. Where each record begins stands in the section
  /// before, but for the first one, which is a record itself.
  static let records: Set<UInt32> = [1, 34, 36, 38, 40, 44]
  /// Sections of UTF-8; where each text begins stands in the section before.
  static let texts: Set<UInt32> = [3, 18, 22, 27, 32]
  /// Sections of numbers of eight bytes, and of one.
  private static let long: Set<UInt32> = [2, 17, 19, 21, 26, 31, 33, 35, 37, 39, 41, 43]
  private static let short: Set<UInt32> = [12, 42]

  /// How many bytes an element of a section has.
  static func width(of section: UInt32) -> Int {
    if long.contains(section) { return 8 }
    return records.contains(section) || texts.contains(section) || short.contains(section) ? 1 : 4
  }

  // MARK: - Checksums

  /// The file of a header and sections, with all checksums.
  ///
  /// - Parameter bytes: at least a header, and a multiple of eight.
  static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    let end = bytes.count
    let sums = stride(from: headerSize, to: end, by: blockSize).map { start in
      sum(bytes, start..<min(end, start + blockSize))
    }
    var file = bytes + [UInt8](repeating: 0, count: sums.count * 8)
    for (block, sum) in sums.enumerated() { file.put(sum, at: end + block * 8) }
    file.put(UInt64(file.count), at: Field.length)
    file.put(UInt64(end), at: Field.checksums)
    file.put(sum(file, end..<file.count), at: Field.sumOfChecksums)
    putSumOfHeader(in: &file)
    return file
  }

  /// Puts right what a change of the header alone makes wrong.
  static func putSumOfHeader(in file: inout [UInt8]) {
    file.put(sum(file, 0..<headerSize - 8), at: headerSize - 8)
  }

  private static func sum(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var digest = ContentDigest()
    bytes.withUnsafeBytes { digest.add(UnsafeRawBufferPointer(rebasing: $0[range])) }
    return digest.value
  }
}

/// Numbers, the lowest byte first.
extension [UInt8] {
  func number<Number: FixedWidthInteger>(at place: Int, as _: Number.Type) -> Number {
    var number: Number = 0
    for offset in 0..<Number.bitWidth / 8 {
      number |= Number(truncatingIfNeeded: self[place + offset]) << (8 * offset)
    }
    return number
  }

  mutating func put<Number: FixedWidthInteger>(_ number: Number, at place: Int) {
    for offset in 0..<Number.bitWidth / 8 {
      self[place + offset] = UInt8(truncatingIfNeeded: number >> (8 * offset))
    }
  }
}
