import RelataGraph

/// Joins candidates that are known only by a bare name to what they fit.
struct BareNames {
  let candidates: [Candidate]
  private let matcher = NameMatcher()

  /// A bare name that fits several goes to one of them only if that one is mentioned this many times as often as the others together.
  private static let dominance = 5

  init(candidates: [Candidate]) { self.candidates = candidates }

  private enum Decision {
    case join(Int, IdentityLink)
    case ambiguous
    case unknown
  }

  func join(_ clusters: inout Clusters) {
    let index = Index(candidates, clusters)
    let floating = candidates.indices.filter { candidates[$0].isFloating }
    // All are decided by the same state, then joined: the order must not matter.
    let decisions = floating.map { ($0, decide($0, index, clusters)) }
    var unknown: [Int] = []
    for (candidate, decision) in decisions {
      switch decision {
      case .join(let target, let link):
        if !clusters.join(candidate, target, link) { unknown.append(candidate) }
      case .ambiguous: continue
      case .unknown: unknown.append(candidate)
      }
    }
    joinAmongThemselves(unknown, &clusters)
  }

  private func decide(_ candidate: Int, _ index: Index, _ clusters: Clusters) -> Decision {
    let profile = clusters.profile(candidate)
    var fits: [(root: Int, score: Double, link: IdentityLink)] = []
    for root in index.roots(for: candidates[candidate])
    where !clusters.conflict(profile, clusters.profile(root)) {
      if let (score, link) = fit(candidates[candidate], clusters.profile(root)) {
        fits.append((root, score, link))
      }
    }
    guard let best = fits.map(\.score).max() else { return .unknown }
    fits = fits.filter { $0.score >= best - 0.03 }
    let document = candidates[candidate].references[0].document
    let near = fits.filter { clusters.profile($0.root).documents.contains(document) }
    if near.count > 1 { return .ambiguous }
    if let only = near.first ?? (fits.count == 1 ? fits.first : nil) {
      return .join(only.root, only.link)
    }
    let counted = fits.map {
      (root: $0.root, mentions: clusters.profile($0.root).mentionCount, link: $0.link)
    }
    .sorted { ($1.mentions, $0.root) < ($0.mentions, $1.root) }
    let others = counted.dropFirst().reduce(0) { $0 + $1.mentions }
    return counted[0].mentions >= Self.dominance * others
      ? .join(counted[0].root, counted[0].link) : .ambiguous
  }

  /// How well a bare name fits a set, or nil: as one of its names, its surname or its acronym.
  private func fit(_ candidate: Candidate, _ profile: Clusters.Profile) -> (Double, IdentityLink)? {
    var best: (score: Double, link: IdentityLink)?
    func consider(_ score: Double, _ link: IdentityLink) {
      if best.map({ $0.score < score }) ?? true { best = (score, link) }
    }
    for name in candidate.names {
      for other in profile.names where other.kind == name.kind {
        let match = matcher.compare(name, other)
        switch match.verdict {
        case .same: consider(match.score, link(name, other, match))
        // A given name alone fits too many.
        case .partial where name.kind != .person || match.score > 0.6:
          consider(
            0.98,
            link(
              name, other, name.acronym != nil || other.acronym != nil ? .acronym : .shortName,
              detail: match.reasons.joined(separator: ", ")))
        default: continue
        }
      }
    }
    return best
  }

  private func joinAmongThemselves(_ floating: [Int], _ clusters: inout Clusters) {
    var blocks: [String: [Int]] = [:]
    for index in floating {
      for key in Set(candidates[index].names.flatMap(Index.keys)) { blocks[key, default: []].append(index) }
    }
    var edges: [(score: Double, first: Int, second: Int, link: IdentityLink)] = []
    for block in blocks.values {
      // Equal names first, so that a block of n mentions of one name costs n comparisons.
      let representatives = Dictionary(grouping: block) { candidates[$0].key }.values.compactMap { same in
        for (a, b) in zip(same, same.dropFirst()) {
          edges.append((1, a, b, link(candidates[a].primary, candidates[b].primary, .sameName)))
        }
        return same.first
      }.sorted()
      for (position, first) in representatives.enumerated() {
        for second in representatives[(position + 1)...] {
          let scores = candidates[first].names.flatMap { name in
            candidates[second].names.compactMap { other -> (score: Double, link: IdentityLink)? in
              guard name.kind == other.kind else {
                return name.folded == other.folded ? (0.9, link(name, other, .sameName)) : nil
              }
              let match = matcher.compare(name, other)
              return match.verdict == .same ? (match.score, link(name, other, match)) : nil
            }
          }
          if let best = scores.max(by: { ($0.score, $1.link) < ($1.score, $0.link) }) {
            edges.append((best.score, first, second, best.link))
          }
        }
      }
    }
    edges.sort { ($1.score, $0.first, $0.second) < ($0.score, $1.first, $1.second) }
    for edge in edges { clusters.join(edge.first, edge.second, edge.link) }
  }
}

extension BareNames {
  /// Sets with a full name, by the bare names that may stand for them.
  struct Index {
    private var roots: [String: Set<Int>] = [:]

    init(_ candidates: [Candidate], _ clusters: Clusters) {
      for (index, candidate) in candidates.enumerated() where !candidate.isFloating && !candidate.isDescribed
      {
        let root = clusters.root(index)
        for name in candidate.names {
          for key in Self.keys(name) { roots[key, default: []].insert(root) }
          for acronym in Acronyms.candidates(for: name) {
            roots["acronym " + acronym, default: []].insert(root)
          }
        }
      }
    }

    func roots(for candidate: Candidate) -> [Int] {
      candidate.names.reduce(into: Set<Int>()) { result, name in
        for key in Self.keys(name) { result.formUnion(roots[key] ?? []) }
      }.sorted()
    }

    /// By acronym or by the sound of the last word.
    static func keys(_ name: ParsedName) -> [String] {
      if let acronym = name.acronym { return ["acronym " + acronym] }
      guard let last = name.parts.last else { return [] }
      return last.sounds.keys.map { name.kind.rawValue + " " + $0 }
    }
  }
}
