import Foundation
import RelataGraph
import RelataQuery
import RelataTestSupport
import Testing

/// The same questions about random graphs of some dozens of entities, asked here and of NetworkX.
@Suite("Answers are those of NetworkX")
struct NetworkXTests {
  struct Question: Encodable {
    let nodes: Int
    let edges: [[Int]]
    let pairs: [[Int]]
    let hops: Int
    let communities: [Int]
  }

  struct Answer: Decodable {
    struct Pair: Decodable {
      let shortest: [Int]
      let weighted: Int?
      let count: Int
    }

    let pairs: [Pair]
    let pageRanks: [Double]
    let betweenness: [Double]
    let components: Int
    /// Of the communities that NetworkX finds, and of ours.
    let modularity: Double
    let ours: Double
  }

  static func id(_ node: Int) -> EntityID { EntityID(rawValue: node < 10 ? "n0\(node)" : "n\(node)") }

  @Test("lengths, costs and numbers of paths, ranks, betweenness, components; communities as good")
  func networkX() throws {
    var random = SeededGenerator(seed: 77)
    var graphs: [KnowledgeGraph] = []
    var questions: [Question] = []
    for _ in 0..<40 {
      let nodes = Int.random(in: 5...60, using: &random)
      let edges = (0..<Int.random(in: nodes / 2...nodes * 2, using: &random)).compactMap { _ -> [Int]? in
        // The square makes hubs.
        let a = Int(Double(nodes) * pow(Double.random(in: 0..<1, using: &random), 2))
        let b = Int.random(in: 0..<nodes, using: &random)
        return a == b ? nil : [a, b, Int.random(in: 10...100, using: &random)]
      }
      let graph = KnowledgeGraph(
        entities: (0..<nodes).map { entity(Self.id($0).rawValue, "\($0)") },
        statements: edges.map {
          statement(Self.id($0[0]).rawValue, "met", Self.id($0[1]).rawValue, confidence: Double($0[2]) / 100)
        })
      let pairs = (0..<12).map { _ in (0..<nodes).shuffled(using: &random).prefix(2).map { $0 } }
      graphs.append(graph)
      questions.append(
        Question(
          nodes: nodes,
          edges: edges.map { [$0[0], $0[1], 1 + Int((-log(Double($0[2]) / 100) * 1e6).rounded())] },
          pairs: pairs, hops: Int.random(in: 1...5, using: &random),
          communities: Centrality(graph).communities))
    }
    let answers = try Self.ask(questions)
    #expect(answers.count == graphs.count)
    for ((graph, question), answer) in zip(zip(graphs, questions), answers) {
      check(graph, question, answer)
    }
  }

  private func check(_ graph: KnowledgeGraph, _ question: Question, _ answer: Answer) {
    let index = GraphIndex(graph)
    let five = PathFinder(graph, index: index, options: PathOptions(maximumHops: nil, count: 5))
    let surest = PathFinder(
      graph, index: index, options: PathOptions(maximumHops: nil, ranking: .surest, count: 1))
    let all = PathFinder(graph, index: index, options: PathOptions(maximumHops: question.hops, count: nil))
    for (pair, expected) in zip(question.pairs, answer.pairs) {
      let (from, to) = (Self.id(pair[0]), Self.id(pair[1]))
      #expect(five.paths(from: from, to: to).map(\.hops.count) == expected.shortest)
      #expect(
        surest.paths(from: from, to: to).first.map { Int(($0.cost * 1e6).rounded()) } == expected.weighted)
      #expect(all.entityPaths(from: from, to: to).count == expected.count)
      #expect(all.paths(from: from, to: to).count == expected.count)
    }
    let centrality = Centrality(graph)
    for node in 0..<question.nodes {
      #expect(abs(centrality.pageRanks[node] - answer.pageRanks[node]) < 1e-8)
      #expect(abs(centrality.betweenness[node] - answer.betweenness[node]) < 1e-9)
    }
    #expect(five.components().sizes.count == answer.components)
    #expect(abs(centrality.modularity - answer.ours) < 1e-9)
    // The method's choices are free: it may be a little worse than another run of it, not much.
    #expect(centrality.modularity > answer.modularity - 0.05)
  }

  private static func ask(_ questions: [Question]) throws -> [Answer] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let python = try TestPython.path
    let scratch = FileManager.default.temporaryDirectory.appending(
      path: "relata networkx \(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let (input, output) = (scratch.appending(path: "in"), scratch.appending(path: "out"))
    try JSONEncoder().encode(questions).write(to: input)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["-I", folder.appending(path: "Consumers/networkx_answers.py").path, input.path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return try JSONDecoder().decode([Answer].self, from: Data(contentsOf: output))
  }
}
