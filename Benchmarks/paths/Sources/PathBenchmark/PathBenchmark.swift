import Foundation
import Relata

/// Makes a graph, writes it for the peers, answers the queries and writes the times and answers.
///
///     PathBenchmark FOLDER [NODES EDGES]
///     PathBenchmark open FOLDER [NODES EDGES]      opening a graph file, see OpenBenchmark
@main
enum PathBenchmark {
  struct Task: Encodable {
    let name: String
    /// One a query.
    var seconds: [Double] = []
    /// What must be equal: lengths, costs, counts.
    var answers: [[Double]] = []

    var median: Double { seconds.sorted()[seconds.count / 2] }
  }

  struct Report: Encodable {
    let nodes: Int
    let edges: Int
    let relations: Int
    /// Of the typed queries.
    let allowed: [Int]
    let pairs: [[Int]]
    let indexSeconds: Double
    let tasks: [Task]
  }

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if try OpenBenchmark.run(Array(arguments)) { return }
    guard let folder = arguments.first else {
      print("usage: PathBenchmark [open] FOLDER [NODES EDGES]")
      exit(64)
    }
    let numbers = arguments.dropFirst().compactMap { Int($0) }
    let random = RandomGraph(
      nodes: numbers.first ?? 100_000, edges: numbers.count > 1 ? numbers[1] : 500_000, seed: 1)
    let pairs = random.pairs(100, seed: 2)
    let graph = random.knowledgeGraph
    var index = GraphIndex(KnowledgeGraph())
    let indexSeconds = time { index = GraphIndex(graph) }
    print("index: \(milliseconds(indexSeconds)) ms")

    // Every third relation: the typed graph is sparser, its paths are longer.
    let allowed = Array(stride(from: 0, to: RandomGraph.relationCount, by: 3))
    let typed = StatementSelection(relations: Set(allowed.map(RandomGraph.relation)))
    func finder(_ options: PathOptions) -> PathFinder { PathFinder(graph, index: index, options: options) }
    var tasks = [
      run("shortest", pairs, finder(PathOptions(maximumHops: nil, count: 1)), lengths),
      run("typed", pairs, finder(PathOptions(maximumHops: nil, count: 1, statements: typed)), lengths),
      run("weighted", pairs, finder(PathOptions(maximumHops: nil, ranking: .surest, count: 1)), costs),
      run("k5", pairs, finder(PathOptions(maximumHops: nil, count: 5)), lengths),
      run("telling3", pairs, finder(PathOptions(ranking: .informative)), costs),
    ]
    let all = finder(PathOptions(maximumHops: 4))
    var every = Task(name: "all4")
    for (from, to) in pairs.prefix(20) {
      var count = 0
      every.seconds.append(
        time { count = all.entityPaths(from: RandomGraph.id(from), to: RandomGraph.id(to)).count })
      every.answers.append([Double(count)])
    }
    tasks.append(every)
    for task in tasks { print("\(task.name): median \(milliseconds(task.median)) ms") }

    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let lines = random.edges.map { "\($0.subject) \($0.object) \($0.relation) \(weight($0))\n" }
    try lines.joined().write(toFile: folder + "/edges.txt", atomically: true, encoding: .utf8)
    let report = Report(
      nodes: random.nodeCount, edges: random.edges.count, relations: RandomGraph.relationCount,
      allowed: allowed, pairs: pairs.map { [$0, $1] }, indexSeconds: indexSeconds, tasks: tasks)
    try JSONEncoder().encode(report).write(to: URL(filePath: folder + "/relata.json"))
  }

  static func run(
    _ name: String, _ pairs: [(Int, Int)], _ finder: PathFinder, _ answer: ([GraphPath]) -> [Double]
  ) -> Task {
    var task = Task(name: name)
    // Once before, so that memory is there: a question asked of a running program.
    for (from, to) in pairs.prefix(3) { _ = finder.paths(from: RandomGraph.id(from), to: RandomGraph.id(to)) }
    for (from, to) in pairs {
      let (start, end) = (RandomGraph.id(from), RandomGraph.id(to))
      var paths: [GraphPath] = []
      task.seconds.append(time { paths = finder.paths(from: start, to: end) })
      task.answers.append(answer(paths))
    }
    return task
  }

  static func lengths(_ paths: [GraphPath]) -> [Double] { paths.map { Double($0.hops.count) } }

  static func costs(_ paths: [GraphPath]) -> [Double] { paths.map(\.cost) }

  /// What the peers add up: the definition of ``PathRanking/surest``.
  static func weight(_ edge: RandomGraph.Edge) -> Double {
    ((-log(Double(edge.confidence) / 100) * 1_000_000).rounded() + 1) / 1_000_000
  }

  static func time(_ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    return clock.measure(body) / .seconds(1)
  }

  static func milliseconds(_ seconds: Double) -> String { String(format: "%.4f", seconds * 1000) }
}
