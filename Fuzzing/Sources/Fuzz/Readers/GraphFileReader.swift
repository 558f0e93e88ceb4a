import Foundation
import Relata

/// Graph files, whose checksums are put right after each mutation.
enum GraphFileReader {
  /// On a file system in memory, where there is one.
  private static let path: String = {
    let folder = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    return "\(folder)/relata-fuzz-\(getpid()).relata"
  }()

  static func target() -> Target {
    let example = example
    atexit { unlink(GraphFileReader.path) }
    return Target(
      repair: { repaired($0, like: example, using: &$1) }, layout: GraphFileMutator.mutated
    ) { bytes in
      let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
      let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      close(file)
      guard count == bytes.count else { fatalError("\(path) cannot be written") }
      try? ask(path)
    }
  }

  /// A graph file of the example.
  static let example = file(of: Shared.graph)

  /// A graph file, as the library writes it.
  static func file(of graph: KnowledgeGraph) -> [UInt8] {
    // A name of its own: tests make several at once.
    let path = "\(path)-\(UUID().uuidString)"
    defer { unlink(path) }
    return Shared.made {
      try MappedGraph.write(graph, to: path)
      return Array(try Data(contentsOf: URL(filePath: path)))
    }
  }

  // MARK: - Questions

  /// Everything that can be asked.
  private static func ask(_ path: String) throws {
    let graph = try MappedGraph(mapping: path)
    _ = try? graph.find("Ada Khan")
    _ = try? graph.find("Omra Kahn")
    _ = try? graph.entities(withNamesLike: ["Lighthouse Union", "Ada Khan", "LU"])
    let ids = Array(graph.index.ids.prefix(5))
    for options in searches { askPaths(graph, ids, options) }
    for id in ids {
      _ = try? graph.entity(id)
      _ = try? graph.part(about: id)
      _ = try? graph.statements(of: id, asSubject: nil, relation: "captured", isOpen: false, with: nil)
    }
    for number in 0..<min(5, graph.statementCount) { _ = try? graph.statement(number) }
    _ = try? graph.document(id: "a.txt")
    _ = try? graph.corrections()
    _ = try? graph.knowledgeGraph()
    let added = Entity(id: EntityID(rawValue: "person/b"), name: "B", type: .person)
    _ = try? graph.changed(by: GraphChange(entities: [added]))
    _ = try? graph.changed(by: change(of: graph, ids)).knowledgeGraph()
  }

  /// Each ranking needs tables of its own, and so do times.
  private static let searches = [
    PathOptions(),
    PathOptions(ranking: .surest, statements: StatementSelection(isDirected: true), isTimeRespecting: true),
    PathOptions(
      ranking: .informative, informativeness: Informativeness(Shared.ontology),
      statements: StatementSelection(
        includesNegated: true, minimumConfidence: 0.3, documents: ["a.txt"], from: PartialDate("2024"),
        includesUndated: true)),
  ]

  private static func askPaths(_ graph: MappedGraph, _ ids: [EntityID], _ options: PathOptions) {
    guard let finder = try? graph.finder(options) else { return }
    for (from, to) in zip(ids, ids.dropFirst()) {
      let paths = finder.paths(from: from, to: to)
      _ = try? graph.part(hops: paths.flatMap(\.hops))
    }
  }

  /// Something of every kind comes, goes or is replaced.
  private static func change(of graph: MappedGraph, _ ids: [EntityID]) -> GraphChange {
    let id = EntityID(rawValue: "person/c")
    let other = ids.last ?? id
    var entities = [Entity(id: id, name: "Cem C", type: .person)]
    if other != id { entities.append(Entity(id: other, name: "C", type: .thing)) }
    let statement = Statement(
      subject: id, relation: "praised", object: other, time: TimeSpan(at: PartialDate(year: 2024)),
      evidence: [Evidence(document: "a.txt", start: 0, end: 4, quote: "Text")])
    var change = GraphChange(
      entities: entities, addedStatements: [statement],
      documents: [DocumentRecord(id: "a.txt", sentenceCount: 1, wordCount: 1)])
    if graph.statementCount > 1 {
      change.removedStatements = [graph.statementCount - 1]
      change.contradictions = [
        GraphChange.AddedContradiction(
          kind: .value, statements: [.known(0), .added(0)], explanation: "both")
      ]
    }
    return change
  }

  // MARK: - Checksums

  /// A file of one block at most, whole but for what was mutated in its sections and their table.
  private static func repaired(
    _ input: [UInt8], like example: [UInt8], using random: inout SplitMix
  ) -> [UInt8] {
    let headerSize = GraphFileLayout.headerSize
    guard input.count > headerSize + 16, random.below(8) > 0 else { return input }
    var bytes = input
    // Magic, version and order of bytes.
    bytes.replaceSubrange(0..<16, with: example[0..<16])
    let end = min((bytes.count - 8) / 8 * 8, headerSize + GraphFileLayout.blockSize)
    bytes.removeSubrange(end...)
    return GraphFileLayout.sealed(bytes)
  }
}
