import RelataExtraction
import RelataGazetteer
import RelataGraph

/// Makes one entity of a group: its name, type, names and identifier.
struct EntityAssembly {
  let types: TypeCompatibility
  let gazetteer: Gazetteer
  private let matcher = NameMatcher()

  /// Rarer names than the so many most frequent ones are no entity's name.
  private static let voters = 100

  init(ontology: Ontology, gazetteer: Gazetteer) {
    types = TypeCompatibility(ontology: ontology)
    self.gazetteer = gazetteer
  }

  /// The entities of the groups, in the same order, with distinct identifiers.
  ///
  /// - Parameter isTaken: whether an identifier is another entity's already.
  func entities<Failure: Error>(
    _ groups: [EntityClustering.Result.Group], _ documents: [ExtractedDocument],
    isTaken: (EntityID) throws(Failure) -> Bool
  ) throws(Failure) -> [Entity] {
    var entities = groups.map { group in
      var entity = entity(group.references.map { documents[$0.document].entities[$0.entity] })
      // A single name was taken for no other: the sentences of the statements are enough, and the graph stays small.
      if entity.aliases.count == 1 { entity.aliases[0].example = nil }
      entity.links = (group.links + linksWithin(group.references, documents)).sorted()
      return entity
    }
    // The most spoken of gets the plain identifier; equals in the order of their first document.
    let order = entities.indices.sorted { a, b in
      let firsts = (groups[a].references.first ?? .zero, groups[b].references.first ?? .zero)
      return (entities[b].mentionCount, firsts.0) < (entities[a].mentionCount, firsts.1)
    }
    var taken: Set<EntityID> = []
    // Thousands may be called "the attack": the next number is remembered.
    var numbers: [EntityID: Int] = [:]
    for index in order {
      let base = entities[index].id
      var id = base
      while true {
        let isNew = taken.insert(id).inserted
        if isNew, try !isTaken(id) { break }
        let number = numbers[base] ?? 2
        numbers[base] = number + 1
        id = EntityID(rawValue: "\(base.rawValue)-\(number)")
      }
      entities[index].id = id
    }
    return entities
  }

  func entities(
    _ groups: [EntityClustering.Result.Group], _ documents: [ExtractedDocument]
  ) -> [Entity] {
    entities(groups, documents) { (_) throws(Never) in false }
  }

  /// An entity with what more documents say of it: it keeps its identifier, name and type.
  func entity(
    _ known: Entity, with references: [EntityReference], links: [IdentityLink],
    in documents: [ExtractedDocument]
  ) -> Entity {
    var entity = known
    let more = self.entity(references.map { documents[$0.document].entities[$0.entity] })
    entity.mentionCount += more.mentionCount
    entity.identifiers.merge(more.identifiers) { own, _ in own }
    var places = Dictionary(
      entity.aliases.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    for alias in more.aliases {
      if let place = places[alias.name] {
        entity.aliases[place].count += alias.count
      } else {
        places[alias.name] = entity.aliases.count
        entity.aliases.append(alias)
      }
    }
    entity.aliases.sort { ($1.count, $0.name) < ($0.count, $1.name) }
    if entity.aliases.count == 1 { entity.aliases[0].example = nil }
    entity.links = Set(entity.links + links + linksWithin(references, documents)).sorted()
    return entity
  }

  /// What joins names within documents, each reason once, with the first document that gives it.
  private func linksWithin(_ references: [EntityReference], _ documents: [ExtractedDocument])
    -> [IdentityLink]
  {
    var seen: Set<IdentityLink> = []
    return references.flatMap { reference in
      documents[reference.document].entities[reference.entity].links
        .filter { seen.insert($0).inserted }
        .map { link in
          var link = link
          link.document = documents[reference.document].record.id
          return link
        }
    }
  }

  private func entity(_ parts: [DocumentEntity]) -> Entity {
    let type = type(of: parts)
    var counts: [String: Int] = [:]
    var examples: [String: Evidence] = [:]
    var identifiers: [String: String] = [:]
    for part in parts {
      for alias in part.names {
        counts[alias.name, default: 0] += alias.count
        examples[alias.name] = examples[alias.name] ?? alias.example
      }
      identifiers.merge(part.identifiers) { a, b in min(a, b) }
    }
    // A document's fullest name is a name even where the list lacks it.
    for part in parts where counts[part.name] == nil && !part.name.isEmpty { counts[part.name] = 0 }
    let aliases = counts.map { Alias(name: $0.key, count: $0.value, example: examples[$0.key]) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    var name = preferredName(aliases, type)
    if types.ontology.isKind(type, of: .country), let code = identifiers["iso3166"],
      let country = gazetteer.country(code: code)
    {
      name = country.name
    }
    return Entity(
      id: EntitySlug.id(name: name, type: type), name: name, type: type,
      aliases: aliases.filter { $0.count > 0 },
      identifiers: identifiers, mentionCount: parts.reduce(0) { $0 + $1.mentionCount })
  }

  /// By votes weighted with their certainty; a general type's vote counts for its kinds too, so the more specific wins.
  private func type(of parts: [DocumentEntity]) -> EntityType {
    var votes: [EntityType: Double] = [:]
    for part in parts { votes[part.type, default: 0] += part.typeConfidence }
    let weighed = votes.keys.map { type in
      let path = types.ontology.path(of: type)
      let weight = path.reduce(0) { $0 + (votes[$1] ?? 0) }
      return (type: type, weight: (weight * 1e6).rounded(), depth: path.count)
    }
    return weighed.max { ($0.weight, $0.depth, $1.type) < ($1.weight, $1.depth, $0.type) }?.type ?? .thing
  }

  /// The most frequent full name, spellings of one name voting together; a bare one only where there is no other.
  private func preferredName(_ aliases: [Alias], _ type: EntityType) -> String {
    if aliases.count == 1 { return aliases[0].name }
    let kind = types.nameKind(of: type)
    let parsed = aliases.prefix(Self.voters).map { (alias: $0, name: ParsedName($0.name, kind: kind)) }
    let full = parsed.filter { !$0.name.isBare }
    guard !full.isEmpty else { return parsed.first?.alias.name ?? "" }
    let ranked = full.map { item in
      let votes = full.reduce(0) {
        $0 + (matcher.compare(item.name, $1.name, explains: false).verdict == .same ? $1.alias.count : 0)
      }
      // A title before the name is not part of it.
      let surplus = max(0, item.name.initialWords.count - item.name.parts.count)
      // A base or a building is best known by its full name, not by its place: "Khmeimim Air Base".
      let isBarePlace =
        (type == .militaryBase || type == .facility)
        && !(item.alias.name.contains(" ") && item.alias.name.first?.isUppercase == true)
      return (
        name: item.alias.name, votes: votes, count: item.alias.count, surplus: surplus,
        bare: isBarePlace ? 1 : 0
      )
    }
    let best = ranked.min { a, b in
      (a.bare, b.votes, b.count, a.surplus, a.name) < (b.bare, a.votes, a.count, b.surplus, b.name)
    }
    return best?.name ?? ""
  }
}
