/// The first page of a graph file.
///
/// | bytes | |
/// | --- | --- |
/// | 0…7 | magic |
/// | 8…11, 12…15 | version, order of bytes |
/// | 16…23 | length of the file |
/// | 24…47 | size, time and digest of the source |
/// | 48…55, 56…63 | where the checksums begin; their own checksum |
/// | 64…67 | number of sections |
/// | 72…79, 80…87 | time of the source's last change of any kind; its number in the file system |
/// | 128… | for each section: number, padding, first byte, length |
/// | 4088…4095 | checksum of all before |
enum FileHeader {
  struct Reader {
    private let memory: FileMemory
    private var bytes: UnsafeRawBufferPointer { memory.bytes(0..<FileLayout.headerSize) }

    init(_ memory: FileMemory) { self.memory = memory }

    /// The stamp of the source, if this is an undamaged header of this version.
    func check() throws(MappedGraphError) -> SourceStamp {
      guard memory.count >= FileLayout.headerSize else { throw .damaged("it ends in the header") }
      guard bytes.prefix(FileLayout.magic.count).elementsEqual(FileLayout.magic) else { throw .notOurs }
      let sum: UInt64 = number(FileLayout.headerSize - 8)
      let isIntact = Checksum.of(memory.bytes(0..<FileLayout.headerSize - 8)) == sum
      let version: UInt32 = number(8)
      // As this machine reads it: the tables are as a machine has them in memory.
      let order = bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self)
      guard order == FileLayout.byteOrder else {
        throw isIntact || order == FileLayout.byteOrder.byteSwapped
          ? .otherVersion("another order of bytes") : .damaged("the header")
      }
      guard version == FileLayout.version else {
        throw isIntact
          ? .otherVersion("version \(version), not \(FileLayout.version)") : .damaged("the header")
      }
      guard isIntact else { throw .damaged("the header") }
      guard number(16) as UInt64 == UInt64(memory.count) else { throw .damaged("its length") }
      return SourceStamp(
        size: Int(clamping: number(24) as UInt64), modified: Int(number(32) as Int64),
        changed: Int(number(72) as Int64), inode: number(80), digest: number(40))
    }

    /// Where the checksums of the blocks stand.
    func checksums() throws(MappedGraphError) -> Range<Int> {
      let start = Int(clamping: number(48) as UInt64)
      guard start >= FileLayout.headerSize, start <= memory.count, start % 8 == 0 else {
        throw .damaged("the place of the checksums")
      }
      let blocks = (start - FileLayout.headerSize + FileLayout.blockSize - 1) / FileLayout.blockSize
      guard memory.count - start == blocks * 8 else { throw .damaged("the number of checksums") }
      guard Checksum.of(memory.bytes(start..<memory.count)) == number(56) else {
        throw .damaged("the checksums")
      }
      return start..<memory.count
    }

    func sections(within body: Range<Int>) throws(MappedGraphError) -> [Section: Range<Int>] {
      let count = Int(number(64) as UInt32)
      guard count <= (FileLayout.headerSize - 8 - FileLayout.firstEntry) / FileLayout.entrySize else {
        throw .damaged("the number of sections")
      }
      var sections: [Section: Range<Int>] = [:]
      for place in 0..<count {
        let entry = FileLayout.firstEntry + place * FileLayout.entrySize
        let start = Int(clamping: number(entry + 8) as UInt64)
        let length = Int(clamping: number(entry + 16) as UInt64)
        guard let section = Section(rawValue: number(entry)), sections[section] == nil,
          start % FileLayout.alignment == 0, start >= body.lowerBound, start <= body.upperBound,
          length <= body.upperBound - start
        else { throw .damaged("the table of sections") }
        sections[section] = start..<start + length
      }
      return sections
    }

    private func number<Number: FixedWidthInteger & BitwiseCopyable>(_ place: Int) -> Number {
      Number(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: Number.self))
    }
  }

  /// The header of a file.
  ///
  /// - Parameters:
  ///   - sections: where they stand.
  ///   - checksums: of the blocks, which stand at the end of the file.
  static func bytes(
    sections: [(Section, Range<Int>)], checksums: [UInt64], checksumStart: Int, source: SourceStamp
  ) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: FileLayout.headerSize)
    func put<Number: FixedWidthInteger & BitwiseCopyable>(_ number: Number, at place: Int) {
      header.withUnsafeMutableBytes {
        $0.storeBytes(of: number.littleEndian, toByteOffset: place, as: Number.self)
      }
    }
    header.replaceSubrange(0..<FileLayout.magic.count, with: FileLayout.magic)
    put(FileLayout.version, at: 8)
    header.withUnsafeMutableBytes {
      $0.storeBytes(of: FileLayout.byteOrder, toByteOffset: 12, as: UInt32.self)
    }
    put(UInt64(checksumStart + checksums.count * 8), at: 16)
    put(UInt64(clamping: source.size), at: 24)
    put(Int64(source.modified), at: 32)
    put(source.digest, at: 40)
    put(UInt64(checksumStart), at: 48)
    put(checksums.map(\.littleEndian).withUnsafeBytes { Checksum.of($0) }, at: 56)
    put(UInt32(sections.count), at: 64)
    put(Int64(source.changed), at: 72)
    put(source.inode, at: 80)
    for (place, (section, range)) in sections.enumerated() {
      let entry = FileLayout.firstEntry + place * FileLayout.entrySize
      put(section.rawValue, at: entry)
      put(UInt64(range.lowerBound), at: entry + 8)
      put(UInt64(range.count), at: entry + 16)
    }
    put(
      header.withUnsafeBytes { Checksum.of(UnsafeRawBufferPointer(rebasing: $0.dropLast(8))) },
      at: FileLayout.headerSize - 8)
    return header
  }
}
