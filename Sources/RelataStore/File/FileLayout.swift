/// Where things stand in a graph file; Documentation/graph-file.md describes the format.
enum FileLayout {
  /// “RELATA”, then bytes that text files do not have, as in PNG.
  static let magic: [UInt8] = Array("RELATA".utf8) + [0x1A, 0x0A]
  /// To be raised with every change of the format, of the tables of an index or of how names are folded.
  static let version: UInt32 = 7
  /// Reads differently where bytes are in another order.
  static let byteOrder: UInt32 = 0x0403_0201
  /// The header, with a checksum of itself in its last eight bytes.
  static let headerSize = 4096
  /// What one checksum covers.
  static let blockSize = 1 << 16
  /// Sections begin at multiples of this.
  static let alignment = 64
  static let firstEntry = 128
  static let entrySize = 24

  /// The first place from one on where a section may begin.
  static func aligned(_ place: Int) -> Int { (place + alignment - 1) / alignment * alignment }
}

/// The parts of a graph file. The numbers are part of the format.
enum Section: UInt32, CaseIterable {
  /// Counts, types and kinds of statements.
  case summary = 1
  // The index.
  case idOffsets, idBytes, entityOfNode, typeOfNode, degrees, rowOffsets, slots, slotStatements
  case kindOfStatement, strengths, evidenceCounts, times, dayRanges
  // The names.
  case mentionCounts, nameOwners, nameOffsets, nameBytes, nameHashes, hashedNames
  case soundOffsets, soundBytes, soundLengths, soundStarts, soundNames
  case wholeOffsets, wholeBytes, wholeLengths, wholeStarts, wholeNames
  // The records.
  case stringOffsets, stringBytes, entityOffsets, entityBytes, statementOffsets, statementBytes
  case documentOffsets, documentBytes, contradictionOffsets, contradictionBytes, contradictionsOfStatements
  // Of the index too.
  case importances
  // Records too.
  case correctionOffsets, correctionBytes

  /// What every search needs.
  static let index: [Section] = [
    .summary, .idOffsets, .idBytes, .entityOfNode, .typeOfNode, .degrees, .rowOffsets, .slots,
    .slotStatements, .strengths, .evidenceCounts, .importances,
  ]

  /// What rankings need besides, other than by length.
  static let ranking: [Section] = [.kindOfStatement]

  /// What questions about time need besides.
  static let time: [Section] = [.times, .dayRanges]

  /// What is needed to find a name as it is written.
  static let spellings: [Section] = [.nameOwners, .nameOffsets, .nameBytes, .nameHashes, .hashedNames]

  /// What is needed besides to find one that is only like it.
  static let sounds: [Section] = [
    .mentionCounts, .soundOffsets, .soundBytes, .soundLengths, .soundStarts, .soundNames, .wholeOffsets,
    .wholeBytes, .wholeLengths, .wholeStarts, .wholeNames,
  ]
}

/// Of which bytes a graph file was made.
public struct SourceStamp: Hashable, Sendable {
  /// In bytes.
  public var size: Int
  /// When its content was last changed, in nanoseconds since 1970; times before 1677
  /// and after 2262 wrap around.
  public var modified: Int
  /// When its content, name or permissions were last changed, likewise; a time that programs cannot set back.
  public var changed: Int
  /// The number that the file system gave it; a file that takes its place has another.
  public var inode: UInt64
  /// XXH64 of its bytes.
  public var digest: UInt64

  /// A stamp of these parts; zeros: of no file.
  public init(
    size: Int = 0, modified: Int = 0, changed: Int = 0, inode: UInt64 = 0, digest: UInt64 = 0
  ) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
    self.digest = digest
  }

  /// Whether it is the same file with the same content, as far as that shows without reading it.
  func isUnchanged(since other: SourceStamp) -> Bool {
    var other = other
    other.digest = digest
    return self == other
  }
}
