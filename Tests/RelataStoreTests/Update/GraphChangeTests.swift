import Foundation
import RelataTestSupport
import RelataGraph
import RelataQuery
import RelataStore
import Testing

@Suite("A graph file with a change is the file of the changed graph")
struct GraphChangeTests {
  /// The sections of a graph file by number.
  private func sections(_ write: (String) throws -> Void) throws -> [UInt32: [UInt8]] {
    let path = FileManager.default.temporaryDirectory.appending(path: "change \(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try write(path)
    let bytes = try Data(contentsOf: URL(filePath: path))
    func number<Number: FixedWidthInteger & BitwiseCopyable>(_ place: Int, of _: Number.Type) -> Number {
      bytes.withUnsafeBytes {
        Number(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: Number.self))
      }
    }
    var sections: [UInt32: [UInt8]] = [:]
    for place in 0..<Int(number(64, of: UInt32.self)) {
      let entry = 128 + place * 24
      let start = Int(number(entry + 8, of: UInt64.self))
      sections[number(entry, of: UInt32.self)] = Array(
        bytes[start..<start + Int(number(entry + 16, of: UInt64.self))])
    }
    return sections
  }

  /// All but the texts and the records, which are numbered otherwise: summary, index, names,
  /// contradictions of statements.
  private static let comparable = (1...30).map(UInt32.init) + [41, 42]

  private static let texts: UInt32 = 32

  private func expectEqual(_ changed: MappedGraph, _ expected: KnowledgeGraph) throws {
    let graph = try changed.knowledgeGraph()
    #expect(graph == expected)
    #expect(try exactly(graph) == exactly(expected))
  }

  @Test("it reads as the changed graph, and its index and names are the same bytes", arguments: 0..<300)
  func change(seed: Int) throws {
    var random = RandomGraphs(seed: seed)
    let graph = random.orderedGraph(entities: 1 + random.number(25), statements: 1 + random.number(50))
    let change = random.change(of: graph)
    let expected = graph.changed(by: change)
    let base = try MappedGraph(graph)
    try expectEqual(try base.changed(by: change), expected)
    let changed = try sections { try base.write(change, to: $0) }
    let fresh = try sections { try MappedGraph.write(expected, to: $0) }
    #expect(changed.keys.sorted() == fresh.keys.sorted())
    for section in Self.comparable { #expect(changed[section] == fresh[section], "section \(section)") }
    // Not written as a whole: the texts that were there are there still, in their places.
    let texts = try #require(try sections { try MappedGraph.write(graph, to: $0) }[Self.texts])
    #expect(changed[Self.texts]?.starts(with: texts) == true)
  }

  @Test("answers are the same", arguments: 0..<40)
  func answers(seed: Int) throws {
    var random = RandomGraphs(seed: seed)
    let graph = random.orderedGraph(entities: 20, statements: 50)
    let change = random.change(of: graph)
    let changed = try MappedGraph(graph).changed(by: change)
    let fresh = try MappedGraph(graph.changed(by: change))
    for options in MappedGraphTests.options {
      let (finder, other) = (try fresh.finder(options), try changed.finder(options))
      for _ in 0..<10 {
        let (from, to) = (random.choice(Array(fresh.index.ids)), random.choice(Array(fresh.index.ids)))
        let paths = finder.find(from: from, to: to)
        #expect(other.find(from: from, to: to) == paths)
        let (part, otherPart) = (try fresh.part(of: paths.paths), try changed.part(of: paths.paths))
        #expect(part.graph == otherPart.graph && part.paths == otherPart.paths)
      }
    }
    for node in fresh.index.ids.indices {
      #expect(changed.index.degree(of: node) == fresh.index.degree(of: node))
      #expect(try changed.entity(fresh.index.ids[node]) == fresh.entity(fresh.index.ids[node]))
    }
    #expect(changed.index.relations == fresh.index.relations)
    let names = try fresh.knowledgeGraph().entities.flatMap { [$0.name] + $0.aliases.map(\.name) }
    let former = graph.entities.flatMap { [$0.name] + $0.aliases.map(\.name) }
    for name in Set(names + former) {
      let initials = String(name.split(separator: " ").compactMap(\.first))
      for query in [name, String(name.dropLast()), "X" + name, initials, name.uppercased()] {
        #expect(try changed.find(query) == fresh.find(query), "\(query)")
      }
    }
  }

  @Test("many changes one after the other", arguments: 0..<20)
  func chain(seed: Int) throws {
    var random = RandomGraphs(seed: seed)
    var expected = seed % 2 == 0 ? KnowledgeGraph() : random.orderedGraph(entities: 10, statements: 20)
    var mapped = try MappedGraph(expected)
    for _ in 0..<10 {
      let change = random.change(of: expected)
      expected = expected.changed(by: change)
      mapped = try mapped.changed(by: change)
      try expectEqual(mapped, expected)
      for name in ["Omar Khan", "Kahn", "UoF", "New Nam"] {
        #expect(try mapped.find(name) == EntityMatcher(expected).find(name))
      }
    }
  }

  @Test("references get longer where many entities come before them")
  func longReferences() throws {
    var random = RandomGraphs(seed: 3)
    let graph = random.orderedGraph(entities: 20, statements: 60)
    let change = GraphChange(
      entities: (0..<20_000).map { Entity(id: EntityID(rawValue: "a/\($0)"), name: "No \($0)", type: .city) })
    try expectEqual(try MappedGraph(graph).changed(by: change), graph.changed(by: change))
  }

  @Test("no change gives the same graph")
  func nothing() throws {
    var random = RandomGraphs(seed: 5)
    for graph in [KnowledgeGraph(), random.orderedGraph(entities: 10, statements: 20)] {
      let stamp = SourceStamp(size: 1, digest: 2)
      let changed = try MappedGraph(graph).changed(by: GraphChange(), madeOf: stamp)
      try expectEqual(changed, graph)
      #expect(changed.source == stamp)
      let same = try sections { try MappedGraph(graph).write(GraphChange(), to: $0) }
      #expect(try sections { try MappedGraph.write(graph, to: $0) } == same)
    }
  }

  @Test("texts that are there already do not come again where what has them is replaced")
  func texts() throws {
    var random = RandomGraphs(seed: 9)
    let graph = random.orderedGraph(entities: 20, statements: 30)
    let change = GraphChange(
      entities: graph.entities, removedStatements: Set(graph.statements.indices),
      addedStatements: graph.statements, documents: graph.documents)
    let base = try MappedGraph(graph)
    try expectEqual(try base.changed(by: change), graph.changed(by: change))
    #expect(
      try sections { try base.write(change, to: $0) }[Self.texts]
        == sections { try MappedGraph.write(graph, to: $0) }[Self.texts])
  }

  @Test("a graph in another order is put in order", arguments: 0..<20)
  func unordered(seed: Int) throws {
    var random = RandomGraphs(seed: seed)
    let graph = random.graph(entities: 10, statements: 20)
    let change = random.change(of: graph)
    try expectEqual(try MappedGraph(graph).changed(by: change), graph.changed(by: change))
  }

  @Test("a graph with whatever values can hold loses nothing", arguments: 0..<60)
  func nasty(seed: Int) throws {
    var random = RandomGraphs(seed: seed)
    let (graph, other) = (random.nastyGraph(), random.nastyGraph())
    var change = GraphChange(addedStatements: other.statements)
    for entity in other.entities where !change.entities.contains(where: { $0.id == entity.id }) {
      change.entities.append(entity)
    }
    let changed = try MappedGraph(graph).changed(by: change)
    let read = try changed.knowledgeGraph()
    for entity in change.entities { #expect(read.entities.contains(entity)) }
    for statement in graph.statements + change.addedStatements {
      #expect(read.statements.contains(statement))
    }
    #expect(read.statements.count == graph.statements.count + change.addedStatements.count)
    for (place, id) in changed.index.ids.enumerated() { #expect(changed.index.number(of: id) == place) }
  }

  @Test("identifiers that are equal but for their bytes are one")
  func equalIdentifiers() throws {
    let graph = KnowledgeGraph(
      entities: ["a", "\u{E9}", "z"].map { Entity(id: EntityID(rawValue: $0), name: $0, type: .city) },
      statements: [
        Statement(
          subject: EntityID(rawValue: "a"), relation: "r", object: EntityID(rawValue: "z"), evidence: [])
      ])
    let id = EntityID(rawValue: "e\u{301}")
    let change = GraphChange(
      entities: [Entity(id: id, name: "new", type: .city)],
      addedStatements: [Statement(subject: EntityID(rawValue: "a"), relation: "s", object: id, evidence: [])])
    for part in [change, GraphChange(addedStatements: change.addedStatements)] {
      let changed = try MappedGraph(graph).changed(by: part)
      #expect(changed.entityCount == 3)
      #expect(changed.index.connectionCount == 2)
      try expectEqual(changed, graph.changed(by: part))
    }
  }

  @Test("the same file can be read and written, and who reads the old one goes on")
  func samePath() throws {
    var random = RandomGraphs(seed: 11)
    let graph = random.orderedGraph(entities: 20, statements: 50)
    let folder = try StoreFolder(graph)
    try MappedGraph.write(graph, to: folder.store.path)
    let old = try MappedGraph(mapping: folder.store.path)
    let change = random.change(of: graph)
    try old.write(change, to: folder.store.path)
    try expectEqual(old, graph)
    try expectEqual(try MappedGraph(mapping: folder.store.path), graph.changed(by: change))
    #expect(try folder.names == ["graph.jsonld", "graph.relata"])
  }

  @Test("a damaged file is not changed", arguments: 0..<40)
  func damage(seed: Int) throws {
    var random = RandomGraphs(seed: seed)
    let graph = random.orderedGraph(entities: 20, statements: 50)
    let folder = try StoreFolder(graph)
    try MappedGraph.write(graph, to: folder.store.path)
    var bytes = try folder.file
    bytes[4096 + random.number(bytes.count - 4096)] ^= 1 << UInt8(random.number(8))
    try folder.writeFile(bytes)
    let error = #expect(throws: MappedGraphError.self) {
      try MappedGraph(mapping: folder.store.path).write(GraphChange(), to: folder.store.path)
    }
    guard case .damaged = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try folder.file == bytes)
  }

  @Test("what does not fit is refused")
  func unfitting() throws {
    var random = RandomGraphs(seed: 2)
    let graph = random.orderedGraph(entities: 5, statements: 5)
    let mapped = try MappedGraph(graph)
    let contradiction = { (statements: [GraphChange.StatementReference]) in
      [GraphChange.AddedContradiction(kind: .time, statements: statements, explanation: "")]
    }
    for change in [
      GraphChange(entities: [graph.entities[0], graph.entities[0]]),
      GraphChange(documents: [graph.documents[0], graph.documents[0]]),
      GraphChange(removedStatements: [5]), GraphChange(removedStatements: [-1]),
      GraphChange(contradictions: contradiction([.known(5)])),
      GraphChange(contradictions: contradiction([.added(0)])),
      GraphChange(contradictions: contradiction([.known(1), .known(1)])),
      GraphChange(removedStatements: [1], contradictions: contradiction([.known(0), .known(1)])),
    ] {
      let error = #expect(throws: MappedGraphError.self) { try mapped.changed(by: change) }
      guard case .unfitting = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
    }
  }
}
