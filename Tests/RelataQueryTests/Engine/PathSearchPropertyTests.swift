import Foundation
import RelataGraph
import RelataQuery
import RelataTestSupport
import Testing

/// Every ranking and constraint on random small graphs beside a slow and plain search that walks everywhere.
@Suite("Path searches agree with walking everywhere")
struct PathSearchPropertyTests {
  @Test("under random rankings, constraints and lengths", arguments: 0..<2000)
  func bruteForce(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 1_000_000)
    let g = Self.graph(&random)
    let options = Self.options(&random)
    let found = PathFinder(g, options: options).find(from: Self.id("a"), to: Self.id("b"))
    let expected = Reference(g, options).paths(from: "a", to: "b")
    #expect(found.isComplete)
    #expect(found.paths.map { $0.entities.map(\.rawValue).joined() } == expected.map(\.nodes))
    for (path, reference) in zip(found.paths, expected) {
      #expect(abs(path.cost - reference.cost) < 1e-9)
      for hop in path.hops { #expect(!hop.steps.isEmpty) }
    }
  }

  @Test("a finder that is used again answers as a new one does", arguments: 0..<40)
  func reuse(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 2_000_000)
    let g = Self.graph(&random)
    var options = Self.options(&random)
    options.through = []
    let finder = PathFinder(g, options: options)
    let ids = g.entities.map(\.id)
    for from in ids {
      for to in ids {
        #expect(finder.paths(from: from, to: to) == PathFinder(g, options: options).paths(from: from, to: to))
      }
    }
  }

  static func id(_ text: String) -> EntityID { EntityID(rawValue: text) }

  /// One of at least one.
  static func pick<Choices: RandomAccessCollection>(_ choices: Choices, _ random: inout SeededGenerator)
    -> Choices.Element where Choices.Index == Int
  {
    choices[Int.random(in: choices.startIndex..<choices.endIndex, using: &random)]
  }

  static func graph(_ random: inout SeededGenerator) -> KnowledgeGraph {
    let names = ["a", "b", "c", "d", "e", "f", "g"].prefix(Int.random(in: 2...7, using: &random))
    let statements = (0..<Int.random(in: 0...16, using: &random)).map { _ in
      var new = statement(
        pick(names, &random), pick(["r", "s", "t"], &random),
        pick(names, &random),
        polarity: Int.random(in: 0..<6, using: &random) == 0 ? .negated : .affirmed,
        confidence: pick([0.25, 0.5, 0.75, 1], &random),
        isOpen: Int.random(in: 0..<5, using: &random) == 0,
        time: pick([nil, "2021", "2022-05", "2022-05-06", "2023", "XXXX-03"], &random),
        document: pick(["1.txt", "2.txt"], &random))
      new.modality = pick(Modality.allCases, &random)
      if Bool.random(using: &random) { new.modality = .asserted }
      if Bool.random(using: &random) {
        new.evidence.append(Evidence(document: "3.txt", start: 0, end: 1, quote: "x"))
      }
      if new.time != nil, Int.random(in: 0..<4, using: &random) == 0 { new.time?.end = nil }
      return new
    }
    var g = RelataQueryTests.graph(statements, extra: Array(names))
    for index in g.entities.indices {
      g.entities[index].type = pick(["Person", "City"], &random)
    }
    return g
  }

  static func options(_ random: inout SeededGenerator) -> PathOptions {
    func chance(_ n: Int) -> Bool { Int.random(in: 0..<n, using: &random) == 0 }
    var selection = StatementSelection(
      isDirected: chance(3), symmetricRelations: chance(2) ? ["s"] : [],
      relations: chance(5) ? ["r", "s"] : nil,
      withoutRelations: chance(6) ? ["t"] : [], includesNegated: chance(2), includesOpen: !chance(4),
      isAssertedOnly: chance(6), minimumConfidence: chance(5) ? 0.5 : 0,
      documents: chance(8) ? ["3.txt"] : nil)
    if chance(6) { selection.from = PartialDate("2022") }
    if chance(6) { selection.until = PartialDate("2022-05") }
    selection.includesUndated = chance(2)
    return PathOptions(
      maximumHops: chance(4) ? nil : Int.random(in: 1...5, using: &random),
      ranking: pick(PathRanking.allCases, &random),
      informativeness: chance(2)
        ? Informativeness() : Informativeness(passing: ["City": 3], relations: ["s": 1]),
      // All without a limit of hops is as good a question in a graph so small.
      count: chance(4) ? nil : Int.random(in: 1...9, using: &random), statements: selection,
      through: chance(4) ? [id("c")] : chance(8) ? [id("d"), id("c")] : [],
      avoid: chance(5) ? [id("e")] : [], types: chance(5) ? ["Person"] : nil, isTimeRespecting: chance(4))
  }
}

/// The definition of the answer, written down as plainly as possible.
private struct Reference {
  let graph: KnowledgeGraph
  let options: PathOptions

  init(_ graph: KnowledgeGraph, _ options: PathOptions) {
    self.graph = graph
    self.options = options
  }

  func paths(from: String, to: String) -> [(nodes: String, cost: Double)] {
    var found: [(nodes: [String], key: Int, cost: Double)] = []
    func walk(_ nodes: [String]) {
      guard let last = nodes.last else { return }
      if last == to {
        guard options.through.allSatisfy({ nodes.contains($0.rawValue) }), isInTime(nodes) else { return }
        let key = key(nodes)
        found.append((nodes, key.key, key.cost))
      } else if nodes.count <= options.maximumHops ?? .max {
        for entity in graph.entities where !nodes.contains(entity.id.rawValue) {
          let next = entity.id.rawValue
          let passes =
            next == to
            || (!options.avoid.contains(entity.id)
              && (options.through.contains(entity.id) || (options.types?.contains(entity.type) ?? true)))
          if passes, !steps(last, next).isEmpty { walk(nodes + [next]) }
        }
      }
    }
    if from != to { walk([from]) }
    found.sort { $0.key != $1.key ? $0.key < $1.key : $0.nodes.lexicographicallyPrecedes($1.nodes) }
    return found.prefix(options.count ?? .max).map { ($0.nodes.joined(), $0.cost) }
  }

  func steps(_ a: String, _ b: String) -> [Statement] {
    let s = options.statements
    return graph.statements.filter { x in
      let isForward = x.subject.rawValue == a && x.object.rawValue == b
      let isBackward = x.subject.rawValue == b && x.object.rawValue == a
      return (isForward || isBackward && (!s.isDirected || s.symmetricRelations.contains(x.relation)))
        && a != b && (s.relations?.contains(x.relation) ?? true) && !s.withoutRelations.contains(x.relation)
        && (s.includesNegated || x.polarity == .affirmed) && (s.includesOpen || !x.isOpen)
        && (!s.isAssertedOnly || x.modality == .asserted) && x.confidence >= s.minimumConfidence
        && (s.documents.map { d in x.evidence.contains { d.contains($0.document) } } ?? true) && isInWindow(x)
    }
  }

  func isInWindow(_ x: Statement) -> Bool {
    let s = options.statements
    guard s.from != nil || s.until != nil || options.isTimeRespecting else { return true }
    guard let days = days(x) else { return s.includesUndated }
    let from = s.from.map { first($0) } ?? ""
    let until = s.until.map { last($0) } ?? "~"
    return days.first <= until && from <= days.last
  }

  /// As text, which compares as dates do.
  func days(_ x: Statement) -> (first: String, last: String)? {
    guard let time = x.time, time.start?.year != nil || time.end?.year != nil else { return nil }
    return (time.start.map { first($0) } ?? "", time.end.map { last($0) } ?? "~")
  }

  func first(_ date: PartialDate) -> String {
    PartialDate(year: date.year, month: date.month ?? 1, day: date.day ?? 1).description
  }

  func last(_ date: PartialDate) -> String {
    PartialDate(year: date.year, month: date.month ?? 12, day: date.day ?? 31).description
  }

  func isInTime(_ nodes: [String]) -> Bool { cheapest(nodes, 0, "") != nil }

  /// Tries every choice of statements.
  func cheapest(_ nodes: [String], _ place: Int, _ day: String) -> Int? {
    guard place + 1 < nodes.count else { return 0 }
    return steps(nodes[place], nodes[place + 1]).compactMap { x -> Int? in
      let days = (options.isTimeRespecting ? self.days(x) : nil) ?? ("", "~")
      guard day <= days.1 else { return nil }
      return cheapest(nodes, place + 1, max(day, days.0)).map { $0 + millionths(x) }
    }.min()
  }

  /// Sums of rounded millionths, so that ties are the same as there.
  func key(_ nodes: [String]) -> (key: Int, cost: Double) {
    let hops = nodes.count - 1
    var total = cheapest(nodes, 0, "") ?? 0
    if options.ranking == .informative {
      total += hops * 2_000_000
      for node in nodes.dropFirst().dropLast() {
        let type = graph.entities.first { $0.id.rawValue == node }?.type
        let extra = type.flatMap { options.informativeness.passing[$0] } ?? 0
        total += Int(((0.5 * log2(Double(max(1, degree(node)))) + extra) * 1e6).rounded())
      }
    }
    switch options.ranking {
    case .shortest: return (hops << 40 + total, Double(hops))
    case .surest: return (total + hops, Double(total + hops) / 1e6)
    case .informative: return (total, Double(total) / 1e6)
    }
  }

  func degree(_ node: String) -> Int {
    Set(
      graph.statements.flatMap { x -> [String] in
        let (s, o) = (x.subject.rawValue, x.object.rawValue)
        return s == o ? [] : s == node ? [o] : o == node ? [s] : []
      }
    ).count
  }

  func millionths(_ x: Statement) -> Int {
    switch options.ranking {
    case .shortest: return Int(((1 - x.confidence) * 1e6).rounded())
    case .surest: return Int((-log(x.confidence) * 1e6).rounded())
    case .informative:
      let reservation: Double =
        switch x.modality {
        case .asserted: 0
        case .reported: 0.5
        case .alleged: 1
        case .planned: 1.5
        case .hypothetical: 2
        }
      let uses = graph.statements.count { $0.relation == x.relation }
      let documents = Set(x.evidence.map(\.document)).count
      let weakness = (reservation - log2(x.confidence)) / Double(documents)
      let generality =
        log2(Double(uses)) / log2(Double(max(2, graph.statements.count))) + (x.isOpen ? 0.5 : 0)
        + (options.informativeness.relations[x.relation] ?? 0)
      return Int(((weakness + generality) * 1e6).rounded())
    }
  }
}
