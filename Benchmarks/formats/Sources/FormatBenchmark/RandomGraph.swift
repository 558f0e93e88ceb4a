import BenchmarkSupport
import Relata

/// A graph like those that `relata build` makes, of any size: typed entities with aliases and identifiers,
/// statements with qualifiers and quotes, some parallel, some contradicting each other. The same seed gives
/// the same graph everywhere.
struct RandomGraph {
  private var random: SplitMix64
  private let types: [EntityType]
  private let relations: [String]

  init(seed: UInt64, ontology: Ontology) {
    random = SplitMix64(seed: seed)
    types = ontology.types.map(\.type).filter { $0 != .thing }
    relations = Array(ontology.relations.map(\.id).prefix(30))
  }

  mutating func graph(entities: Int, statements: Int) -> KnowledgeGraph {
    var graph = KnowledgeGraph()
    graph.documents = (0..<max(1, statements / 100)).map { number in
      DocumentRecord(
        id: "news/\(2010 + number % 15)/article-\(number).txt", title: sentence(8), date: date(),
        sentenceCount: 20 + random.below(30), wordCount: 400 + random.below(800))
    }
    graph.entities = (0..<entities).map { entity(number: $0, documents: graph.documents) }
    graph.statements.reserveCapacity(statements)
    while graph.statements.count < statements {
      var statement = statement(among: graph.entities, documents: graph.documents)
      graph.statements.append(statement)
      // A twentieth of the statements has a parallel one, half of these contradict.
      guard random.below(20) == 0, graph.statements.count < statements else { continue }
      let first = graph.statements.count - 1
      let contradicts = random.below(2) == 0
      if contradicts { statement.polarity = .negated } else { statement.modality = .planned }
      graph.statements.append(statement)
      guard contradicts else { continue }
      graph.contradictions.append(
        Contradiction(kind: .polarity, statements: [first, first + 1], explanation: "affirmed here, negated there"))
    }
    return graph
  }

  private mutating func entity(number: Int, documents: [DocumentRecord]) -> Entity {
    let type = types[random.below(types.count)]
    let name = name()
    let slug = String(name.unicodeScalars.map { $0.isASCII && $0 != " " ? Character($0) : "-" }).lowercased()
    var entity = Entity(
      id: EntityID(rawValue: "\(type.rawValue.lowercased())/\(slug)-\(number)"), name: name, type: type,
      mentionCount: 1 + random.below(40))
    let document = documents[random.below(documents.count)].id
    entity.aliases = [
      Alias(name: name, count: entity.mentionCount, example: evidence(in: document))
    ]
    if random.below(3) == 0 {
      entity.aliases.append(Alias(name: self.name(), count: 1, example: evidence(in: document)))
    }
    if random.below(5) == 0 { entity.identifiers["wikidata"] = "Q\(1 + random.below(9_999_999))" }
    return entity
  }

  private mutating func statement(among entities: [Entity], documents: [DocumentRecord]) -> Statement {
    // The smaller of two numbers: some entities are in many statements, most in few.
    let subject = min(random.below(entities.count), random.below(entities.count))
    let object = min(random.below(entities.count), random.below(entities.count))
    var statement = Statement(
      subject: entities[subject].id, relation: relations[random.below(relations.count)], object: entities[object].id,
      confidence: Double(50 + random.below(51)) / 100, evidence: [])
    if random.below(10) == 0 {
      statement.relation = "meet with"
      statement.isOpen = true
    }
    if random.below(20) == 0 { statement.polarity = .negated }
    switch random.below(10) {
    case 0...5: break
    case 6, 7:
      statement.modality = .reported
      statement.attribution = entities[random.below(entities.count)].id
    case 8: statement.modality = .planned
    default: statement.modality = .alleged
    }
    if random.below(3) == 0 { statement.time = TimeSpan(at: date()) }
    if random.below(10) == 0 { statement.place = entities[random.below(entities.count)].id }
    if random.below(20) == 0 { statement.role = "Deputy Minister of \(word())" }
    let count = random.below(10) == 0 ? 2 + random.below(2) : 1
    statement.evidence = (0..<count).map { _ in evidence(in: documents[random.below(documents.count)].id) }
    return statement
  }

  private mutating func evidence(in document: String) -> Evidence {
    let quote = sentence(10 + random.below(20))
    let start = random.below(6000)
    return Evidence(
      document: document, start: start, end: start + quote.unicodeScalars.count, quote: quote,
      trigger: "verb \(word())")
  }

  private mutating func date() -> PartialDate {
    switch random.below(3) {
    case 0: PartialDate(year: 2000 + random.below(26))
    case 1: PartialDate(year: 2000 + random.below(26), month: 1 + random.below(12))
    default: PartialDate(year: 2000 + random.below(26), month: 1 + random.below(12), day: 1 + random.below(28))
    }
  }

  private mutating func name() -> String {
    (0..<2 + random.below(2)).map { _ in
      let word = word()
      return word.prefix(1).uppercased() + word.dropFirst()
    }.joined(separator: " ")
  }

  private mutating func sentence(_ count: Int) -> String {
    var words = (0..<count).map { _ in word() }
    // What the formats must escape, as often as in news.
    if random.below(4) == 0 { words[0] = "“" + words[0] + "”" }
    if random.below(20) == 0 { words[count / 2] = "\"\(words[count / 2])\"" }
    if random.below(30) == 0 { words[count / 2] += " & co" }
    if random.below(30) == 0 { words[count / 2] += "\n" }
    return words.joined(separator: " ") + "."
  }

  private mutating func word() -> String {
    var word = ""
    for _ in 0..<1 + random.below(3) { word += Self.syllables[random.below(Self.syllables.count)] }
    return word
  }

  private static let syllables = [
    "al", "an", "ar", "as", "ba", "ber", "bo", "cha", "da", "den", "di", "do", "el", "en", "er", "fa", "fi", "gar", "gi",
    "ha", "hol", "in", "is", "ja", "ka", "kov", "la", "len", "li", "lo", "ma", "mi", "mon", "mu", "na", "ni", "no", "of", "on",
    "or", "pa", "per", "po", "ra", "ri", "ro", "sa", "sch", "sen", "si", "sta", "su", "ta", "ter", "ti", "to", "tra", "un",
    "va", "ver", "vi", "wa", "yu", "za", "é", "ü",
  ]
}
