import RelataGraph
import RelataQuery
import RelataTestSupport
import Testing

@Suite("An index of a graph tells what going through all statements tells")
struct GraphIndexTests {
  /// With statements about themselves, and about entities that are not there.
  private static func graph(_ random: inout SeededGenerator) -> KnowledgeGraph {
    let names = (10..<18).map { "n\($0)" }
    let there = names.filter { _ in random.number(4) > 0 }
    return KnowledgeGraph(
      entities: there.shuffled(using: &random).map { entity($0, $0) },
      statements: (0..<random.number(30)).map { _ in
        statement(
          random.choice(names), random.choice(["r", "s"]), random.choice(names),
          polarity: random.choice(Polarity.allCases), isOpen: random.number(3) == 0)
      })
  }

  /// Whether a statement leads from one entity of the graph to another.
  private static func connects(_ statement: Statement, _ ids: [EntityID]) -> Bool {
    statement.subject != statement.object && ids.contains(statement.subject)
      && ids.contains(statement.object)
  }

  @Test("of entities, connections, neighbours and relations", arguments: 0..<100)
  func counts(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let whole = Self.graph(&random)
    let index = GraphIndex(whole)
    let ids = whole.entities.map(\.id).sorted()
    let connections = whole.statements.filter { Self.connects($0, ids) }
    #expect(Array(index.ids) == ids)
    #expect(index.entityCount == ids.count)
    #expect(index.connectionCount == connections.count)
    #expect(index.relations == Set(whole.statements.map(\.relation)))
    for (number, id) in ids.enumerated() {
      #expect(index.number(of: id) == number)
      let neighbours = Set(
        connections.filter { $0.subject == id || $0.object == id }
          .map { $0.subject == id ? $0.object : $0.subject })
      #expect(index.degree(of: number) == neighbours.count)
    }
    for id in ["", "n", "n0", "n99", "o"] { #expect(index.number(of: EntityID(rawValue: id)) == nil) }
    for number in [-1, ids.count, .max] { #expect(index.degree(of: number) == 0) }
  }

  @Test("however odd the numbers of a date are", arguments: [Int.min, -1, 0, Int.max])
  func oddDates(number: Int) {
    var visit = statement("a", "visited", "b")
    visit.time = TimeSpan(at: PartialDate(year: number, month: number, day: number))
    let graph = KnowledgeGraph(entities: [entity("a", "A"), entity("b", "B")], statements: [visit])
    #expect(GraphIndex(graph).connectionCount == 1)
  }

  @Test("of the statements of one relation", arguments: 0..<10)
  func statements(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let whole = Self.graph(&random)
    let index = GraphIndex(whole)
    let ids = Array(index.ids)
    for (node, id) in ids.enumerated() {
      for other in [nil] + ids.indices.map(Optional.some) {
        for isSubject in [nil, true, false] {
          for (relation, isOpen) in [("r", false), ("s", false), ("s", true), ("none", false)] {
            let expected = whole.statements.indices.filter { number in
              let statement = whole.statements[number]
              guard Self.connects(statement, ids), statement.relation == relation,
                statement.isOpen == isOpen, statement.subject == id || statement.object == id
              else { return false }
              let isForward = statement.subject == id
              return (isSubject ?? isForward) == isForward
                && (other.map { ids[$0] == (isForward ? statement.object : statement.subject) } ?? true)
            }
            let found = index.statements(
              of: node, asSubject: isSubject, relation: relation, isOpen: isOpen, with: other)
            #expect(found == expected)
          }
        }
      }
    }
  }

  @Test("identifiers stand in the order of their bytes, and are found by these alone")
  func bytes() {
    let (composed, decomposed) = ("\u{E9}", "e\u{301}")
    let names = ["b", composed, decomposed + "z", "z", "日本", "a"]
    let index = GraphIndex(KnowledgeGraph(entities: names.map { entity($0, $0) }))
    #expect(
      index.ids.map(\.rawValue) == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    for (number, id) in index.ids.enumerated() { #expect(index.number(of: id) == number) }
    #expect(index.number(of: EntityID(rawValue: decomposed)) == nil)
    // What Swift calls equal is one, under the bytes of the first.
    let twins = GraphIndex(KnowledgeGraph(entities: [composed, decomposed].map { entity($0, $0) }))
    #expect(twins.entityCount == 1)
    #expect(twins.number(of: EntityID(rawValue: composed)) == 0)
  }
}
