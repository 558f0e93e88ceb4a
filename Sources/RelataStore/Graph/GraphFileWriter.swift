import RelataGraph
import RelataQuery

/// Puts a graph, its index and its names into the bytes of a graph file.
enum GraphFileWriter {
  /// - Complexity: O(n log n) for n entities and names, O(size of the graph).
  static func write(_ graph: KnowledgeGraph, source: SourceStamp) throws(MappedGraphError) -> FileMemory {
    guard graph.statements.count <= GraphIndex.capacity, graph.entities.count < Int(UInt32.max / 2) else {
      throw .tooLarge
    }
    let index = GraphIndex(graph)
    var parts = Parts()
    parts.add(.summary, GraphSummary(graph, index).bytes)
    parts.add(index, of: graph)
    parts.add(NameIndex(graph.entities))
    parts.add(GraphRecords(graph, index))
    parts.add(.contradictionsOfStatements, contradictions(graph))
    return parts.file(source)
  }

  /// By statement, ascending: the number of the statement, below it that of one of its contradictions.
  private static func contradictions(_ graph: KnowledgeGraph) -> [UInt64] {
    var pairs: Set<UInt64> = []
    for (number, contradiction) in graph.contradictions.enumerated() {
      for statement in contradiction.statements where graph.statements.indices.contains(statement) {
        pairs.insert(UInt64(statement) << 32 | UInt64(number))
      }
    }
    return pairs.sorted()
  }

  /// The sections, each with a way to put its bytes where they belong.
  private struct Parts {
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

    mutating func add(_ index: GraphIndex, of graph: KnowledgeGraph) {
      let entityOfNode = FixedBuffer<UInt32>(count: index.entityCount, repeating: 0)
      for (number, entity) in graph.entities.enumerated().reversed() {
        if let node = index.number(of: entity.id) { entityOfNode.base[node] = UInt32(number) }
      }
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

    mutating func add(_ records: GraphRecords) {
      add(.stringOffsets, records.texts.offsets)
      add(.stringBytes, records.texts.bytes)
      add(.entityOffsets, records.entities.offsets)
      add(.entityBytes, records.entities.bytes)
      add(.statementOffsets, records.statements.offsets)
      add(.statementBytes, records.statements.bytes)
      add(.documentOffsets, records.documents.offsets)
      add(.documentBytes, records.documents.bytes)
      add(.contradictionOffsets, records.contradictions.offsets)
      add(.contradictionBytes, records.contradictions.bytes)
    }

    func file(_ source: SourceStamp) -> FileMemory {
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
      let memory = FileMemory(count: checksumStart + blocks * 8)
      for (part, (_, range)) in zip(parts, sections) { part.copy(memory.base + range.lowerBound) }
      FileHeader.write(into: memory, sections: sections, checksumStart: checksumStart, source: source)
      return memory
    }
  }
}
