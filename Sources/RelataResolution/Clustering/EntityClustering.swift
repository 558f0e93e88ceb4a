import RelataExtraction
import RelataGazetteer
import RelataGraph

/// Identity across documents: which of their entities are one.
///
/// In four steps, each independent of the order of the documents:
/// 1. what the user's rules say;
/// 2. the same identifier of a gazetteer;
/// 3. matching full names, best match first; aliases count, so "Ahmed al-Sharaa, formerly Abu Mohammad al-Jolani" brings both together;
/// 4. bare names (a surname, an acronym) join the one entity that they fit, and stay apart where they fit several.
struct EntityClustering {
  let types: TypeCompatibility
  let gazetteer: Gazetteer
  let identities: IdentityRules
  private let matcher = NameMatcher()

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
    var unmet: [UnmetIdentity]
  }

  func cluster(_ documents: [ExtractedDocument]) -> Result {
    let candidates = Candidate.collect(documents, types: types, gazetteer: gazetteer)
    var clusters = Clusters(candidates, types: types)
    let bearers = IdentityBearers(identities, candidates, types: types)
    bearers.apply(to: &clusters, candidates)
    joinIdentifiers(candidates, &clusters)
    joinFullNames(candidates, &clusters)
    BareNames(candidates: candidates).join(&clusters)

    var references: [Int: [EntityReference]] = [:]
    for (index, candidate) in candidates.enumerated() {
      references[clusters.root(index), default: []] += candidate.references
    }
    var links: [Int: Set<IdentityLink>] = [:]
    // That a name is itself needs no reason.
    for join in clusters.joins where join.link.name != join.link.other || join.link.reason == .user {
      links[clusters.root(join.first), default: []].insert(join.link)
    }
    return Result(
      groups: references.sorted { $0.key < $1.key }.map { root, references in
        Result.Group(references: references.sorted(), links: (links[root] ?? []).sorted())
      }, unmet: bearers.unmet(clusters, candidates, documents))
  }

  private func joinIdentifiers(_ candidates: [Candidate], _ clusters: inout Clusters) {
    var owners: [String: [Int]] = [:]
    for (index, candidate) in candidates.enumerated() {
      for (scheme, value) in candidate.identifiers.sorted(by: { $0.key < $1.key }) {
        let key = "\(scheme)=\(value)"
        // A country and its government may share an identifier: only owners of fitting types are joined.
        if let owner = owners[key]?.first(where: {
          clusters.join(
            $0, index, link(candidates[$0].primary, candidates[index].primary, .gazetteer, detail: key))
        }) {
          _ = owner
        } else {
          owners[key, default: []].append(index)
        }
      }
    }
  }

  private func joinFullNames(_ candidates: [Candidate], _ clusters: inout Clusters) {
    var edges: [(score: Double, mentions: Int, first: Int, second: Int, link: IdentityLink)] = []
    for (first, second) in Blocking.pairs(candidates) {
      let (a, b) = (candidates[first], candidates[second])
      guard types.areCompatible(a.type, b.type), let (score, link) = likeness(a, b) else { continue }
      edges.append((score, a.mentionCount + b.mentionCount, first, second, link))
    }
    edges.sort { a, b in
      (b.score, b.mentions, a.first, a.second) < (a.score, a.mentions, b.first, b.second)
    }
    for edge in edges { clusters.join(edge.first, edge.second, edge.link) }
  }

  /// The best match of their full names, or nil where none is the same; aliases count a little less than main names.
  private func likeness(_ a: Candidate, _ b: Candidate) -> (score: Double, link: IdentityLink)? {
    var best: (score: Double, link: IdentityLink)?
    for name in a.fullNames {
      for other in b.fullNames {
        if name.kind != other.kind {
          guard name.folded == other.folded, best.map({ $0.score < 0.9 }) ?? true else { continue }
          best = (0.9, link(name, other, .sameName))
          continue
        }
        let match = matcher.compare(name, other)
        guard match.verdict == .same else { continue }
        let isMain = name.folded == a.primary?.folded && other.folded == b.primary?.folded
        let score = match.score - (isMain ? 0 : 0.05)
        guard best.map({ $0.score < score }) ?? true else { continue }
        best = (score, link(name, other, match))
      }
    }
    return best
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
