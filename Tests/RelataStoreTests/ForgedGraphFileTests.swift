import CRelataChecksum
import RelataGraph
import RelataStore
import RelataTestSupport
import Testing

/// Graphs in the promised order are changed without being read as a whole.
///
/// What crashes here ends the run; the address sanitizer sees what reads elsewhere.
@Suite("A graph file that somebody forged, with right checksums, does not crash what reads it")
struct ForgedGraphFileTests {
  private let added = Entity(id: EntityID(rawValue: "person/b"), name: "B", type: .person)

  @Test("some numbers anywhere", arguments: 0..<400)
  func someNumbers(seed: Int) throws {
    var random = RandomGraphs(seed: 42)
    let folder = try saved(
      seed % 4 == 3
        ? random.graph(entities: 40, statements: 80) : random.orderedGraph(entities: 40, statements: 80))
    random = RandomGraphs(seed: seed)
    var bytes = try folder.file
    let end = bodyEnd(of: bytes)
    for _ in 0...seed % 4 {
      let place = 4096 + random.number((end - 4096) / 4) * 4
      // The last ones may be the numbers of others: rows then do not answer each other.
      put([.max, 1 << 31, 1 << 16, 1000, UInt32(random.number(40))][random.number(5)], at: place, in: &bytes)
    }
    putChecksums(in: &bytes)
    try folder.writeFile(bytes)
    do {
      let mapped = try MappedGraph(mapping: folder.store.path)
      _ = try? mapped.answers()
      _ = try mapped.changed(by: GraphChange(entities: [added])).answers()
    } catch is MappedGraphError {
      // As it may.
    }
  }

  @Test("each number in turn, one more or one less, where the graph is then changed")
  func eachNumber() throws {
    var random = RandomGraphs(seed: 42)
    let folder = try saved(random.orderedGraph(entities: 5, statements: 8))
    let intact = try folder.file
    let change = GraphChange(entities: [added], removedStatements: [0])
    var changedCount = 0
    for place in stride(from: 4096, to: bodyEnd(of: intact), by: 4) {
      let number = intact.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: UInt32.self) }
      for forged in [number.littleEndian &+ 1, number.littleEndian &- 1] {
        var bytes = intact
        put(forged, at: place, in: &bytes)
        putChecksums(in: &bytes)
        try folder.writeFile(bytes)
        do {
          _ = try MappedGraph(mapping: folder.store.path).changed(by: change)
          changedCount += 1
        } catch {
          // As it may.
        }
      }
    }
    #expect(changedCount > 0)
  }

  private func saved(_ graph: KnowledgeGraph) throws -> StoreFolder {
    let folder = try StoreFolder(graph)
    try folder.store.save(graph)
    return folder
  }

  // MARK: - The layout of a graph file

  /// Where the sections end and the checksums of their blocks begin.
  private func bodyEnd(of bytes: [UInt8]) -> Int {
    bytes.withUnsafeBytes {
      Int($0.loadUnaligned(fromByteOffset: 48, as: UInt64.self).littleEndian)
    }
  }

  private func put(_ number: some FixedWidthInteger, at place: Int, in bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.replaceSubrange(place..<place + $0.count, with: $0) }
  }

  /// Those of the blocks, of these checksums, and of the header.
  private func putChecksums(in bytes: inout [UInt8]) {
    func checksum(_ range: Range<Int>) -> UInt64 {
      bytes[range].withUnsafeBytes { relata_xxh64($0.baseAddress, $0.count) }
    }
    let end = bodyEnd(of: bytes)
    for (block, start) in stride(from: 4096, to: end, by: 1 << 16).enumerated() {
      put(checksum(start..<min(end, start + 1 << 16)), at: end + block * 8, in: &bytes)
    }
    put(checksum(end..<bytes.count), at: 56, in: &bytes)
    put(checksum(0..<4088), at: 4088, in: &bytes)
  }
}
