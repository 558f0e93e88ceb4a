import RelataGraph

/// Candidates to which a gazetteer gives the same identifier.
struct Identified {
  /// By `scheme=value`, ascending.
  private(set) var owners: [String: [Int]] = [:]

  init(_ candidates: Candidates) {
    for index in candidates.indices {
      for (scheme, value) in candidates.profile(index).identifiers {
        owners["\(scheme)=\(value)", default: []].append(index)
      }
    }
  }

  /// Joins the owners of each identifier, as far as their types fit: a country and its
  /// government may share one.
  func join(_ clusters: inout Clusters, _ candidates: Candidates) {
    for (key, owners) in owners.sorted(by: { $0.key < $1.key }) {
      var apart: [Int] = []
      for owner in owners {
        let isJoined = apart.contains { other in
          clusters.join(
            other, owner,
            link(candidates.primary(other), candidates.primary(owner), .gazetteer, detail: key))
        }
        if !isJoined { apart.append(owner) }
      }
    }
  }
}
