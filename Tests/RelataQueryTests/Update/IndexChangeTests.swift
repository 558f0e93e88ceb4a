import RelataGraph
import RelataQuery
import RelataTestSupport
import Testing

@Suite("The index of a changed graph is, byte by byte, one that is made anew")
struct IndexChangeTests {
  /// Entities of which some are replaced and to which others come, in the order of their identifiers.
  private struct EntityChange {
    private(set) var old: [Entity] = []
    private(set) var new: [Entity] = []
    private(set) var coming: [Entity] = []
    private(set) var renumbering = Renumbering()
    /// By old number, also of one that is replaced.
    private(set) var places: [UInt32] = []

    static let ids = (10..<24).map { "n\($0)" }

    init(_ random: inout SeededGenerator) {
      for id in Self.ids {
        let isOld = random.number(3) > 0
        guard isOld || random.number(2) == 0 else { continue }
        if isOld {
          old.append(Self.anyEntity(id, &random))
          places.append(UInt32(new.count))
        }
        if isOld, random.number(4) > 0 {
          renumbering.keep(upTo: old.count)
          new.append(old[old.count - 1])
        } else {
          renumbering.drop(upTo: old.count)
          renumbering.add()
          coming.append(Self.anyEntity(id, &random))
          new.append(coming[coming.count - 1])
        }
      }
    }

    /// “—” is no name that could be found.
    private static func anyEntity(_ id: String, _ random: inout SeededGenerator) -> Entity {
      let names = (0..<1 + random.number(3)).map { _ in
        (0..<1 + random.number(3)).map { _ in
          random.choice(["Ada", "Omar", "Khan", "al-Sharaa", "Łódź", "Union", "of", "Fishers", "—"])
        }.joined(separator: " ")
      }
      return entity(
        id, names[0], random.choice([.person, .city, "Ship"]), aliases: Array(names.dropFirst()),
        mentions: random.number(9))
    }
  }

  /// Between entities of which some are not there, or come only now.
  private static func anyStatement(_ random: inout SeededGenerator) -> Statement {
    var new = statement(
      random.choice(EntityChange.ids), random.choice(["leads", "met", "captured"]),
      random.choice(EntityChange.ids), polarity: random.choice(Polarity.allCases),
      confidence: random.choice([0.25, 0.5, 1]), importance: random.maybe(0.5),
      isOpen: random.number(4) == 0, time: random.choice([nil, "2021", "2022-05-06", "XXXX-03"]))
    if random.number(3) == 0 {
      new.evidence.append(Evidence(document: "b.txt", start: 0, end: 1, quote: "x"))
    }
    return new
  }

  @Test("of the statements", arguments: 0..<200)
  func statements(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let entities = EntityChange(&random)
    let old = (0..<random.number(40)).map { _ in Self.anyStatement(&random) }
    let splice = RandomSplice(of: old.count, &random)
    let added = (0..<splice.renumbering.addedCount).map { _ in Self.anyStatement(&random) }
    let before = GraphIndex(KnowledgeGraph(entities: entities.old, statements: old))
    let anew = GraphIndex(
      KnowledgeGraph(entities: entities.new, statements: splice.list(old, adding: added)))
    let known = Set(entities.old.map(\.id))
    let connected = old.enumerated().compactMap { number, statement -> GraphIndex.Connection? in
      let ends = [statement.subject, statement.object]
      guard statement.subject != statement.object, !ends.allSatisfy(known.contains),
        let subject = anew.number(of: statement.subject), let object = anew.number(of: statement.object)
      else { return nil }
      return GraphIndex.Connection(statement: number, subject: UInt32(subject), object: UInt32(object))
    }
    let changed = before.changed(
      by: GraphIndex.Change(
        ids: anew.ids, entities: entities.renumbering, places: FixedBuffer(entities.places, or: 0),
        addedTypes: entities.coming.map(\.type), statements: splice.renumbering,
        statementPlaces: splice.renumbering.places(of: old.count), addedStatements: added,
        connected: connected))
    #expect(changed.types == anew.types)
    #expect(changed.typeOfNode.contents == anew.typeOfNode.contents)
    #expect(changed.kinds == anew.kinds)
    #expect(changed.kindOfStatement.contents == anew.kindOfStatement.contents)
    #expect(changed.relationCounts == anew.relationCounts)
    #expect(changed.offsets.contents == anew.offsets.contents)
    #expect(changed.slots.rawContents == anew.slots.rawContents)
    #expect(changed.statements.contents == anew.statements.contents)
    #expect(changed.strengths.contents == anew.strengths.contents)
    #expect(changed.evidenceCounts.contents == anew.evidenceCounts.contents)
    #expect(changed.importances.contents == anew.importances.contents)
    #expect(changed.times.contents == anew.times.contents)
    #expect(changed.ranges.contents == anew.ranges.contents)
    #expect(changed.degrees.contents == anew.degrees.contents)
  }

  @Test("of the names", arguments: 0..<200)
  func names(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let entities = EntityChange(&random)
    let changed = NameIndex(entities.old).changed(
      entities.renumbering, places: FixedBuffer(entities.places, or: 0), adding: entities.coming)
    let anew = NameIndex(entities.new)
    #expect(changed.mentionCounts.contents == anew.mentionCounts.contents)
    #expect(changed.owners.contents == anew.owners.contents)
    #expect(changed.texts.offsets.contents == anew.texts.offsets.contents)
    #expect(changed.texts.bytes.contents == anew.texts.bytes.contents)
    #expect(changed.hashes.contents == anew.hashes.contents)
    #expect(changed.hashedNames.contents == anew.hashedNames.contents)
    for (table, other) in [(changed.sounds, anew.sounds), (changed.wholes, anew.wholes)] {
      #expect(table.keys.offsets.contents == other.keys.offsets.contents)
      #expect(table.keys.bytes.contents == other.keys.bytes.contents)
      #expect(table.lengthStarts.contents == other.lengthStarts.contents)
      #expect(table.nameStarts.contents == other.nameStarts.contents)
      #expect(table.names.contents == other.names.contents)
    }
  }
}
