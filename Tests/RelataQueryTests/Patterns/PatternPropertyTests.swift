import RelataGraph
import RelataQuery
import RelataTestSupport
import Testing

/// Random patterns on random small graphs, answered by the matcher and by trying everything.
@Suite("Patterns and a naive evaluator")
struct PatternPropertyTests {
  struct Node {
    var variable: String
    var types: [EntityType]
  }

  struct Relation {
    var variable: String
    var relations: [String]
    var direction: Int
    var lengths: ClosedRange<Int>?
    /// A condition on each of its statements.
    var leastConfidence: Double?
  }

  struct Pattern {
    var nodes: [Node]
    var relations: [Relation]
    /// `a.name <> c.name`.
    var endsDiffer: Bool
    var includesNegated: Bool

    var text: String {
      var text = Self.text(nodes[0])
      for (relation, node) in zip(relations, nodes.dropFirst()) {
        let types = relation.relations.isEmpty ? "" : ":" + relation.relations.joined(separator: "|")
        let condition =
          relation.leastConfidence.map { " WHERE \(relation.variable).confidence >= \($0)" } ?? ""
        let quantifier = relation.lengths.map { "{\($0.lowerBound),\($0.upperBound)}" } ?? ""
        text += (relation.direction < 0 ? "<-" : "-") + "[\(relation.variable)\(types)\(condition)]"
        text += (relation.direction > 0 ? "->" : "-") + quantifier + Self.text(node)
      }
      if endsDiffer { text += " WHERE \(nodes[0].variable) <> \(nodes[nodes.count - 1].variable)" }
      return text + " RETURN *"
    }

    private static func text(_ node: Node) -> String {
      "(\(node.variable)\(node.types.isEmpty ? "" : ":")\(node.types.map(\.rawValue).joined(separator: "|")))"
    }
  }

  @Test("agree", arguments: 0..<400)
  func agree(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let ontology = try PatternFixtures.ontology.get()
    let graph = Self.graph(&generator)
    let pattern = Self.pattern(&generator)
    let found = try PatternFixtures.result(pattern.text, on: graph, includesNegated: pattern.includesNegated)
    let expected = Self.naive(pattern, graph, ontology)
    let rows = found.rows.map { $0.values.map(PatternFixtures.text).joined(separator: " ") }.sorted()
    #expect(rows == expected, "\(pattern.text)")
    #expect(found.bounds.isEmpty)
    let counted = try PatternFixtures.result(
      pattern.text.replacing("RETURN *", with: "RETURN count(*)"), on: graph,
      includesNegated: pattern.includesNegated)
    #expect(counted.rows.map(\.values) == [[.number(Double(expected.count))]])
  }

  @Test("most of the random patterns match something")
  func isNotEmpty() throws {
    let ontology = try PatternFixtures.ontology.get()
    let hits = (0..<400).filter { seed in
      var generator = SeededGenerator(seed: UInt64(seed))
      let graph = Self.graph(&generator)
      return !Self.naive(Self.pattern(&generator), graph, ontology).isEmpty
    }
    #expect(hits.count > 150)
  }

  // MARK: - Random values

  private static func graph(_ generator: inout SeededGenerator) -> KnowledgeGraph {
    let types: [EntityType] = [.person, .armedGroup, .city, .country]
    let entities = (0..<4).map { number in
      entity("e/\(number)", "E\(number)", types.randomElement(using: &generator) ?? .person)
    }
    let statements = (0..<Int.random(in: 3...7, using: &generator)).map { _ in
      statement(
        "e/\(Int.random(in: 0..<4, using: &generator))",
        ["leads", "captured", "met_with", "wave_at"].randomElement(using: &generator) ?? "leads",
        "e/\(Int.random(in: 0..<4, using: &generator))",
        polarity: Int.random(in: 0..<4, using: &generator) == 0 ? .negated : .affirmed,
        confidence: Double(Int.random(in: 1...4, using: &generator)) / 4)
    }
    // So that every relation of a pattern is known.
    return KnowledgeGraph(
      entities: entities, statements: statements + [statement("e/0", "wave_at", "e/1")],
      documents: [DocumentRecord(id: "a.txt")])
  }

  private static func pattern(_ generator: inout SeededGenerator) -> Pattern {
    func types() -> [EntityType] {
      [[], [], [.person], [.organization], [.place, .person], [.thing]].randomElement(using: &generator) ?? []
    }
    func relation(_ variable: String) -> Relation {
      Relation(
        variable: variable,
        relations: [[], [], ["leads"], ["captured", "met_with"], ["met_with"], ["wave_at", "leads"]]
          .randomElement(using: &generator) ?? [],
        direction: Int.random(in: -1...1, using: &generator),
        lengths: [nil, nil, 0...1, 1...2, 2...2, 0...2].randomElement(using: &generator) ?? nil,
        leastConfidence: Int.random(in: 0..<3, using: &generator) == 0 ? 0.5 : nil)
    }
    let isLong = Bool.random(using: &generator)
    var nodes = [Node(variable: "a", types: types()), Node(variable: "b", types: types())]
    if isLong {
      // A ring now and then.
      let last = Int.random(in: 0..<4, using: &generator) == 0 ? "a" : "c"
      nodes.append(Node(variable: last, types: types()))
    }
    return Pattern(
      nodes: nodes, relations: isLong ? [relation("r"), relation("s")] : [relation("r")],
      endsDiffer: Int.random(in: 0..<3, using: &generator) == 0,
      includesNegated: Bool.random(using: &generator))
  }

  // MARK: - Trying everything

  /// Every list of statements for each relation, from every entity: those that hang
  /// together and satisfy everything.
  private static func naive(_ pattern: Pattern, _ graph: KnowledgeGraph, _ ontology: Ontology) -> [String] {
    var rows: [String] = []
    let lists = pattern.relations.map { relation in
      (relation.lengths ?? 1...1).flatMap { length in sequences(length, graph.statements.count) }
    }
    for start in graph.entities {
      for first in lists[0] {
        for second in lists.count > 1 ? lists[1] : [[]] {
          let chosen = Array([first, second].prefix(lists.count))
          if let row = row(pattern, graph, ontology, from: start, chosen) { rows.append(row) }
        }
      }
    }
    return rows.sorted()
  }

  private static func sequences(_ length: Int, _ count: Int) -> [[Int]] {
    length == 0 ? [[]] : sequences(length - 1, count).flatMap { head in (0..<count).map { head + [$0] } }
  }

  private static func row(
    _ pattern: Pattern, _ graph: KnowledgeGraph, _ ontology: Ontology, from start: Entity, _ chosen: [[Int]]
  ) -> String? {
    guard Set(chosen.joined()).count == chosen.joined().count else { return nil }
    var here = start.id
    var ends = [here]
    var texts: [String] = []
    for (relation, list) in zip(pattern.relations, chosen) {
      var steps: [MatchedStep] = []
      for number in list {
        let statement = graph.statements[number]
        guard relation.relations.isEmpty || relation.relations.contains(statement.relation),
          pattern.includesNegated || statement.polarity == .affirmed,
          statement.confidence >= relation.leastConfidence ?? 0
        else { return nil }
        let bothWays = relation.direction == 0 || ontology.relation(statement.relation)?.isSymmetric == true
        let isLoop = statement.subject == statement.object
        if statement.subject == here,
          relation.direction > 0 || (bothWays && !(isLoop && relation.direction < 0))
        {
          steps.append(MatchedStep(statement: number, isForward: true))
          here = statement.object
        } else if statement.object == here, relation.direction < 0 || (bothWays && !isLoop) {
          steps.append(MatchedStep(statement: number, isForward: false))
          here = statement.subject
        } else {
          return nil
        }
      }
      ends.append(here)
      texts.append(
        relation.lengths == nil ? PatternFixtures.text(steps[0]) : PatternFixtures.text(.trail(steps)))
    }
    var bound: [String: EntityID] = [:]
    for (node, end) in zip(pattern.nodes, ends) {
      let type = graph.entities.first { $0.id == end }?.type ?? .thing
      guard node.types.isEmpty || ontology.allows(type, in: node.types), bound[node.variable] ?? end == end
      else {
        return nil
      }
      bound[node.variable] = end
    }
    if pattern.endsDiffer, ends.first == ends.last { return nil }
    var columns: [String] = []
    var told: Set<String> = []
    for (index, node) in pattern.nodes.enumerated() {
      if told.insert(node.variable).inserted { columns.append(PatternFixtures.text(.entity(ends[index]))) }
      if index < texts.count { columns.append(texts[index]) }
    }
    return columns.joined(separator: " ")
  }
}
