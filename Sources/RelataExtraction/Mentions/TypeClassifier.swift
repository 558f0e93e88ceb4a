import RelataGazetteer
import RelataGraph
import RelataLanguage

/// Refines the language model's name tag into an entity type with gazetteers, head nouns, titles and context.
struct TypeClassifier: Sendable {
  struct Decision: Sendable {
    var type: EntityType
    var confidence: Double
    var canonicalName: String?
    var identifiers: [String: String] = [:]
  }

  let gazetteer: Gazetteer
  /// Words that say first what a name is of: "Hurricane Maria", "Lake Chad", "USS Cole".
  private let firstWords: [String: EntityType]

  init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    let beginnings: [(WordList, EntityType)] = [
      (.eventBeginnings, .event), (.placeBeginnings, .place), (.facilityBeginnings, .facility),
      (.outletBeginnings, .mediaOutlet),
    ]
    firstWords = Dictionary(
      beginnings.flatMap { list, type in gazetteer.wordLists[list].map { ($0, type) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// - Parameters:
  ///   - words: the words of the name without titles.
  ///   - label: the language model's tag, or nil where only the gazetteer knows the name.
  ///   - hasPersonTitle: whether a personal title stands before it ("General", "Mr.").
  func classify(
    _ words: [String], label: NameLabel?, confidence: Double, hasPersonTitle: Bool
  ) -> Decision {
    let name = Self.join(words)
    if hasPersonTitle, gazetteer.country(named: name) == nil || label == .person {
      return Decision(type: .person, confidence: 0.97)
    }
    if let country = gazetteer.country(named: name), !(label == .person && words.count > 1) {
      var identifiers: [String: String] = [:]
      if !country.code.isEmpty { identifiers["iso3166"] = country.code }
      return Decision(
        type: .country, confidence: 0.97, canonicalName: country.name, identifiers: identifiers)
    }
    if let organization = gazetteer.organization(named: name) {
      return Decision(
        type: organization.type, confidence: 0.95, canonicalName: organization.name)
    }
    if let type = typeOfNamesake(words), label != .person { return Decision(type: type, confidence: 0.9) }
    if let population = gazetteer.population(named: name), label != .person {
      return Decision(type: .populationGroup, confidence: 0.9, canonicalName: population)
    }
    if let type = headNounType(words) {
      if !(label == .person && confidence > 0.8 && gazetteer.givenName(words[0]) != nil) {
        return Decision(type: type, confidence: 0.9)
      }
    }
    let given = words.first.flatMap { gazetteer.givenName($0) }
    if words.count >= 2, given != nil, label == .person || label == .miscellaneous {
      return Decision(type: .person, confidence: 0.95)
    }
    let places = gazetteer.places(named: name)
    switch label {
    case .person:
      // A single word that is a large place and no given name is more often the place: "Moscow said".
      if words.count == 1, given == nil, let place = places.first,
        place.population > 200_000 || place.isCapital || place.type != .city
      {
        return decision(place, 0.6)
      }
      return Decision(type: .person, confidence: words.count > 1 ? 0.9 : 0.75)
    case .location:
      if let place = places.first { return decision(place, 0.9) }
      return Decision(type: .place, confidence: 0.7)
    case .organization:
      if let place = places.first, words.count == 1, place.population > 500_000, confidence < 0.7 {
        return decision(place, 0.5)
      }
      return Decision(type: .organization, confidence: 0.75)
    case .event:
      return Decision(type: .event, confidence: 0.8)
    case .miscellaneous, nil:
      if let place = places.first, place.population > 50_000 || place.type != .city {
        return decision(place, 0.55)
      }
      return Decision(type: .thing, confidence: 0.4)
    case .time:
      return Decision(type: .thing, confidence: 0.1)
    }
  }

  private func decision(_ place: Gazetteer.Place, _ confidence: Double) -> Decision {
    Decision(
      type: place.type, confidence: confidence, canonicalName: nil, identifiers: place.identifiers)
  }

  /// The type of the body whose name another country's has: the "Philippine *House of Representatives*".
  private func typeOfNamesake(_ words: [String]) -> EntityType? {
    for count in stride(from: min(3, words.count - 1), to: 0, by: -1) {
      let country = Self.join(Array(words.prefix(count)))
      guard gazetteer.country(demonym: country) != nil || gazetteer.country(named: country) != nil,
        let known = gazetteer.organization(named: Self.join(Array(words.dropFirst(count))))
      else { continue }
      return known.type == .governmentBody ? known.type : nil
    }
    return nil
  }

  /// The type that a name's head noun gives: "Khmeimim Air *Base*", "*Ministry* of Defence", "Six-Day *War*".
  func headNounType(_ words: [String]) -> EntityType? {
    guard words.count > 1 else { return nil }
    let lower = words.map { $0.lowercased() }
    if let type = firstWords[lower[0]] { return type }
    var heads: [String] = []
    if let of = lower.firstIndex(where: gazetteer.wordLists[.headAdpositions].contains), of > 0 {
      heads.append(lower[of - 1])
      if of > 1 { heads.insert(lower[of - 2] + " " + lower[of - 1], at: 0) }
    }
    if let last = lower.last {
      heads.append(lower[lower.count - 2] + " " + last)
      heads.append(last)
      if lower.count > 2, lower[lower.count - 2] == "-" {
        heads.append(lower[lower.count - 3] + "-" + last)
      }
    }
    for head in heads {
      let noun = head.hasSuffix(".") ? String(head.dropLast()) : head
      if let type = gazetteer.organizationHead(noun) { return type }
      if noun.hasSuffix("s"), let type = gazetteer.organizationHead(String(noun.dropLast())) {
        return type
      }
    }
    return nil
  }

  /// Joins words with spaces, hyphens and apostrophes tight.
  static func join(_ words: [String]) -> String {
    var text = ""
    var tight = true
    for word in words {
      let isJoint = word == "-" || word == "–" || word == "/"
      if !tight && !isJoint && !word.hasPrefix("'") && !word.hasPrefix("’") { text += " " }
      text += word
      tight = isJoint
    }
    return text
  }
}
