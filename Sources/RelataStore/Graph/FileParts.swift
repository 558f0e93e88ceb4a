import RelataQuery

/// The sections of a graph file, each with a way to put its bytes where they belong.
struct FileParts {
  private struct Part {
    let section: Section
    let byteCount: Int
    let copy: (UnsafeMutableRawPointer) -> Void
  }

  private var parts: [Part] = []

  mutating func add<Element: BitwiseCopyable>(_ section: Section, _ elements: [Element]) {
    parts.append(
      Part(section: section, byteCount: elements.count * MemoryLayout<Element>.stride) { target in
        elements.withUnsafeBytes { bytes in
          if let base = bytes.baseAddress { target.copyMemory(from: base, byteCount: bytes.count) }
        }
      })
  }

  mutating func add<Element: BitwiseCopyable>(_ section: Section, _ buffer: FixedBuffer<Element>) {
    let byteCount = buffer.count * MemoryLayout<Element>.stride
    parts.append(
      Part(section: section, byteCount: byteCount) { target in
        target.copyMemory(from: buffer.base, byteCount: byteCount)
      })
  }

  /// - Parameter entityOfNode: by number of an entity: its place in the graph.
  mutating func add(_ index: GraphIndex, entityOfNode: FixedBuffer<UInt32>) {
    add(.idOffsets, index.ids.strings.offsets)
    add(.idBytes, index.ids.strings.bytes)
    add(.entityOfNode, entityOfNode)
    add(.typeOfNode, index.typeOfNode)
    add(.degrees, index.degrees)
    add(.rowOffsets, index.offsets)
    add(.slots, index.slots)
    add(.slotStatements, index.statements)
    add(.kindOfStatement, index.kindOfStatement)
    add(.strengths, index.strengths)
    add(.evidenceCounts, index.evidenceCounts)
    add(.importances, index.importances)
    add(.times, index.times)
    add(.dayRanges, index.ranges)
  }

  /// - Parameter copy: puts so many bytes in a place that has room for them.
  mutating func add(_ section: Section, byteCount: Int, copy: @escaping (UnsafeMutableRawPointer) -> Void) {
    parts.append(Part(section: section, byteCount: byteCount, copy: copy))
  }

  mutating func add(_ names: NameIndex) {
    add(.mentionCounts, names.mentionCounts)
    add(.nameOwners, names.owners)
    add(.nameOffsets, names.texts.offsets)
    add(.nameBytes, names.texts.bytes)
    add(.nameHashes, names.hashes)
    add(.hashedNames, names.hashedNames)
    add(.soundOffsets, names.sounds.keys.offsets)
    add(.soundBytes, names.sounds.keys.bytes)
    add(.soundLengths, names.sounds.lengthStarts)
    add(.soundStarts, names.sounds.nameStarts)
    add(.soundNames, names.sounds.names)
    add(.wholeOffsets, names.wholes.keys.offsets)
    add(.wholeBytes, names.wholes.keys.bytes)
    add(.wholeLengths, names.wholes.lengthStarts)
    add(.wholeStarts, names.wholes.nameStarts)
    add(.wholeNames, names.wholes.names)
  }

  func file(_ source: SourceStamp) throws(MappedGraphError) -> FileMemory {
    func aligned(_ place: Int) -> Int {
      (place + FileLayout.alignment - 1) / FileLayout.alignment * FileLayout.alignment
    }
    var end = FileLayout.headerSize
    var sections: [(Section, Range<Int>)] = []
    for part in parts {
      let start = aligned(end)
      end = start + part.byteCount
      sections.append((part.section, start..<end))
    }
    let checksumStart = aligned(end)
    let blocks = (checksumStart - FileLayout.headerSize + FileLayout.blockSize - 1) / FileLayout.blockSize
    let memory = try FileMemory(count: checksumStart + blocks * 8)
    for (part, (_, range)) in zip(parts, sections) { part.copy(memory.base + range.lowerBound) }
    FileHeader.write(into: memory, sections: sections, checksumStart: checksumStart, source: source)
    return memory
  }
}
