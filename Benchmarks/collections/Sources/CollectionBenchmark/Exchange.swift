import Relata

/// Which thing each entity of each made document is, and of what kind.
struct Truth {
  var identities: [[Int]] = []
  var kinds: [[String]] = []
}

/// Makes documents of any number: real articles, read by the extraction, whose names are
/// exchanged for those of a world.
///
/// A document depends on its number alone. All that a document says of one entity stays one entity's; bare
/// surnames, acronyms and descriptions stay what they are; countries keep their names.
struct Exchange {
  let templates: [StoredDocument]
  let world: World
  let seed: UInt64

  /// How often somebody that everybody knows is called by the surname alone.
  private static let bare = 0.08

  func document(_ number: Int, _ truth: inout Truth) -> ExtractedDocument {
    var dice = Dice(seed, 5, UInt64(number))
    let template = templates[Int(dice.next() % UInt64(templates.count))]
    var document = template.document
    document.record.id = "article-\(number)"
    var used: [Int: Int] = [:]
    var identities: [Int] = []
    var kinds: [String] = []
    for index in document.entities.indices {
      let (identity, kind) = exchange(&document.entities[index], number, index, &used, &dice)
      identities.append(identity)
      kinds.append(kind)
      document.entities[index].links = []
      for name in document.entities[index].names.indices {
        document.entities[index].names[name].example?.document = document.record.id
      }
    }
    let shift = (years: Int(dice.next() % 10), day: Int(dice.next() % 28) + 1)
    for index in document.statements.indices {
      document.statements[index].evidence.document = document.record.id
      document.statements[index].time = document.statements[index].time.map { time in
        TimeSpan(start: time.start.map { moved($0, shift) }, end: time.end.map { moved($0, shift) })
      }
    }
    truth.identities.append(identities)
    truth.kinds.append(kinds)
    return document
  }

  private func moved(_ date: PartialDate, _ shift: (years: Int, day: Int)) -> PartialDate {
    PartialDate(
      year: date.year.map { $0 - shift.years }, month: date.month,
      day: date.day.map { ($0 + shift.day) % 28 + 1 })
  }

  private func exchange(
    _ entity: inout DocumentEntity, _ document: Int, _ index: Int, _ used: inout [Int: Int],
    _ dice: inout Dice
  ) -> (identity: Int, kind: String) {
    // Numbers of one kind never meet those of another.
    func identity(_ number: Int, _ kind: Int) -> Int { number * 8 + kind }
    if entity.isDescribed { return (identity(document * 1000 + index, 0), "described") }
    if let code = entity.identifiers["iso3166"], entity.type == .country {
      return (identity(Int(code.utf8.reduce(0) { $0 << 8 | UInt64($1) }), 1), "country")
    }
    func fresh(_ kind: Int, _ exponent: Double) -> Int {
      // No two entities of a document are one.
      var number = dice.rank(of: world.size, exponent: exponent)
      while used.updateValue(kind, forKey: number * 8 + kind) != nil { number = (number + 1) % world.size }
      return number
    }
    let counts = entity.names.map(\.count)
    switch entity.type.rawValue {
    case "Person":
      let number = fresh(2, 0.75)
      name(person: world.person(number), isKnown: number < world.size / 100, &entity, &dice)
      entity.mentionCount = max(entity.mentionCount, counts.reduce(0, +))
      return (identity(number, 2), entity.names.allSatisfy { !$0.name.contains(" ") } ? "surname" : "person")
    case "Country", "Region", "City", "Place", "Facility", "MilitaryBase":
      // Half of the places are real ones, which the gazetteer may know.
      if dice.happens(0.5) {
        let key = entity.identifiers.isEmpty ? entity.name : entity.identifiers.description
        let hash = key.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return (identity(Int(hash >> 8), 3), "real place")
      }
      let number = fresh(4, 0.8)
      rename(&entity, [world.place(number)])
      entity.identifiers = [:]
      // Of what type a thing is goes with its number; one text in ten is less exact.
      let kinds: [EntityType] = [.city, .city, .region, .facility, .city]
      entity.type = dice.happens(0.1) ? .place : kinds[number % kinds.count]
      return (identity(number, 4), "place")
    case "Event", "Agreement", "Work", "Thing", "Law", "Award", "Product":
      let number = fresh(5, 0.6)
      let kinds: [EntityType] = [.event, .event, .agreement, .work]
      entity.type = kinds[number % kinds.count]
      rename(&entity, [world.other(number, type: entity.type.rawValue)])
      entity.identifiers = [:]
      return (identity(number, 5), "other")
    default:
      let number = fresh(6, 0.75)
      let kinds: [EntityType] = [
        .company, .governmentBody, .armedGroup, .mediaOutlet, .politicalParty, .organization, "University",
      ]
      let type = kinds[number % kinds.count]
      entity.type = dice.happens(0.1) ? .organization : type
      let (forms, acronym) = world.organization(number, type: type.rawValue)
      let isShort = entity.names.allSatisfy { isAcronym($0.name) }
      var names = [dice.happens(0.7) ? forms[0] : dice.pick(forms)]
      if entity.names.count > 1, dice.happens(0.3) { names.append(dice.pick(forms)) }
      if let acronym {
        if isShort, number < world.size / 100 {
          names = [acronym]
        } else if dice.happens(0.3) {
          names.append(acronym)
        }
      }
      rename(&entity, names)
      entity.identifiers = [:]
      return (identity(number, 6), names == [acronym] ? "acronym" : "organisation")
    }
  }

  private func isAcronym(_ name: String) -> Bool {
    name.utf8.count < 8 && name.allSatisfy { $0.isUppercase || $0 == "." }
  }

  private func name(person: World.Person, isKnown: Bool, _ entity: inout DocumentEntity, _ dice: inout Dice) {
    // One document keeps to one spelling.
    let given = dice.happens(0.85) ? person.given[0] : dice.pick(person.given)
    let family = dice.happens(0.85) ? person.family[0] : dice.pick(person.family)
    var full = "\(given) \(family)"
    if let middle = person.middle, dice.happens(0.3) {
      full = dice.happens(0.5) ? "\(given) \(middle) \(family)" : "\(given) \(middle.prefix(1)). \(family)"
    }
    let wasBare = entity.names.allSatisfy { !$0.name.contains(" ") }
    if isKnown, wasBare || dice.happens(Self.bare) {
      rename(&entity, [family])
    } else {
      var names = [full]
      if entity.names.contains(where: { !$0.name.contains(" ") }) { names.append(family) }
      rename(&entity, names)
    }
  }

  private func rename(_ entity: inout DocumentEntity, _ names: [String]) {
    let mentions = max(entity.names.reduce(0) { $0 + $1.count }, names.count)
    let example = entity.names.first?.example
    entity.name = names[0]
    entity.names = Array(Set(names)).sorted().map { name in
      var evidence = example
      evidence?.quote = name
      return Alias(name: name, count: max(1, mentions / names.count), example: evidence)
    }
  }
}
