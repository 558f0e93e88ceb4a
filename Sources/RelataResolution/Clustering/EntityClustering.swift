import RelataExtraction
import RelataGazetteer
import RelataGraph
import RelataNames

/// Identity across documents: which of their entities are one.
///
/// Candidates → keys → pairs → components → sets, each step a function of what
/// the one before it found:
/// 1. ``CandidateCollection`` takes entities with the same type, identifiers and names together, bodies with plain
///   names where their documents are about one country (``DocumentCountries``);
/// 2. ``NameKeys`` and ``Blocks`` find names that are worth comparing, ``NamePairs``
///   those of them that are one's;
/// 3. ``DisjointSets`` parts what no pair, identifier or rule connects;
/// 4. ``Agglomeration`` decides each component: what the user's rules say, then the same identifier of a
///    gazetteer, then matching full names, best match first; aliases count, so "Ahmed al-Sharaa, formerly Abu
///    Mohammad al-Jolani" brings both together;
/// 5. ``BareNames`` lets a surname or an acronym join the one entity that it fits, and stay
///   apart where it fits several.
///
/// No step depends on the order of the documents, and none takes time that grows faster than the
/// collection, but for sorting.
struct EntityClustering {
  let types: TypeCompatibility
  let gazetteer: Gazetteer
  let identities: IdentityRules

  init(ontology: Ontology, gazetteer: Gazetteer, identities: IdentityRules) {
    types = TypeCompatibility(ontology: ontology)
    self.gazetteer = gazetteer
    self.identities = identities
  }

  /// Which entities of the documents are one.
  struct Result {
    /// What is one entity, and why.
    struct Group {
      var references: [EntityReference]
      /// Why names of different documents are in it.
      var links: [IdentityLink]
    }

    /// Every entity of the documents is in exactly one.
    var groups: [Group]
    /// The user's rules that could not be kept.
    var unmet: [UnmetRule]
  }

  /// - Parameters:
  ///   - graph: the document that is a graph of its own, no two of whose entities are one; nil: none.
  ///   - same: entities that are known to be one, whatever they are called.
  func cluster(_ documents: PackedDocuments, graph: Int? = nil, same: [[EntityReference]] = []) -> Result {
    let candidates = CandidateCollection.candidates(
      of: documents, graph: graph, types: types, gazetteer: gazetteer)
    var clusters = Clusters(candidates, types: types)
    if let graph { Self.keepApart(graph, candidates, &clusters) }
    let rules = IdentityBearers(identities, candidates, types: types)
    rules.apply(to: &clusters, candidates)
    if !same.isEmpty { Self.join(same, candidates, &clusters) }
    // Names of the graph's entities alone have been compared when it was made.
    let wanted = graph.map { graph in
      Set(
        candidates.candidates.lazy.filter { $0.references.contains { $0.document != graph } }
          .flatMap { candidates.profiles[Int($0.profile)].fullNames })
    }
    joinFullNames(candidates, rules, &clusters) { names in
      let keys = NameKeys(frequency: KeyFrequency(names.lazy.map { candidates.names[$0] }))
      return NamePairs(table: candidates.names, wanted: wanted).pairs(among: names, keys: keys)
    }
    BareNames(candidates, types: types).join(&clusters)

    var references: [Int: [EntityReference]] = [:]
    for index in candidates.indices {
      references[clusters.findRoot(index), default: []] += candidates[index].references
    }
    var links: [Int: Set<IdentityLink>] = [:]
    for join in clusters.joins { links[clusters.root(join.member), default: []].insert(join.link) }
    return Result(
      groups: references.sorted { $0.key < $1.key }.map { root, references in
        Result.Group(references: references.sorted(), links: (links[root] ?? []).sorted())
      }, unmet: rules.unmet(clusters, candidates, documents))
  }

  /// As a user's rule does that names each of them.
  private static func keepApart(_ document: Int, _ candidates: Candidates, _ clusters: inout Clusters) {
    for index in candidates.indices {
      for reference in candidates[index].references where reference.document == document {
        clusters.keep(index, asName: reference.entity, ofRule: -1)
      }
    }
  }

  private static func join(_ same: [[EntityReference]], _ candidates: Candidates, _ clusters: inout Clusters)
  {
    var places: [EntityReference: Int] = [:]
    for index in candidates.indices {
      for reference in candidates[index].references { places[reference] = index }
    }
    for references in same {
      guard let first = references.first.flatMap({ places[$0] }) else { continue }
      for other in references.dropFirst().compactMap({ places[$0] }) { clusters.join(first, other, nil) }
    }
  }

  /// Steps 3 and 4.
  /// - Parameter pairs: step 2, of the names of all that is compared.
  func joinFullNames(
    _ candidates: Candidates, _ rules: IdentityBearers, _ clusters: inout Clusters,
    pairs: ([NameID]) -> [NamePair]
  ) {
    let compared = candidates.indices.filter { !candidates.profile($0).isOfOneDocument }
    let names = Set(compared.lazy.flatMap { candidates.profile($0).fullNames }).sorted()
    let pairs = pairs(names)
    let bearers = Bearers(candidates, compared) { $0.fullNames }
    let identified = Identified(candidates)

    var components = DisjointSets(count: candidates.candidates.count)
    for bearers in rules.same { components.join(bearers.joined()) }
    for owners in identified.owners.values { components.join(owners) }
    for name in names { components.join(bearers.all(name).map(Int.init)) }
    for pair in pairs {
      if let first = bearers.all(pair.first).first, let second = bearers.all(pair.second).first {
        components.join(Int(first), Int(second))
      }
    }
    // What belongs to one component, in one row each.
    let numbers = components.roots()
    func component(_ name: NameID) -> Int { numbers[Int(bearers.all(name).first ?? 0)] }
    let namesOf = Dictionary(grouping: names.filter { bearers.all($0).count > 1 }, by: component)
    let pairsOf = Dictionary(grouping: pairs) { component($0.first) }
    let agglomeration = Agglomeration(candidates, bearers)
    identified.join(&clusters, candidates)
    for number in Set(namesOf.keys).union(pairsOf.keys).sorted() {
      agglomeration.run(
        agglomeration.matches(names: namesOf[number] ?? [], pairs: pairsOf[number] ?? []), &clusters)
    }
  }
}

/// Why two names of different documents are one entity's.
func link(
  _ name: ParsedName?, _ other: ParsedName?, _ reason: IdentityLink.Reason, detail: String = ""
) -> IdentityLink {
  IdentityLink(name: name?.text ?? "", other: other?.text ?? "", reason: reason, detail: detail)
}

func link(_ name: ParsedName, _ other: ParsedName, _ match: NameMatch) -> IdentityLink {
  name.folded == other.folded
    ? link(name, other, .sameName)
    : link(name, other, .spelling, detail: match.reasons.joined(separator: ", "))
}
