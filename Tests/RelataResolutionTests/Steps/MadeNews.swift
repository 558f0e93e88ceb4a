import RelataExtraction
import RelataGraph
import RelataTestSupport

/// Documents of chance in which everything happens that resolution decides: spellings, bare
/// names, acronyms, contested types, identifiers, descriptions, and statements that repeat,
/// complete and contradict each other.
struct MadeNews {
  private var dice: SeededGenerator

  init(seed: UInt64) { dice = SeededGenerator(seed: seed &+ 1000) }

  private static let given = [
    "Ahmed", "Ahmad", "Bashar", "Hafez", "Vladimir", "Mohammed", "Muhammad", "Abu Mohammad", "William",
    "Bill",
  ]
  private static let family = [
    "al-Sharaa", "al-Shara'a", "al-Assad", "Assad", "Putin", "Lavrov", "Karimi", "Kareemi", "Jumblatt",
    "Mohammad",
  ]
  private static let groups = [
    "Hayat Tahrir al-Sham", "HTS", "Syrian National Army", "SNA", "Syrian Foreign Ministry", "S.N.A.",
    "Foreign Ministry of Syria", "Haifa Tourist Syndicate", "Gazprom Neft", "Gazprom", "OPCW", "GAZPROM",
    "the ministry",
  ]
  private static let places: [(String, EntityType, [String: String])] = [
    ("Damascus", .city, [:]), ("Syria", .country, ["iso3166": "SY"]),
    ("Syrian Arab Republic", .country, ["iso3166": "SY"]),
    ("Russia", .country, ["iso3166": "RU"]), ("Aleppo", .city, [:]), ("Hama", .region, [:]),
    ("Hama", .city, [:]),
    ("Khmeimim Air Base", .militaryBase, [:]), ("Khmeimim", .militaryBase, [:]),
    ("Hmeimim", .militaryBase, [:]),
    ("Damascus", .thing, [:]), ("Hama", .place, [:]),
  ]
  private static let relations = [
    "overthrew", "captured", "visited", "leads", "met", "recognized", "head_of_state_of", "holds_office_in",
    "born_in",
    "located_in", "mentioned",
  ]
  private static let links = [
    IdentityLink(name: "al-Jolani", other: "al-Sharaa", reason: .aliasPhrase, detail: "known as"),
    IdentityLink(name: "HTS", other: "Hayat Tahrir al-Sham", reason: .brackets),
  ]

  mutating func documents(_ count: Int) -> [ExtractedDocument] { (0..<count).map { document($0) } }

  private mutating func document(_ number: Int) -> ExtractedDocument {
    let entities = leading() + (0..<dice.number(6)).map { _ in entity() }
    let id = "d-\((number * 7) % 1000)-\(number)"
    let statements = (0..<dice.number(9)).map { position in statement(entities.count, position) }
    return Fixtures.document(id, entities, statements)
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[dice.number(values.count)] }

  /// What most of the statements are of, so that documents say the same and contradict each other.
  private mutating func leading() -> [DocumentEntity] {
    let (place, type, identifiers) = pick(Self.places)
    return [
      Fixtures.entity(
        pick(["Ahmed al-Sharaa", "Ahmad al-Shara'a", "Bashar al-Assad"]), mentions: 1 + dice.number(6)),
      Fixtures.entity(place, type: type, mentions: 1 + dice.number(6), identifiers: identifiers),
      Fixtures.entity(pick(["Damascus", "Aleppo", "Homs"]), type: .city),
      Fixtures.entity("Khmeimim Air Base", type: .militaryBase),
    ]
  }

  private mutating func entity() -> DocumentEntity {
    var entity = named()
    entity.typeConfidence = Double(dice.number(1000)) / 997
    if dice.number(8) == 0 { entity.titles = ["president"] }
    if dice.number(6) == 0 { entity.links = [pick(Self.links)] }
    if dice.number(3) == 0, !entity.names.isEmpty {
      entity.names[0].example = Evidence(
        document: "", start: dice.number(50), end: 60, quote: "quote", trigger: "name")
    }
    return entity
  }

  private mutating func named() -> DocumentEntity {
    let mentions = 1 + dice.number(6)
    switch dice.number(9) {
    case 0: return Fixtures.entity(pick(Self.family), mentions: mentions)
    case 1:
      let name = pick(["the attack", "attack 2", "the city", "the ministry"])
      return DocumentEntity(
        name: name, type: pick([.event, .city, .organization]), names: [Alias(name: name, count: 1)],
        mentionCount: mentions, identifiers: dice.number(4) == 0 ? ["iso3166": "SY"] : [:], isDescribed: true)
    case 2, 3:
      let (name, type, identifiers) = pick(Self.places)
      return Fixtures.entity(name, type: type, mentions: mentions, identifiers: identifiers)
    case 4, 5:
      let type: EntityType = pick([.organization, .armedGroup, .governmentBody, .person, .thing, .place])
      return Fixtures.entity(pick(Self.groups), type: type, mentions: mentions)
    case 6:
      return Fixtures.entity(
        pick(Self.groups), pick(Self.groups), type: pick([.organization, .armedGroup]), mentions: mentions)
    case 7:
      let surname = pick(Self.family)
      return Fixtures.entity("\(pick(Self.given)) \(surname)", surname, mentions: mentions)
    default:
      return Fixtures.entity("\(pick(Self.given)) \(pick(Self.family))", mentions: mentions)
    }
  }

  private mutating func statement(_ entities: Int, _ position: Int) -> DocumentStatement {
    let time: String? = pick([
      nil, nil, "2024", "2024-12", "2024-12-08", "2024-12-09", "2023-12-08", "2000/2024", "2001/2020",
    ])
    let ends = dice.number(4) == 0 ? entities : 4
    var statement = Fixtures.statement(
      dice.number(ends), pick(Self.relations), dice.number(ends), time: time,
      polarity: pick([.affirmed, .affirmed, .affirmed, .negated]),
      modality: pick([.asserted, .asserted, .reported, .planned]),
      role: pick([nil, nil, "President", "president", "Minister"]),
      place: dice.number(3) == 0 ? dice.number(ends) : nil,
      confidence: Double(dice.number(1000)) / 999,
      importance: dice.number(2) == 0 ? Double(dice.number(100)) / 99 : nil,
      at: position * 3, trigger: pick(["verb", "juxtaposition", ""]))
    statement.isOpen = statement.relation == "mentioned"
    if dice.number(4) == 0 { statement.attribution = dice.number(entities) }
    return statement
  }

  /// A word for each number, no two of which sound alike.
  static func unheard(_ number: Int) -> String {
    let sounds = ["bob", "dir", "gul", "kem", "lof", "mar", "nis", "pet", "rog", "sul"]
    let word = String(number).reduce("") { $0 + sounds[Int(String($1)) ?? 0] }
    return word.prefix(1).uppercased() + word.dropFirst()
  }
}
