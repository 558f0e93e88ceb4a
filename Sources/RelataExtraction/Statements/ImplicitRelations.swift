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
        isKind(part, .city) || isKind(part, .facility),
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
        coreference.mention(at: token, sentence: sentence)?.kind == .demonym,
        !coreference.isRole(head, sentence: sentence),
        let country = coreference.entities(at: token, sentence: sentence).first
      {
        let described = coreference.mention(at: head, sentence: sentence)
        for person in coreference.entities(at: head, sentence: sentence)
        where isKind(person, .person) && described?.kind == .nominal && described?.isPlural == false {
          result.append(
            Found(
              subject: person, relation: "originated_from", object: country, trigger: "nationality",
              confidence: 0.75))
        }
      }
    }
    for mention in coreference.mentions where mention.sentence == sentence && mention.kind == .name {
      guard let whole = mention.entities.first else { continue }
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

  private func isAfterComma(_ token: Int, in tree: SentenceTree) -> Bool {
    let first = tree.nameAt[token].map { tree.names[$0].tokens.lowerBound } ?? token
    return first > 0 && tree.tokens[first - 1].form == ","
  }
}
