import RelataGraph
import RelataLanguage

/// Relations that no trigger word expresses: places inside places, facilities in places, what a state's facility belongs to.
struct ImplicitRelations: Sendable {
  let ontology: Ontology
  let coreference: CoreferenceResolver

  struct Found: Sendable {
    var subject: Int
    var relation: String
    var object: Int
    var trigger: String
    var confidence: Double
  }

  func find(sentence: Int) -> [Found] {
    let tree = coreference.trees[sentence]
    var result: [Found] = []
    func isKind(_ entity: Int, _ type: EntityType) -> Bool {
      ontology.isKind(coreference.chains[entity].type, of: type)
    }
    func named(_ token: Int) -> Int? {
      guard let mention = coreference.mention(at: token, sentence: sentence), mention.kind == .name else {
        return nil
      }
      return mention.entities.first
    }
    for token in tree.tokens.indices {
      guard let whole = named(token) else { continue }
      guard let head = tree.heads[token], let part = named(head), part != whole else { continue }
      let relation = tree.base(token)
      let isPlaced = isKind(part, .place) || isKind(part, .organization) || isKind(part, .event)
      // "Clearwater, Florida"
      if ["appos", "nmod", "list", "conj", "obl"].contains(relation), tree.adposition(of: token).isEmpty,
        relation != "conj", relation != "obl",
        isKind(part, .city) || isKind(part, .facility) || isKind(part, .region) && !isKind(whole, .city),
        isKind(whole, .region) || isKind(whole, .country) || isKind(whole, .city),
        token > head, isAfterComma(token, in: tree), !(isKind(part, .city) && isKind(whole, .city))
      {
        result.append(
          Found(subject: part, relation: "located_in", object: whole, trigger: "apposition", confidence: 0.85)
        )
      }
      // "the naval base in Tartus", "Ariel University in Israel"
      if relation == "nmod", ["in", "at", "near"].contains(tree.adposition(of: token)), isPlaced,
        isKind(whole, .place), !isKind(whole, .facility) || isKind(part, .facility), !isKind(part, .country)
      {
        result.append(
          Found(subject: part, relation: "located_in", object: whole, trigger: "nmod in", confidence: 0.8))
      }
    }
    for token in tree.tokens.indices {
      guard let head = tree.heads[token] else { continue }
      // "Professor X of Ariel University", "a boy from Irving"
      if tree.relations[token] == "nmod", let object = named(token) {
        for person in coreference.entities(at: head, sentence: sentence)
        where isKind(person, .person) && person != object {
          let adposition = tree.adposition(of: token)
          if adposition == "of" || adposition == "at" || adposition == "with", isKind(object, .organization),
            coreference.mention(at: head, sentence: sentence)?.kind == .name
          {
            result.append(
              Found(
                subject: person, relation: "affiliated_with", object: object, trigger: "nmod of",
                confidence: 0.75))
          }
          // "Alvin Yeung from the Civic Party"
          if adposition == "from", isKind(object, .organization),
            coreference.mention(at: head, sentence: sentence)?.kind == .name
          {
            result.append(
              Found(
                subject: person, relation: "affiliated_with", object: object, trigger: "nmod from",
                confidence: 0.75))
          }
          if adposition == "from", isKind(object, .place) {
            result.append(
              Found(
                subject: person, relation: "originated_from", object: object, trigger: "nmod from",
                confidence: 0.75))
          }
        }
      }
      // "an Australian woman", "the Colombian politician": a description by nationality that is no office.
      if ["amod", "compound", "nmod:desc"].contains(tree.relations[token]),
        let origin = coreference.mention(at: token, sentence: sentence),
        origin.kind == .demonym || origin.kind == .name && token < head,
        origin.entities.first.map({ isKind($0, .country) }) == true,
        !coreference.isOffice(head, sentence: sentence),
        let country = coreference.entities(at: token, sentence: sentence).first
      {
        let described = coreference.mention(at: head, sentence: sentence)
        for person in coreference.entities(at: head, sentence: sentence)
        where isKind(person, .person) && described?.isPlural == false
          && (described?.kind == .nominal || described?.kind == .name && !hasRole(head, sentence: sentence))
        {
          result.append(
            Found(
              subject: person, relation: "originated_from", object: country, trigger: "nationality",
              confidence: 0.75))
        }
        // "Iranian airline Mahan Air", "German firms including Daimler and Siemens"
        if described?.kind == .nominal,
          described?.types.contains(where: { ontology.isKind($0, of: .organization) }) == true
        {
          var bodies = described?.isPlural == false ? coreference.entities(at: head, sentence: sentence) : []
          for example in tree.children(of: head, "nmod")
          where ["including", "include", "such as", "like"].contains(tree.adposition(of: example)) {
            bodies += tree.conjuncts(of: example).compactMap(named)
          }
          for body in bodies where isKind(body, .organization) && body != country {
            result.append(
              Found(
                subject: body, relation: isKind(body, .governmentBody) ? "part_of" : "based_in",
                object: country,
                trigger: "nationality", confidence: 0.75))
          }
        }
      }
    }
    result += containment(sentence: sentence)
    result += possessors(sentence: sentence)
    result += stateOwned(sentence: sentence)
    result += affiliations(sentence: sentence)
    result += enclosing(sentence: sentence)
    for mention in coreference.mentions where mention.sentence == sentence && mention.kind == .name {
      guard let whole = mention.entities.first else { continue }
      // "the Tunisian League for the Defence of Human Rights": named after the country that it is of.
      if isKind(whole, .organization), !isKind(whole, .governmentBody), mention.tokens.count > 1,
        mention.head != mention.tokens.lowerBound,
        let country = nestedCountry(in: mention), country != whole
      {
        result.append(
          Found(subject: whole, relation: "based_in", object: country, trigger: "compound", confidence: 0.7))
      }
      // "the 2020 United States presidential election"
      if isKind(whole, .event), let country = nestedCountry(in: mention), country != whole {
        result.append(
          Found(
            subject: whole, relation: "located_in", object: country, trigger: "compound", confidence: 0.75))
      }
      // "the Colombian army": a body of the state it is named after.
      if isKind(whole, .governmentBody) {
        for inner in coreference.mentions
        where inner.sentence == sentence && inner.head != mention.head && mention.tokens.contains(inner.head)
        {
          guard let state = inner.entities.first, state != whole,
            isKind(state, .country) || isKind(state, .city)
          else { continue }
          result.append(
            Found(subject: whole, relation: "part_of", object: state, trigger: "compound", confidence: 0.8))
        }
      }
      // "Sharaa's HTS", "his United Russia party"
      if isKind(whole, .organization), !isKind(whole, .mediaOutlet), !isKind(whole, .governmentBody) {
        for child in tree.children(of: mention.head, "nmod:poss") {
          for person in coreference.entities(at: child, sentence: sentence) where isKind(person, .person) {
            result.append(
              Found(
                subject: person, relation: "leads", object: whole, trigger: "possessive", confidence: 0.65))
          }
        }
      }
    }
    // "Tartus naval base" contains the name of its place; "Russia's Hmeimim airbase", "their Khmeimim Air Base" its operator.
    for mention in coreference.mentions where mention.sentence == sentence && mention.kind == .name {
      guard let facility = mention.entities.first, isKind(facility, .facility) else { continue }
      for inner in coreference.mentions
      where inner.sentence == sentence && inner.kind == .name && inner.head != mention.head
        && mention.tokens.contains(inner.head)
      {
        guard let place = inner.entities.first, place != facility, isKind(place, .place),
          !isKind(place, .facility)
        else { continue }
        result.append(
          Found(
            subject: facility, relation: "located_in", object: place, trigger: "compound", confidence: 0.8))
      }
      for child in tree.children(of: mention.head, "nmod:poss", "amod")
      where !mention.tokens.contains(child) || tree.relations[child] == "nmod:poss" {
        for owner in coreference.entities(at: child, sentence: sentence)
        where owner != facility && (isKind(owner, .organization) || isKind(owner, .country)) {
          result.append(
            Found(
              subject: owner, relation: "operates", object: facility, trigger: "possessive", confidence: 0.75)
          )
        }
      }
    }
    var seen: Set<String> = []
    return result.filter {
      ontology.relation($0.relation) != nil
        && seen.insert("\($0.subject) \($0.relation) \($0.object)").inserted
    }
  }

  /// The country or region that a longer name names: "the Tunisian League", "the Federal Office of Germany".
  private func nestedCountry(in mention: Mention) -> Int? {
    coreference.mentions.first { inner in
      inner.sentence == mention.sentence && inner.kind == .demonym && inner.tokens != mention.tokens
        && mention.tokens.contains(inner.tokens.lowerBound)
        && mention.tokens.contains(inner.tokens.upperBound - 1)
    }?.entities.first
  }

  /// "BBC's Jonathan Marcus", "Norway's Karsten Warholm": a person whom a name owns belongs there.
  private func possessors(sentence: Int) -> [Found] {
    let tree = coreference.trees[sentence]
    var result: [Found] = []
    for mention in coreference.mentions
    where mention.sentence == sentence && mention.kind == .name && mention.types.first == .person {
      guard let person = mention.entities.first, !hasRole(mention.head, sentence: sentence) else { continue }
      for child in tree.children(of: mention.head, "nmod:poss") {
        guard coreference.mention(at: child, sentence: sentence)?.kind == .name,
          let owner = coreference.entities(at: child, sentence: sentence).first, owner != person
        else { continue }
        let type = coreference.chains[owner].type
        let relation =
          ontology.isKind(type, of: .organization)
          ? "affiliated_with" : ontology.isKind(type, of: .country) ? "originated_from" : nil
        guard let relation else { continue }
        result.append(
          Found(subject: person, relation: relation, object: owner, trigger: "possessor", confidence: 0.7))
      }
    }
    return result
  }

  /// "Northwestern University public health expert Wendy Parmet": a profession between a body and a name.
  private func affiliations(sentence: Int) -> [Found] {
    let tree = coreference.trees[sentence]
    var result: [Found] = []
    for mention in coreference.mentions
    where mention.sentence == sentence && mention.kind == .name && mention.types.first == .person {
      guard let person = mention.entities.first else { continue }
      var nouns = tree.children(of: mention.head, "nmod:desc", "compound", "flat").filter {
        $0 < mention.tokens.lowerBound
      }
      if ["appos", "flat"].contains(tree.relations[mention.head]), let noun = tree.heads[mention.head],
        mention.tokens.lowerBound == noun + 1
      {
        nouns.append(noun)
      }
      // "Republican Kevin McCarthy"
      for child in tree.children(of: mention.head, "nmod:desc", "compound", "amod", "flat")
      where child < mention.tokens.lowerBound
        && ontology.isKind(partyType(child, sentence), of: .politicalParty)
      {
        if let party = named(child, sentence) {
          result.append(
            Found(subject: person, relation: "member_of", object: party, trigger: "party", confidence: 0.8))
        }
      }
      for noun in nouns
      where tree.tokens[noun].partOfSpeech == .noun && !coreference.isOffice(noun, sentence: sentence)
        && !coreference.isRole(noun, sentence: sentence)
      {
        for child in tree.children(of: noun, "compound", "nmod:poss") where child < noun {
          guard let body = named(child, sentence), body != person, isKind(body, .organization) else {
            continue
          }
          result.append(
            Found(
              subject: person, relation: "affiliated_with", object: body, trigger: "profession",
              confidence: 0.75))
        }
      }
    }
    return result
  }

  /// "in the city of Aden, in southern Yemen": a place that the text sets into the next.
  private func enclosing(sentence: Int) -> [Found] {
    let tree = coreference.trees[sentence]
    let places = coreference.mentions.filter {
      $0.sentence == sentence && $0.kind == .name && $0.entities.first.map { isKind($0, .place) } == true
    }.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return zip(places, places.dropFirst()).compactMap { inner, outer in
      guard inner.tokens.upperBound < outer.tokens.lowerBound, let part = inner.entities.first,
        let whole = outer.entities.first, part != whole,
        isKind(whole, .country) || isKind(whole, .region), !isKind(part, .country)
      else { return nil }
      let between = (inner.tokens.upperBound..<outer.tokens.lowerBound).map { tree.lemmas[$0] }
      guard between.count <= 4, between.starts(with: [",", "in"]) || between.first == "in",
        between.drop(while: { $0 == "," || $0 == "in" }).allSatisfy({ Self.directions.contains($0) })
      else { return nil }
      return Found(
        subject: part, relation: "located_in", object: whole, trigger: "enclosing place", confidence: 0.8)
    }
  }

  private static let directions: Set<String> = [
    "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "northeastern",
    "northwestern", "southeastern", "southwestern", "the", "upper", "lower", "-",
  ]

  private func partyType(_ token: Int, _ sentence: Int) -> EntityType {
    named(token, sentence).map { coreference.chains[$0].type } ?? .thing
  }

  private func isKind(_ entity: Int, _ type: EntityType) -> Bool {
    ontology.isKind(coreference.chains[entity].type, of: type)
  }

  private func named(_ token: Int, _ sentence: Int) -> Int? {
    guard let mention = coreference.mention(at: token, sentence: sentence), mention.kind == .name else {
      return nil
    }
    return mention.entities.first
  }

  /// "Iran's state-owned airline", "the state-run Iranian agency Fars": what a state owns.
  private func stateOwned(sentence: Int) -> [Found] {
    let tree = coreference.trees[sentence]
    var result: [Found] = []
    for token in tree.tokens.indices.dropFirst(2) {
      guard ["own", "owned", "run", "control", "controlled"].contains(tree.lemmas[token]),
        tree.tokens[token - 1].form == "-",
        ["state", "government"].contains(tree.lemmas[token - 2]), let noun = tree.heads[token]
      else { continue }
      let owners = tree.children(of: noun, "nmod:poss", "amod", "compound").flatMap {
        coreference.entities(at: $0, sentence: sentence)
      }
      guard let state = owners.first(where: { coreference.chains[$0].type == .country }) else { continue }
      for body in coreference.entities(at: noun, sentence: sentence)
      where ontology.isKind(coreference.chains[body].type, of: .organization) {
        result.append(
          Found(subject: state, relation: "owns", object: body, trigger: "state-owned", confidence: 0.75))
      }
    }
    return result
  }

  /// Whether a title of the ontology stands with a name: "Syrian President X" is an office, "Syrian X" an origin.
  private func hasRole(_ head: Int, sentence: Int) -> Bool {
    let tree = coreference.trees[sentence]
    let beside = tree.children[head] + (tree.heads[head].map { [$0] } ?? [])
    return beside.contains { coreference.isOffice($0, sentence: sentence) }
  }

  /// "Aleppo, a city in northern Syria", "the US state of New York", "the Libyan capital Tripoli": a common noun for a place,
  /// which the text names, says what it lies in.
  private func containment(sentence: Int) -> [Found] {
    let tree = coreference.trees[sentence]
    func isPlace(_ entity: Int) -> Bool { ontology.isKind(coreference.chains[entity].type, of: .place) }
    var result: [Found] = []
    for mention in coreference.mentions where mention.sentence == sentence && mention.kind == .nominal {
      guard let part = mention.entities.first, mention.entities.count == 1, isPlace(part),
        !ontology.isKind(coreference.chains[part].type, of: .country), !mention.isPlural,
        !coreference.isRole(mention.head, sentence: sentence)
      else { continue }
      for child in tree.children[mention.head] {
        let relation = tree.relations[child]
        let isOwner =
          ["amod", "compound", "nmod:poss", "nmod:desc"].contains(relation) && child < mention.head
        let isWithin = relation == "nmod" && ["in", "within", "of"].contains(tree.adposition(of: child))
        guard isOwner || isWithin,
          coreference.mention(at: child, sentence: sentence).map({ $0.kind == .name || $0.kind == .demonym })
            == true,
          let whole = coreference.entities(at: child, sentence: sentence).first, whole != part,
          isPlace(whole),
          !ontology.isKind(coreference.chains[whole].type, of: .city)
            || coreference.chains[part].type != .city
        else { continue }
        result.append(
          Found(
            subject: part, relation: "located_in", object: whole, trigger: "nominal place", confidence: 0.8))
      }
    }
    return result
  }

  private func isAfterComma(_ token: Int, in tree: SentenceTree) -> Bool {
    let first = tree.nameAt[token].map { tree.names[$0].tokens.lowerBound } ?? token
    return first > 0 && tree.tokens[first - 1].form == ","
  }
}
