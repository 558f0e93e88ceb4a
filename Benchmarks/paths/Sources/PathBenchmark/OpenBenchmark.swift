import Foundation
import Relata

/// How long a new process needs from its start to the first answer about a graph in a
/// file, and how much memory.
///
///     PathBenchmark open FOLDER [NODES EDGES]      writes the file where it is missing, then asks in new processes
///     PathBenchmark ask FILE FROM TO RANKING SINCE one of these: prints milliseconds and bytes
enum OpenBenchmark {
  static let rounds = 11

  /// Whether the arguments were for it.
  static func run(_ arguments: [String]) throws -> Bool {
    switch arguments.first {
    case "open" where arguments.count > 1:
      try measure(folder: arguments[1], numbers: arguments.dropFirst(2).compactMap { Int($0) })
    case "ask" where arguments.count == 6:
      try ask(
        arguments[1], arguments[2], arguments[3], PathRanking(rawValue: arguments[4]) ?? .shortest,
        since: Double(arguments[5]) ?? 0)
    default: return false
    }
    return true
  }

  private static func measure(folder: String, numbers: [Int]) throws {
    let (nodes, edges) = (numbers.first ?? 1_000_000, numbers.count > 1 ? numbers[1] : 5_000_000)
    let path = "\(folder)/graph-\(nodes)-\(edges).relata"
    if !FileManager.default.fileExists(atPath: path) {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let graph = RandomGraph(nodes: nodes, edges: edges, seed: 1).knowledgeGraph
      let seconds = try ContinuousClock().measure { try MappedGraph.write(graph, to: path) } / .seconds(1)
      print("write: \(String(format: "%.1f", seconds)) s")
    }
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    print("file: \(size / 1_000_000) MB, \(size / edges) bytes an edge")
    // Read once, so that it is in the page cache, as the questions want it.
    _ = try Data(contentsOf: URL(filePath: path)).reduce(into: UInt8(0)) { $0 ^= $1 }
    let pairs = [(0, 1), (3, 7)].map { (RandomGraph.name(nodes / 3 + $0), RandomGraph.name(nodes / 2 + $1)) }
    for (title, from, to, ranking) in [
      (
        "by identifier", RandomGraph.id(nodes / 3).rawValue, RandomGraph.id(nodes / 2).rawValue,
        PathRanking.shortest
      ),
      ("by name", pairs[0].0, pairs[0].1, .shortest),
      ("by name, the most informative", pairs[0].0, pairs[0].1, .informative),
      ("in other letters", pairs[1].0.uppercased(), pairs[1].1.lowercased(), .shortest),
      ("with typing errors", misspelt(pairs[0].0), misspelt(pairs[0].1), .shortest),
    ] {
      var rows: [[Double]] = []
      for _ in 0..<rounds { rows.append(try child(path, from, to, ranking)) }
      let medians = rows[0].indices.map { column in rows.map { $0[column] }.sorted()[rounds / 2] }
      let labels = [
        "from start of process", "open", "names", "path", "resident bytes an edge after opening",
        "after the answer",
      ]
      print(
        "\(title): "
          + zip(labels, medians).map { "\($0) \(String(format: "%.1f", $1))" }.joined(separator: ", "))
    }
  }

  /// Two neighbours changed in the last word.
  private static func misspelt(_ name: String) -> String {
    var letters = Array(name)
    letters.swapAt(letters.count - 2, letters.count - 3)
    return String(letters)
  }

  private static func child(_ path: String, _ from: String, _ to: String, _ ranking: PathRanking) throws
    -> [Double]
  {
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let output = Pipe()
    process.standardOutput = output
    process.arguments = ["ask", path, from, to, ranking.rawValue, "\(Date().timeIntervalSince1970)"]
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isWhitespace).compactMap {
      Double($0)
    }
  }

  private static func ask(_ path: String, _ from: String, _ to: String, _ ranking: PathRanking, since: Double)
    throws
  {
    let before = resident()
    let clock = ContinuousClock()
    var times = [clock.now]
    let graph = try MappedGraph(mapping: path)
    times.append(clock.now)
    let opened = resident() - before
    let ends = try [from, to].map { try entity($0, in: graph) }
    times.append(clock.now)
    let finder = try graph.finder(PathOptions(maximumHops: nil, ranking: ranking, count: 1))
    let paths = finder.paths(from: ends[0], to: ends[1])
    let answer = try graph.part(of: paths)
    times.append(clock.now)
    let total = (Date().timeIntervalSince1970 - since) * 1000
    guard !answer.paths.isEmpty else { throw CocoaError(.coderInvalidValue) }
    let stages = zip(times, times.dropFirst()).map { ($1 - $0) / .milliseconds(1) }
    let numbers =
      [total] + stages + [opened, resident() - before].map { Double($0) / Double(graph.statementCount) }
    print(numbers.map { String($0) }.joined(separator: " "))
  }

  private static func entity(_ name: String, in graph: MappedGraph) throws -> EntityID {
    switch try graph.find(name) {
    case .unique(let match): return match.entity.id
    case .ambiguous(let matches): return matches[0].entity.id
    case .unknown: throw CocoaError(.coderValueNotFound)
    }
  }

  /// The process's resident memory, mapped files included, as the kernel counts it.
  private static func resident() -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * Int(getpagesize())
  }
}
