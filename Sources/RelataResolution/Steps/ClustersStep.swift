import RelataGraph

/// The sets of a component that are one entity: ``EntityClustering`` of what some chain of pairs and identifiers connects, and of bare names
/// that fit nothing else.
struct ClustersStep {
  struct Input: Decodable {
    var profiles: [ProfileCandidates]
    var pairs: [PairRow]?
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
  }
}

extension ResolutionSteps {
  func clusters(_ line: ClustersStep.Input) -> ClustersStep.Output {
    let known = LineCandidates(line.profiles, gazetteer: gazetteer)
    let candidates = known.candidates
    var clusters = Clusters(candidates, types: types)
    let rules = IdentityBearers(IdentityRules(), candidates, types: types)
    let clustering = EntityClustering(ontology: ontology, gazetteer: gazetteer, identities: IdentityRules())
    clustering.joinFullNames(candidates, rules, &clusters) { _ in known.pairs(line.pairs ?? []) }
    return ClustersStep.Output(clusters: sets(clusters, known))
  }

  func leftovers(_ line: ClustersStep.Input) -> ClustersStep.Output {
    let known = LineCandidates(line.profiles, gazetteer: gazetteer)
    var clusters = Clusters(known.candidates, types: types)
    BareNames.joinAmongThemselves(Array(known.candidates.indices), known.candidates, &clusters) { _ in
      known.pairs(line.pairs ?? [])
    }
    return ClustersStep.Output(clusters: sets(clusters, known))
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
        names: Set(shared.flatMap(\.names)).sorted().map { NameRow(candidates.names[$0]) })
    }
  }
}
