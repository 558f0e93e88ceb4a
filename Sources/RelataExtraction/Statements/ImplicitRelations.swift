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
