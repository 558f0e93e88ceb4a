import RelataGraph

/// The sets of a component that are one entity: ``EntityClustering`` of what some chain of pairs and
/// identifiers connects, and of bare names that fit nothing else.
struct ClustersStep {
  struct Input: Decodable {
    var profiles: [ProfileCandidates]
    var pairs: [PairRow]?
    /// Of bare names that a user's rule has put into sets, these sets.
    var sets: [Bound]?
  }

  /// A set that some candidates of a line are in.
  struct Bound: Decodable {
    /// ``CandidateID``.
    var root: String
    /// Those of the line.
    var members: [String]
    var set: SetRow
  }

  struct Output: Encodable {
    var clusters: [Cluster]
  }

  struct Cluster: Encodable {
    /// The first of its candidates: ``CandidateID``.
    var root: String
    var members: [String]
    var types: [EntityType]
    var mentions: Int
    /// Why names of different documents are in it.
    var links: [IdentityLink]
    /// The names by which a bare name may ask for it.
    var names: [NameRow]
    /// What speaks for and against joining it; nil where types and mentions are enough, because no
    /// user's rule makes one of two.
    var set: SetRow?
    /// The sets of the line that are in it.
    var sets: [String]?
  }
}

extension ResolutionSteps {
  func clusters(_ line: ClustersStep.Input) -> ClustersStep.Output {
    let known = LineCandidates(line.profiles, types: types, gazetteer: gazetteer)
    let candidates = known.candidates
    var clusters = Clusters(candidates, types: types)
    let rules = IdentityBearers(identities, candidates, types: types)
    rules.apply(to: &clusters, candidates)
    let clustering = EntityClustering(ontology: ontology, gazetteer: gazetteer, identities: identities)
    clustering.joinFullNames(candidates, rules, &clusters) { _ in known.pairs(line.pairs ?? []) }
    return ClustersStep.Output(clusters: sets(clusters, known))
  }

  func leftovers(_ line: ClustersStep.Input) -> ClustersStep.Output {
    let bound = line.sets ?? []
    let known = LineCandidates(line.profiles, sets: bound, types: types, gazetteer: gazetteer)
    var clusters = Clusters(known.candidates, types: types)
    IdentityBearers(identities, known.candidates, types: types).keepApart(in: &clusters)
    let places = known.places()
    for set in bound {
      let members = ([set.root] + set.members).compactMap { places[$0] }
      clusters.restore(members, as: set.set.profile { known.numbers[$0] ?? 0 })
    }
    let given = Set(line.profiles.lazy.flatMap(\.candidates).map(\.id))
    let floating = known.candidates.indices.filter { given.contains(known.ids[$0]) }
    BareNames.joinAmongThemselves(floating, known.candidates, &clusters) { _ in
      known.pairs(line.pairs ?? [])
    }
    var found = sets(clusters, known)
    guard !bound.isEmpty else { return ClustersStep.Output(clusters: found) }
    let owners = Dictionary(grouping: bound.map(\.root)) { places[$0].map { known.ids[clusters.root($0)] } }
    for index in found.indices {
      found[index].members.removeAll { !given.contains($0) }
      found[index].sets = owners[found[index].root]?.sorted()
    }
    return ClustersStep.Output(clusters: found)
  }

  private func sets(_ clusters: Clusters, _ known: LineCandidates) -> [ClustersStep.Cluster] {
    let candidates = known.candidates
    var members: [Int: [Int]] = [:]
    for index in candidates.indices { members[clusters.root(index), default: []].append(index) }
    var links: [Int: Set<IdentityLink>] = [:]
    for join in clusters.joins { links[clusters.root(join.member), default: []].insert(join.link) }
    return members.sorted { $0.key < $1.key }.map { root, members in
      let shared = Set(members.lazy.map { candidates[$0].profile }).lazy
        .map { candidates.profiles[Int($0)] }.filter { !$0.isOfOneDocument }
      return ClustersStep.Cluster(
        root: known.ids[root], members: members.map { known.ids[$0] },
        types: clusters.profile(root).types.sorted(), mentions: clusters.profile(root).mentionCount,
        links: (links[root] ?? []).sorted(),
        names: Set(shared.flatMap(\.names)).sorted().map { NameRow(candidates.names[$0]) },
        set: identities.hasRules ? SetRow(clusters.profile(root), candidates.names) : nil)
    }
  }
}
