import RelataGraph
import RelataResolution
import RelataTestSupport
import Testing

/// Random corrections of random graphs.
@Suite("Corrections as properties")
struct CorrectionPropertyTests {
  private typealias F = CorrectionFixtures

  private struct Case {
    var graph: KnowledgeGraph
    var corrections: Corrections
  }

  /// - Parameter isUnordered: no two corrections say different things of one.
  private static func random(_ seed: Int, isUnordered: Bool) -> Case {
    var generator = SeededGenerator(seed: seed)
    let graph = graph(&generator)
    var named: Set<EntityID> = []
    var typed: Set<EntityID> = []
    var split: Set<EntityID> = []
    var edited: Set<Int> = []
    var changes: [Correction.Change] = []
    let merged = "Joined \(generator.number(3))"
    for _ in 0..<(2 + generator.number(8)) {
      let entity = generator.choice(graph.entities)
      let other = generator.choice(graph.entities)
      let description = F.description(of: entity)
      let index = generator.number(graph.statements.count)
      let statement = F.description(of: graph.statements[index], in: graph)
      switch generator.number(8) {
      case 0: changes.append(.merge([description, F.description(of: other)], name: merged))
      case 1:
        guard !isUnordered || named.isEmpty else { continue }
        named.insert(entity.id)
        changes.append(.rename(description, to: generator.choice(["New Name", "Alpha 1", "Other"])))
      case 2:
        guard !isUnordered || typed.isEmpty else { continue }
        typed.insert(entity.id)
        changes.append(.retype(description, to: generator.choice([.person, .city, .armedGroup])))
      case 3:
        guard !isUnordered || split.insert(entity.id).inserted else { continue }
        let name = generator.choice(entity.aliases).name
        changes.append(.split(description, names: [name], name: name))
        if generator.number(2) == 0 {
          let part = EntityDescription(name: name, type: entity.type, split: entity.id)
          changes.append(.merge([part, F.description(of: other)], name: merged))
        }
      case 4: if !isUnordered || edited.insert(index).inserted { changes.append(.wrong(statement)) }
      case 5: if !isUnordered || edited.insert(index).inserted { changes.append(.confirmed(statement)) }
      case 6:
        if !isUnordered || edited.insert(index).inserted {
          changes.append(
            .relation(statement, to: generator.choice(["met", "captured", "leads"]), isOpen: false))
        }
      default: changes.append(.direction(statement))
      }
    }
    return Case(
      graph: graph,
      corrections: Corrections(
        changes.enumerated().map { Correction($1, line: $0 + 3) }, fileName: "corrections.yaml"))
  }

  /// As the resolution makes them, by way of documents.
  private static func graph(_ generator: inout SeededGenerator) -> KnowledgeGraph {
    let count = 3 + generator.number(5)
    let types: [EntityType] = [.person, .city, .armedGroup]
    let entities = (0..<count).map { number in
      let type = types[number % 3]
      let names = ["Alpha \(number)", "Beta \(number)", "Gamma \(number)"].prefix(1 + generator.number(3))
      return F.entity(
        "\(type.rawValue.lowercased())/alpha-\(number)", names.map { ($0, 1 + generator.number(4)) }, type,
        identifiers: generator.number(3) == 0 ? ["wikidata": "Q\(number)"] : [:],
        pronouns: generator.number(3))
    }.sorted { $0.id < $1.id }
    var place = 0
    let statements = (0..<(4 + generator.number(10))).compactMap { _ -> Statement? in
      let (subject, object) = (generator.choice(entities), generator.choice(entities))
      guard subject.id != object.id else { return nil }
      let evidence = (0..<(1 + generator.number(3))).map { _ -> Evidence in
        place += 100
        let names = [subject, object].map { generator.choice($0.aliases).name }
        return F.evidence(
          generator.choice(["a.txt", "b.txt"]), place, "\(names[0]) did \(place) to \(names[1]).")
      }
      var statement = F.statement(
        subject.id.rawValue, generator.choice(["met", "captured", "leads", "visited"]), object.id.rawValue,
        time: generator.choice([nil, "2024", "2024-11-27", "2021"]),
        polarity: generator.number(4) == 0 ? .negated : .affirmed,
        confidence: generator.choice([0.5, 0.75, 0.9]))
      statement.evidence = evidence.sorted { ($0.document, $0.start) < ($1.document, $1.start) }
      statement.place = generator.number(4) == 0 ? generator.choice(entities).id : nil
      return statement
    }
    guard !statements.isEmpty else { return Self.graph(&generator) }
    // A correction that corrects nothing brings them into the graph's order.
    let unsorted = KnowledgeGraph(
      entities: entities, statements: statements,
      documents: ["a.txt", "b.txt"].map { DocumentRecord(id: $0) })
    var sorted = F.apply(
      .relation(
        F.description(of: statements[0], in: unsorted), to: statements[0].relation, isOpen: false),
      to: unsorted
    ).graph
    sorted.corrections = []
    return sorted
  }

  @Test("the order of the file makes no difference", arguments: 0..<300)
  func order(seed: Int) {
    let given = Self.random(seed, isUnordered: true)
    var generator = SeededGenerator(seed: seed)
    let expected = given.corrections.applied(to: given.graph, ontology: F.ontology)
    for _ in 0..<4 {
      var shuffled = given.corrections
      shuffled.items.shuffle(using: &generator)
      let outcome = shuffled.applied(to: given.graph, ontology: F.ontology)
      #expect(outcome.graph.entities == expected.graph.entities)
      #expect(outcome.graph.statements == expected.graph.statements)
      #expect(outcome == expected)
    }
  }

  @Test("a corrected graph is corrected", arguments: 0..<300)
  func idempotence(seed: Int) {
    let given = Self.random(seed, isUnordered: true)
    // Names that were split off, or were another's already, mean another thing to who looks again.
    var corrections = given.corrections
    corrections.items.removeAll { correction in
      switch correction.change {
      case .split, .rename(_, to: "Alpha 1"): true
      default: false
      }
    }
    let once = corrections.applied(to: given.graph, ontology: F.ontology).graph
    let twice = corrections.applied(to: once, ontology: F.ontology).graph
    #expect(twice.entities == once.entities)
    #expect(twice.statements == once.statements)
    #expect(twice.contradictions == once.contradictions)
  }

  @Test("the result is a graph: in order, without loops, nothing lost but what is wrong", arguments: 0..<300)
  func wellFormed(seed: Int) {
    let given = Self.random(seed, isUnordered: false)
    let outcome = given.corrections.applied(to: given.graph, ontology: F.ontology)
    let graph = outcome.graph
    let ids = graph.entities.map(\.id)
    #expect(ids == Set(ids).sorted())
    #expect(graph.firstBrokenInvariant() == nil)
    let known = Set(ids)
    for statement in graph.statements {
      #expect(statement.subject != statement.object)
      #expect(!statement.evidence.isEmpty)
      for id in [statement.subject, statement.object, statement.place].compactMap(\.self) {
        #expect(known.contains(id))
      }
      #expect((0...1).contains(statement.confidence))
    }
    #expect(graph.documents == given.graph.documents)
    // Every mention and every name is somebody's.
    func mentions(_ graph: KnowledgeGraph) -> Int { graph.entities.reduce(0) { $0 + $1.mentionCount } }
    func names(_ graph: KnowledgeGraph) -> [String: Int] {
      graph.entities.flatMap(\.aliases).reduce(into: [:]) { $0[$1.name, default: 0] += $1.count }
    }
    #expect(mentions(graph) == mentions(given.graph))
    #expect(names(graph) == names(given.graph))
    // Each sentence supports as many statements as before, unless it is wrong or of a loop.
    let isKept = !graph.corrections.contains { $0.action == .wrong || $0.action == .merge }
    if isKept {
      #expect(Set(graph.statements.flatMap(\.evidence)) == Set(given.graph.statements.flatMap(\.evidence)))
    }
    // And it says what was corrected.
    #expect(given.corrections.items.isEmpty || graph.corrections == outcome.applied)
  }

  @Test("what no correction concerns stays as it was")
  func unconcerned() {
    var (alone, joined) = (0, 0)
    for seed in 0..<300 {
      let given = Self.random(seed, isUnordered: false)
      let corrected = given.corrections.applied(to: given.graph, ontology: F.ontology).graph
      let named = Self.namedEntities(in: given.corrections)
      for entity in given.graph.entities where !named.contains(entity.id) {
        #expect(corrected.entities.contains(entity), "\(seed): \(entity.id)")
      }
      let quoted = Self.quotes(in: given.corrections) { _ in true }
      let moving = Self.quotes(in: given.corrections) { [.relation, .direction].contains($0.action) }
      let moved = given.graph.statements.filter { !moving.isDisjoint(with: $0.evidence.map(\.quote)) }
        .map(Self.ends(of:))
      for statement in given.graph.statements {
        let entities = [statement.subject, statement.object, statement.attribution, statement.place]
          .compactMap(\.self)
        guard named.isDisjoint(with: entities), quoted.isDisjoint(with: statement.evidence.map(\.quote))
        else { continue }
        guard moved.contains(Self.ends(of: statement)) else {
          alone += 1
          #expect(corrected.statements.contains(statement), "\(seed): \(statement)")
          continue
        }
        // Another one may say the same now: then one statement has the evidence of both, in one direction.
        joined += 1
        let isThere = corrected.statements.contains {
          $0.relation == statement.relation && Self.ends(of: $0) == Self.ends(of: statement)
            && $0.isOpen == statement.isOpen && $0.polarity == statement.polarity
            && $0.modality == statement.modality && Set(statement.evidence).isSubset(of: $0.evidence)
        }
        #expect(isThere, "\(seed): \(statement)")
      }
    }
    // Enough of both, or it would say nothing.
    #expect(alone > 100)
    #expect(joined > 0)
  }

  private static func ends(of statement: Statement) -> Set<EntityID> {
    [statement.subject, statement.object]
  }

  /// Those that corrections of entities speak of.
  private static func namedEntities(in corrections: Corrections) -> Set<EntityID> {
    let descriptions = corrections.items.flatMap { correction -> [EntityDescription] in
      switch correction.change {
      case .merge(let entities, _): entities
      case .split(let entity, _, _), .rename(let entity, _), .retype(let entity, _): [entity]
      case .wrong, .confirmed, .relation, .direction: []
      }
    }
    return Set(descriptions.flatMap { [$0.id, $0.split].compactMap(\.self) })
  }

  /// The sentences of the statements that corrections speak of; no sentence is evidence of two.
  private static func quotes(
    in corrections: Corrections, where isMeant: (Correction.Change) -> Bool
  ) -> Set<String> {
    Set(
      corrections.items.map(\.change).filter(isMeant).compactMap(\.statement).flatMap(\.evidence)
        .compactMap(\.quote))
  }
}
