import Foundation
import Relata

/// Graph files, whose checksums are put right after each mutation.
enum GraphFileReader {
  private static let headerSize = 4096
  private static let blockSize = 1 << 16
  /// On a file system in memory, where there is one.
  private static let path: String = {
    let folder = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    return "\(folder)/relata-fuzz-\(getpid()).relata"
  }()

  static func target() -> Target {
    let example = example
    atexit { unlink(GraphFileReader.path) }
    return Target(repair: { repaired($0, like: example, using: &$1) }) { bytes in
      let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
      let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      close(file)
      guard count == bytes.count else { fatalError("\(path) cannot be written") }
      try? ask(path)
    }
  }

  /// A graph file of the example.
  static var example: [UInt8] {
    Shared.made {
      try MappedGraph.write(Shared.graph, to: path)
      return Array(try Data(contentsOf: URL(filePath: path)))
    }
  }

  /// Everything that can be asked.
  private static func ask(_ path: String) throws {
    let graph = try MappedGraph(mapping: path)
    _ = try? graph.find("Ada Khan")
    _ = try? graph.find("Omra Kahn")
    let ids = Array(graph.index.ids.prefix(5))
    if let finder = try? graph.finder() {
      for (from, to) in zip(ids, ids.dropFirst()) {
        let paths = finder.paths(from: from, to: to)
        _ = try? graph.part(hops: paths.flatMap(\.hops))
      }
    }
    for id in ids {
      _ = try? graph.entity(id)
      _ = try? graph.part(about: id)
    }
    for number in 0..<min(5, graph.statementCount) { _ = try? graph.statement(number) }
    _ = try? graph.document(id: "a.txt")
    _ = try? graph.corrections()
    _ = try? graph.knowledgeGraph()
    let added = Entity(id: EntityID(rawValue: "person/b"), name: "B", type: .person)
    _ = try? graph.changed(by: GraphChange(entities: [added]))
  }

  // MARK: - Checksums

  private static func sum(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var digest = ContentDigest()
    bytes.withUnsafeBytes { digest.add(UnsafeRawBufferPointer(rebasing: $0[range])) }
    return digest.value
  }

  private static func put(_ number: UInt64, at place: Int, in bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.replaceSubrange(place..<place + 8, with: $0) }
  }

  /// A file of one block at most, whole but for what was mutated in its sections and their table.
  private static func repaired(
    _ input: [UInt8], like example: [UInt8], using random: inout SplitMix
  ) -> [UInt8] {
    guard input.count > headerSize + 16, random.below(8) > 0 else { return input }
    var bytes = input
    // Magic, version and order of bytes.
    bytes.replaceSubrange(0..<16, with: example[0..<16])
    let end = min((bytes.count - 8) / 8 * 8, headerSize + blockSize)
    bytes.removeSubrange(end...)
    put(UInt64(end + 8), at: 16, in: &bytes)
    put(UInt64(end), at: 48, in: &bytes)
    bytes += [UInt8](repeating: 0, count: 8)
    put(sum(bytes, headerSize..<end), at: end, in: &bytes)
    put(sum(bytes, end..<end + 8), at: 56, in: &bytes)
    put(sum(bytes, 0..<headerSize - 8), at: headerSize - 8, in: &bytes)
    return bytes
  }
}
