import RelataQuery

/// The sections of a graph file, each with a way to give its bytes, one stretch after the other.
struct FileParts {
  private struct Part {
    let section: Section
    let byteCount: Int
    let give: (inout FileAssembly) throws(MappedGraphError) -> Void
  }

  private var parts: [Part] = []

  /// - Parameter give: gives so many bytes.
  mutating func add(
    _ section: Section, byteCount: Int,
    give: @escaping (inout FileAssembly) throws(MappedGraphError) -> Void
  ) {
    parts.append(Part(section: section, byteCount: byteCount, give: give))
  }

  mutating func add<Element: BitwiseCopyable>(_ section: Section, _ elements: [Element]) {
    add(section, byteCount: elements.count * MemoryLayout<Element>.stride) {
      (file) throws(MappedGraphError) in
      try file.append(elements)
    }
  }

  mutating func add<Element: BitwiseCopyable>(_ section: Section, _ buffer: FixedBuffer<Element>) {
    let byteCount = buffer.count * MemoryLayout<Element>.stride
    add(section, byteCount: byteCount) { (file) throws(MappedGraphError) in
      try withExtendedLifetime(buffer) { () throws(MappedGraphError) in
        try file.append(UnsafeRawBufferPointer(start: buffer.base, count: byteCount))
      }
    }
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

  /// Puts the file together in memory.
  func file(_ source: SourceStamp) throws(MappedGraphError) -> FileMemory {
    let memory = MemorySink(try FileMemory(count: size))
    try give(to: memory, source)
    return memory.memory
  }

  /// Writes the file, which takes its name only when it is complete.
  func write(to path: String, _ source: SourceStamp) throws(MappedGraphError) {
    try GraphOutputFile.write(to: path) { (file) throws(MappedGraphError) in try give(to: file, source) }
  }

  private func give(to sink: any FileSink, _ source: SourceStamp) throws(MappedGraphError) {
    var assembly = FileAssembly(sink)
    try assembly.begin()
    var sections: [(Section, Range<Int>)] = []
    for part in parts {
      try assembly.align()
      let start = assembly.place
      try part.give(&assembly)
      precondition(assembly.place - start == part.byteCount)
      sections.append((part.section, start..<assembly.place))
    }
    try assembly.end(sections, source)
  }

  /// Of the file, in bytes.
  private var size: Int {
    let end = parts.reduce(FileLayout.headerSize) { FileLayout.aligned($0) + $1.byteCount }
    let start = FileLayout.aligned(end)
    return start + (start - FileLayout.headerSize + FileLayout.blockSize - 1) / FileLayout.blockSize * 8
  }
}
