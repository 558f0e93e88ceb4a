import RelataExtraction
import RelataGazetteer
import RelataGraph

/// Makes one entity of a group: first what all are called, so that identifiers are
/// distinct, then the rest of each.
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

  /// What the entities of the groups are called, in the same order, with distinct identifiers.
  ///
  /// - Parameter isTaken: whether an identifier is another entity's already.
  func heads<Failure: Error>(
    _ groups: [EntityClustering.Result.Group], _ documents: PackedDocuments,
    isTaken: (EntityID) throws(Failure) -> Bool
  ) throws(Failure) -> [EntityHead] {
    var heads = groups.map { head(GroupSummary($0.references, documents)) }
    // The most spoken of gets the plain identifier; equals in the order of their first document.
    let order = heads.indices.sorted { a, b in
      let firsts = (groups[a].references.first ?? .zero, groups[b].references.first ?? .zero)
      return (heads[b].mentionCount, firsts.0) < (heads[a].mentionCount, firsts.1)
    }
    var distinct = DistinctIdentifiers()
    for index in order {
      heads[index].id = try distinct.next(heads[index].id, isTaken: isTaken)
    }
    return heads
  }

  func heads(
    _ groups: [EntityClustering.Result.Group], _ documents: PackedDocuments
  ) -> [EntityHead] {
    heads(groups, documents) { (_) throws(Never) in false }
  }

  /// The entity of a group.
  func entity(
    _ head: EntityHead, of group: EntityClustering.Result.Group, in documents: PackedDocuments
  ) -> Entity {
    let summary = GroupSummary(group.references, documents)
    var entity = Entity(
      id: head.id, name: head.name, type: head.type, aliases: summary.aliases.filter { $0.count > 0 },
      identifiers: summary.identifiers, mentionCount: summary.mentionCount)
    // A single name was taken for no other: the sentences of the statements are enough,
    // and the graph stays small.
    if entity.aliases.count == 1 { entity.aliases[0].example = nil }
    entity.links = (group.links + linksWithin(group.references, documents)).sorted()
    return entity
  }

  /// An entity with what more documents say of it: it keeps its identifier, name and type.
  func entity(
    _ known: Entity, with references: [EntityReference], links: [IdentityLink],
    in documents: PackedDocuments
  ) -> Entity {
    var entity = known
    let more = GroupSummary(references, documents)
    entity.mentionCount += more.mentionCount
    entity.identifiers.merge(more.identifiers) { own, _ in own }
    var places = Dictionary(
      entity.aliases.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    for alias in more.aliases where alias.count > 0 {
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
  private func linksWithin(_ references: [EntityReference], _ documents: PackedDocuments)
    -> [IdentityLink]
  {
    var seen: Set<IdentityLink> = []
    return references.flatMap { reference in
      documents.entity(reference).links
        .filter { seen.insert($0).inserted }
        .map { link in
          var link = link
          link.document = documents.record(reference.document).id
          return link
        }
    }
  }

  private func head(_ summary: GroupSummary) -> EntityHead {
    let type = type(by: summary.typeVotes)
    var name = preferredName(summary.aliases, type)
    if types.ontology.isKind(type, of: .country), let code = summary.identifiers["iso3166"],
      let country = gazetteer.country(code: code)
    {
      name = country.name
    }
    return EntityHead(
      id: EntitySlug.id(name: name, type: type), name: name, type: type, mentionCount: summary.mentionCount)
  }

  /// By votes weighted with their certainty; a general type's vote counts for its kinds too,
  /// so the more specific wins.
  private func type(by votes: [EntityType: Int]) -> EntityType {
    let weighed = votes.keys.map { type in
      let path = types.ontology.path(of: type)
      let weight = path.reduce(0) { $0 + (votes[$1] ?? 0) }
      return (type: type, weight: weight, depth: path.count)
    }
    return weighed.max { ($0.weight, $0.depth, $1.type) < ($1.weight, $1.depth, $0.type) }?.type ?? .thing
  }

  /// The most frequent full name, spellings of one name voting together; a bare one only
  /// where there is no other: then "Pope Francis" tells more than "Francis".
  private func preferredName(_ aliases: [Alias], _ type: EntityType) -> String {
    if aliases.count == 1 { return aliases[0].name }
    let kind = types.nameKind(of: type)
    let parsed = aliases.prefix(Self.voters).map { (alias: $0, name: ParsedName($0.name, kind: kind)) }
    let full = parsed.filter { !$0.name.isBare }
    guard !full.isEmpty else {
      let titled = parsed.first { kind == .person && $0.name.initialWords.count > $0.name.parts.count }
      return (titled ?? parsed.first)?.alias.name ?? ""
    }
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
    return best.map { kind == .organization ? withCountry($0.name, aliases, type) : $0.name } ?? ""
  }

  /// A body's name with the country that a text names it with: of foreign ministries there are many.
  private func withCountry(_ name: String, _ aliases: [Alias], _ type: EntityType) -> String {
    guard let kind = types.qualifiedKind(of: type), isPlain(name, kind) else { return name }
    // Only as a text calls it: what the gazetteer knows by that name may be another country's.
    let longer = aliases.prefix(Self.voters).filter { $0.count > 0 }.map(\.name)
      .filter { !isPlain($0, kind) }
    // "Russian Foreign Ministry", "Supreme Court of India" rather than "Zambia's Ministry of Health".
    return longer.first {
      $0.hasSuffix(" " + name) && gazetteer.country(demonym: String($0.dropLast(name.count + 1))) != nil
    } ?? longer.first { $0.hasPrefix(name + " of ") }
      ?? longer.first { $0.hasSuffix(" " + name) || $0.hasPrefix(name + " in ") } ?? name
  }

  private func isPlain(_ name: String, _ kind: NameQualifiers.Kind) -> Bool {
    NameQualifiers(in: name, kind, gazetteer).countries.isEmpty
  }
}
