import CRelataChecksum
import Foundation
import RelataFormats
import RelataGraph
import RelataQuery
import RelataStore
import RelataTestSupport
import Testing

@Suite("A graph file is used only where it is current and undamaged")
struct GraphStoreTests {
  private let graph: KnowledgeGraph

  init() {
    var random = RandomGraphs(seed: 42)
    graph = random.graph(entities: 40, statements: 80)
  }

  private func checksum(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { relata_xxh64($0.baseAddress, $0.count) }
  }

  @Test("it is used where it is there")
  func current() throws {
    let folder = try StoreFolder(graph)
    try folder.store.save(graph)
    let (mapped, origin) = try folder.open()
    #expect(origin == .mapped)
    #expect(try mapped.knowledgeGraph() == graph)
    #expect(try folder.names == ["graph.jsonld", "graph.relata"])
  }

  @Test("the same graph gives the same file, whether it was written at once or made again")
  func determinism() throws {
    let folder = try StoreFolder(graph)
    try folder.store.save(graph)
    let first = try folder.file
    try folder.writeFile(Array(first.prefix(50)))
    _ = try folder.open()
    #expect(try folder.file == first)
    try folder.store.save(graph)
    #expect(try folder.file == first)
  }

  @Test("a damaged one is found out, whatever is damaged, and made again", arguments: 0..<160)
  func damage(seed: Int) throws {
    let folder = try StoreFolder(graph)
    try folder.store.save(graph)
    let intact = try folder.file
    let expected = try folder.open().graph.answers()
    var random = RandomGraphs(seed: seed)
    // The header is small, but everything hangs on it; its table of sections, and anything else.
    let place = random.number(seed % 4 == 0 ? 128 : seed % 4 == 1 ? 4096 : intact.count)
    var damaged = intact
    damaged[place] ^= 1 << UInt8(random.number(8))
    try folder.writeFile(damaged)
    var answers: GraphAnswers?
    do {
      let (mapped, origin) = try folder.open()
      answers = try mapped.answers()
      #expect(origin != .mapped, "the flipped bit at \(place) was not noticed")
    } catch is MappedGraphError {
      // Found when it was asked for: the command then asks again, so.
      let (mapped, _) = try folder.store.open(trustingFile: false) { try JSONLDReader.read($0) }
      answers = try mapped.answers()
    }
    #expect(answers == expected)
    // Without its first bytes it cannot be told from somebody else's file.
    #expect(try folder.file == (place < 8 ? damaged : intact))
  }

  @Test("no answer is ever made of damaged bytes", arguments: 0..<50)
  func answers(seed: Int) throws {
    let folder = try StoreFolder(graph)
    try folder.store.save(graph)
    let expected = try folder.open().graph.find("Omar Khan")
    var random = RandomGraphs(seed: seed)
    var bytes = try folder.file
    for _ in 0..<1 + random.number(4) {
      bytes[4096 + random.number(bytes.count - 4096)] = UInt8(random.number(256))
    }
    try folder.writeFile(bytes)
    do {
      let answer = try MappedGraph(mapping: folder.store.path).find("Omar Khan")
      #expect(answer == expected)
    } catch {
      // Found out: the only error that there is here.
    }
  }

  @Test("a shortened one is found out", arguments: [0, 8, 100, 4095, 4096, 5000, 20_000, -1, -8, -4096])
  func truncation(length: Int) throws {
    let folder = try StoreFolder(graph)
    try folder.store.save(graph)
    let intact = try folder.file
    try folder.writeFile(Array(length < 0 ? intact.dropLast(-length) : intact.prefix(length)))
    let (mapped, origin) = try folder.open()
    guard case .rebuilt(.damaged) = origin else {
      Issue.record("\(origin)")
      return
    }
    #expect(try mapped.knowledgeGraph() == graph)
    #expect(try folder.file == intact)
  }

  @Test("one of another version, or of another order of bytes, is made again", arguments: [8, 12])
  func otherVersion(place: Int) throws {
    let folder = try StoreFolder(graph)
    try folder.store.save(graph)
    let intact = try folder.file
    var other = intact
    if place == 8 { other[place] &+= 1 } else { other[place..<place + 4].reverse() }
    let sum = checksum(Array(other.prefix(4088)))
    withUnsafeBytes(of: sum.littleEndian) { other.replaceSubrange(4088..<4096, with: $0) }
    try folder.writeFile(other)
    guard case .rebuilt(.otherVersion) = try folder.open().origin else {
      Issue.record("not noticed")
      return
    }
    #expect(try folder.file == intact)
  }

  @Test(
    "a file of its name that is no graph file is left alone, whatever it is",
    arguments: ["R", "RELATAM1, a language model", "RELATA\u{1A}", "this is no graph file at all"], [0, 5000])
  func foreign(start: String, padding: Int) throws {
    var graph = graph
    graph.statements[0].evidence[0].quote = String(repeating: "word ", count: GraphStore.worthwhileSize / 5)
    let folder = try StoreFolder(graph)
    let other = Array(start.utf8) + [UInt8](repeating: 0, count: padding)
    try folder.writeFile(other)
    for isTrusting in [true, false] {
      let (mapped, origin) = try folder.store.open(trustingFile: isTrusting) { try JSONLDReader.read($0) }
      #expect(try mapped.entity(0) == graph.entities[0])
      if isTrusting, case .occupied(.foreign) = origin {} else { #expect(!isTrusting, "\(origin)") }
    }
    #expect(throws: MappedGraphError.self) { try folder.store.save(graph) }
    #expect(try folder.file == other)
    #expect(try folder.names == ["graph.jsonld", "graph.relata"])
  }

  @Test("a pipe of its name is not waited for")
  func pipe() throws {
    let folder = try StoreFolder(graph)
    try #require(mkfifo(folder.store.path, 0o600) == 0)
    let (mapped, origin) = try folder.open()
    #expect(try mapped.knowledgeGraph() == graph)
    guard case .occupied(.foreign) = origin else {
      Issue.record("\(origin)")
      return
    }
    #expect(throws: MappedGraphError.self) { try folder.store.save(graph) }
    var status = stat()
    #expect(lstat(folder.store.path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
  }

  @Test(
    "a source may have any date",
    arguments: [-12_000_000_000, -9_300_000_000, 0, 9_300_000_000, 15_000_000_000])
  func dates(seconds: Double) throws {
    let folder = try StoreFolder(graph)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: seconds)], ofItemAtPath: folder.store.source)
    try folder.store.save(graph)
    #expect(try folder.open().origin == .mapped)
  }

  @Test("one of a source with the same size and time but other content is made again")
  func sameTime() throws {
    let folder = try StoreFolder(graph)
    let date = [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: 1_000_000)]
    try FileManager.default.setAttributes(date, ofItemAtPath: folder.store.source)
    try folder.store.save(graph)
    let made = try folder.open()
    #expect(made.origin == .mapped)
    var changed = graph
    changed.entities[0].mentionCount += changed.entities[0].mentionCount % 10 == 9 ? -1 : 1
    try folder.writeSource(changed)
    try FileManager.default.setAttributes(date, ofItemAtPath: folder.store.source)
    let (mapped, origin) = try folder.open()
    #expect(origin == .source)
    #expect(
      mapped.source.size == made.graph.source.size && mapped.source.modified == made.graph.source.modified)
    #expect(try mapped.knowledgeGraph() == changed)
  }

  @Test("one is not written for a source that somebody else has replaced meanwhile")
  func replaced() throws {
    let folder = try StoreFolder(graph)
    var content = ContentDigest()
    try Data(contentsOf: URL(filePath: folder.store.source)).withUnsafeBytes { content.add($0) }
    try folder.store.save(graph, of: content)
    let first = try folder.file
    var other = graph
    other.entities[0].mentionCount += other.entities[0].mentionCount % 10 == 9 ? -1 : 1
    try folder.writeSource(other)
    let error = #expect(throws: MappedGraphError.self) { try folder.store.save(graph, of: content) }
    guard case .unwritable = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try folder.file == first)
    #expect(try folder.open().graph.knowledgeGraph() == other)
  }

  @Test("a source that is larger than memory is refused")
  func hugeSource() throws {
    let folder = try StoreFolder(graph)
    let handle = try FileHandle(forWritingTo: URL(filePath: folder.store.source))
    try handle.truncate(atOffset: 8 << 40)
    try handle.close()
    let error = #expect(throws: MappedGraphError.self) { try folder.open() }
    guard case .sourceTooLarge = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("one of an older source is made again, whatever the size and time of the new one")
  func stale() throws {
    let folder = try StoreFolder(graph)
    try folder.store.save(graph)
    var changed = graph
    changed.entities[0].mentionCount += changed.entities[0].mentionCount % 10 == 9 ? -1 : 1
    try folder.writeSource(changed)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: folder.store.source)
    let (mapped, origin) = try folder.open()
    #expect(origin == .source)
    #expect(try mapped.knowledgeGraph() == changed)
    #expect(try folder.open().origin == .mapped)
    changed.statements.removeLast()
    changed.contradictions = []
    try folder.writeSource(changed)
    #expect(try folder.open().graph.knowledgeGraph() == changed)
  }

  @Test("a source that was only touched or copied makes no work")
  func touched() throws {
    let folder = try StoreFolder(graph)
    try folder.store.save(graph)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: folder.store.source)
    #expect(try folder.open().origin == .mapped)
  }

  @Test("where it cannot be written, the graph is there all the same")
  func unwritable() throws {
    let folder = try StoreFolder(graph)
    // A folder in its place cannot be replaced, not even by root.
    try FileManager.default.createDirectory(
      atPath: folder.store.path + "/x", withIntermediateDirectories: true)
    let (mapped, _) = try folder.open()
    #expect(try mapped.knowledgeGraph() == graph)
    #expect(try folder.names == ["graph.jsonld", "graph.relata"])
    let error = #expect(throws: MappedGraphError.self) { try folder.store.save(graph) }
    guard case .foreign = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try folder.names == ["graph.jsonld", "graph.relata"])
  }

  @Test("asking a small graph leaves no file behind")
  func small() throws {
    let folder = try StoreFolder(graph)
    #expect(try folder.open().origin == .source)
    #expect(try folder.names == ["graph.jsonld"])
  }

  @Test("asking a large graph leaves its file behind")
  func large() throws {
    var graph = graph
    graph.statements[0].evidence[0].quote = String(repeating: "word ", count: GraphStore.worthwhileSize / 5)
    let folder = try StoreFolder(graph)
    #expect(try folder.open().origin == .source)
    #expect(try folder.names == ["graph.jsonld", "graph.relata"])
    let (mapped, origin) = try folder.open()
    #expect(origin == .mapped)
    #expect(try mapped.statement(0) == graph.statements[0])
  }

  @Test("what is wrong with the source is told")
  func badSource() throws {
    let folder = try StoreFolder(graph)
    try folder.store.save(graph)
    try Data("{".utf8).write(to: URL(filePath: folder.store.source))
    #expect(throws: JSONLDError.self) { try folder.open() }
    try FileManager.default.removeItem(atPath: folder.store.source)
    let error = #expect(throws: MappedGraphError.self) { try folder.open() }
    guard case .unreadable = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(
    "the checksum is XXH64",
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("abc", 0x44BC_2CF5_AD77_0999),
      ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
    ] as [(String, UInt64)]) func checksum(text: String, sum: UInt64)
  {
    #expect(checksum(Array(text.utf8)) == sum)
  }

  @Test("the checksum of parts is that of the whole", arguments: 0..<40)
  func parts(seed: Int) {
    var random = RandomGraphs(seed: seed)
    let bytes = (0..<random.number(300)).map { _ in UInt8(random.number(256)) }
    var digest = ContentDigest()
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + random.number(seed % 2 == 0 ? 10 : 100))
      bytes[start..<end].withUnsafeBytes { digest.add($0) }
      start = end
    }
    #expect(digest.size == bytes.count && digest.value == checksum(bytes))
  }

  /// Where this fails, files of earlier versions would be read as what they are not: raise
  /// `FileLayout.version`, then change the number here.
  @Test("the format changes only with its version")
  func format() throws {
    let folder = try StoreFolder(graph)
    try MappedGraph.write(graph, to: folder.store.path)
    let bytes = try folder.file
    #expect(bytes[8] == 7)
    #expect(checksum(bytes) == 11_462_430_409_295_530_238)
  }
}
