import RelataExtraction
import RelataGazetteer
import RelataGraph

/// Identity across documents: which of their entities are one.
///
/// In three steps, each independent of the order of the documents:
/// 1. the same identifier of a gazetteer;
/// 2. matching full names, best match first; aliases count, so "Ahmed al-Sharaa, formerly Abu Mohammad al-Jolani" brings both together;
/// 3. bare names (a surname, an acronym) join the one entity that they fit, and stay apart where they fit several.
struct EntityClustering {
  let types: TypeCompatibility
  let gazetteer: Gazetteer
  private let matcher = NameMatcher()

  init(ontology: Ontology, gazetteer: Gazetteer) {
    types = TypeCompatibility(ontology: ontology)
    self.gazetteer = gazetteer
  }

  /// The entities of all documents in groups; every entity is in exactly one.
  func groups(_ documents: [ExtractedDocument]) -> [[EntityReference]] {
    let candidates = Candidate.collect(documents, types: types, gazetteer: gazetteer)
    var clusters = Clusters(candidates, types: types)
    joinIdentifiers(candidates, &clusters)
    joinFullNames(candidates, &clusters)
    BareNames(candidates: candidates).join(&clusters)

    var groups: [Int: [EntityReference]] = [:]
    for (index, candidate) in candidates.enumerated() {
      groups[clusters.root(index), default: []] += candidate.references
    }
    return groups.sorted { $0.key < $1.key }.map { $0.value.sorted() }
  }

  private func joinIdentifiers(_ candidates: [Candidate], _ clusters: inout Clusters) {
    var owners: [String: [Int]] = [:]
    for (index, candidate) in candidates.enumerated() {
      for (scheme, value) in candidate.identifiers.sorted(by: { $0.key < $1.key }) {
        let key = "\(scheme)=\(value)"
        // A country and its government may share an identifier: only owners of fitting types are joined.
        if let owner = owners[key]?.first(where: { clusters.join($0, index) }) {
          _ = owner
        } else {
          owners[key, default: []].append(index)
        }
      }
    }
  }

  private func joinFullNames(_ candidates: [Candidate], _ clusters: inout Clusters) {
    var edges: [(score: Double, mentions: Int, first: Int, second: Int)] = []
    for (first, second) in Blocking.pairs(candidates) {
      let (a, b) = (candidates[first], candidates[second])
      guard types.areCompatible(a.type, b.type), let score = likeness(a, b) else { continue }
      edges.append((score, a.mentionCount + b.mentionCount, first, second))
    }
    edges.sort { a, b in
      (b.score, b.mentions, a.first, a.second) < (a.score, a.mentions, b.first, b.second)
    }
    for edge in edges { clusters.join(edge.first, edge.second) }
  }

  /// The best match of their full names, or nil where none is the same; aliases count a little less than main names.
  private func likeness(_ a: Candidate, _ b: Candidate) -> Double? {
    var best: Double?
    for name in a.fullNames {
      for other in b.fullNames {
        if name.kind != other.kind {
          guard name.folded == other.folded else { continue }
          best = max(best ?? 0, 0.9)
          continue
        }
        let match = matcher.compare(name, other)
        guard match.verdict == .same else { continue }
        let isMain = name.folded == a.primary?.folded && other.folded == b.primary?.folded
        best = max(best ?? 0, match.score - (isMain ? 0 : 0.05))
      }
    }
    return best
  }
}
