import RelataGazetteer
import RelataGraph

/// Makes sets of the candidates of a component: best match first, and what speaks against a join stops it.
///
/// Decides by the bearers of the names of the component's pairs alone, so that components may be
/// decided in any order or place.
struct Agglomeration {
  /// A pair of names (or one name twice) whose bearers may be one.
  struct Match: Codable, Sendable {
    var pair: NamePair
    /// Whether both have to be the fullest names of their bearers.
    var isOfMainNames: Bool
    /// How often the bearers are spoken of: of equal matches the weightier comes first.
    var mentions: Int
  }

  /// Names that are not the fullest of their documents' count a little less.
  static let aliasPenalty = 0.05
  /// A name's bearers are seldom of more than a few sets that exclude each other; no more are tried.
  private static let triedSets = 24

  let candidates: Candidates
  let bearers: Bearers
  private let matcher = NameMatcher()

  init(_ candidates: Candidates, _ bearers: Bearers) {
    self.candidates = candidates
    self.bearers = bearers
  }

  /// The matches of the pairs and of each name with itself, in the order in which they are to be tried.
  ///
  /// - Parameter aliasPenalty: how much less a match counts that is not of the fullest names.
  func matches(
    names: some Sequence<NameID>, pairs: some Sequence<NamePair>,
    aliasPenalty: Double = Agglomeration.aliasPenalty
  ) -> [Match] {
    var matches: [Match] = []
    var mentions: [NameID: Int] = [:]
    func weight(_ name: NameID) -> Int {
      if let known = mentions[name] { return known }
      let sum = bearers.all(name).reduce(0) { $0 + candidates[Int($1)].mentionCount }
      mentions[name] = sum
      return sum
    }
    func add(_ pair: NamePair) {
      let weight = weight(pair.first) + (pair.first == pair.second ? 0 : weight(pair.second))
      let main = (bearers.main(pair.first), bearers.main(pair.second))
      let all = (bearers.all(pair.first), bearers.all(pair.second))
      if !main.0.isEmpty, !main.1.isEmpty {
        matches.append(Match(pair: pair, isOfMainNames: true, mentions: weight))
      }
      if main.0.count < all.0.count || main.1.count < all.1.count {
        var pair = pair
        pair.score -= aliasPenalty
        matches.append(Match(pair: pair, isOfMainNames: false, mentions: weight))
      }
    }
    for name in names where bearers.all(name).count > 1 {
      add(NamePair(first: name, second: name, score: 1))
    }
    for pair in pairs { add(pair) }
    return matches.sorted { a, b in
      (b.pair.score, b.mentions, a.pair.first, a.pair.second, a.isOfMainNames ? 0 : 1)
        < (a.pair.score, a.mentions, b.pair.first, b.pair.second, b.isOfMainNames ? 0 : 1)
    }
  }

  /// Tries the matches in their order.
  func run(_ matches: [Match], _ clusters: inout Clusters) {
    var sets = Sets(bearers)
    let ambiguous = ambiguous(matches)
    /// The sets with a name, without those that it would join to any of several.
    func roots(_ name: NameID, _ match: Match) -> [Int] {
      let roots = sets.roots(of: name, onlyMain: match.isOfMainNames, candidates, &clusters)
      guard ambiguous.contains(name) else { return roots }
      return roots.filter { !clusters.profiles[$0].qualifiers.isEmpty }
    }
    for match in matches {
      let (first, second) = (match.pair.first, match.pair.second)
      if first == second {
        joinBearers(roots(first, match), &clusters)
        continue
      }
      let (left, right) = (roots(first, match), roots(second, match))
      for one in left.prefix(Self.triedSets) {
        for other in right.prefix(Self.triedSets) { clusters.join(one, other, link(match.pair)) }
      }
    }
  }

  /// The names that several have whom their qualifiers part: of several foreign ministries a plain one is any,
  /// unless one is spoken of far more often than the others.
  private func ambiguous(_ matches: [Match]) -> Set<NameID> {
    var alike: [NameID: Set<NameID>] = [:]
    for match in matches {
      alike[match.pair.first, default: []].insert(match.pair.second)
      alike[match.pair.second, default: []].insert(match.pair.first)
    }
    var known: [NameID: [NameQualifiers: Int]] = [:]
    /// How often those with each are spoken of.
    func qualifiers(_ name: NameID) -> [NameQualifiers: Int] {
      if let found = known[name] { return found }
      var found: [NameQualifiers: Int] = [:]
      for bearer in bearers.all(name) {
        let qualifiers = candidates.profile(Int(bearer)).qualifiers
        guard !qualifiers.isEmpty else { continue }
        found[qualifiers, default: 0] += candidates[Int(bearer)].mentionCount
      }
      known[name] = found
      return found
    }
    return Set(
      alike.lazy.filter { name, others in
        var all = qualifiers(name)
        for other in others where other != name { all.merge(qualifiers(other), uniquingKeysWith: +) }
        return !Self.isOneMeant(all)
      }.map(\.key))
  }

  /// Whether of those that share a name none excludes another, or they are seldom spoken of whom the most
  /// spoken of excludes.
  private static func isOneMeant(_ mentions: [NameQualifiers: Int]) -> Bool {
    // So many that do not exclude each other there are not; comparing them would take too long.
    guard mentions.count <= triedSets else { return false }
    let apart = mentions.filter { one in mentions.contains { $0.key.conflict(with: one.key) } }
    guard let most = apart.values.max() else { return true }
    return apart.contains { one in
      one.value == most
        && most >= BareNames.dominance
          * apart.reduce(0) { $0 + ($1.key.conflict(with: one.key) ? $1.value : 0) }
    }
  }

  /// One set after the other, the most spoken of first, joins the first of those before it
  /// that it can be one with.
  private func joinBearers(_ roots: [Int], _ clusters: inout Clusters) {
    var kept: [Int] = []
    for root in roots {
      var isJoined = false
      for other in kept.prefix(Self.triedSets) where !isJoined {
        isJoined = clusters.join(other, root, nil)
      }
      if !isJoined { kept.append(root) }
    }
  }

  /// The name that is less spoken of is joined to the other.
  private func link(_ pair: NamePair) -> IdentityLink {
    func mentions(_ name: NameID) -> Int {
      bearers.all(name).reduce(0) { $0 + candidates[Int($1)].mentionCount }
    }
    let isTurned = mentions(pair.first) > mentions(pair.second)
    let name = candidates.names[isTurned ? pair.second : pair.first]
    let other = candidates.names[isTurned ? pair.first : pair.second]
    guard name.kind == other.kind, name.folded != other.folded else {
      return IdentityLink(name: name.text, other: other.text, reason: .sameName)
    }
    return RelataResolution.link(name, other, matcher.compare(name, other))
  }

  /// The sets that bear a name: what was found once only shrinks, because sets are joined and never parted.
  private struct Sets {
    private var main: [NameID: [Int]] = [:]
    private var all: [NameID: [Int]] = [:]
    private let bearers: Bearers

    init(_ bearers: Bearers) { self.bearers = bearers }

    /// Distinct, the most spoken of first.
    mutating func roots(
      of name: NameID, onlyMain: Bool, _ candidates: Candidates, _ clusters: inout Clusters
    ) -> [Int] {
      let known =
        (onlyMain ? main[name] : all[name])
        ?? (onlyMain ? bearers.main(name) : bearers.all(name)).map(Int.init)
      var seen: Set<Int> = []
      var roots: [Int] = []
      for member in known {
        let root = clusters.findRoot(member)
        if seen.insert(root).inserted { roots.append(root) }
      }
      if roots.count > 1 {
        roots.sort { a, b in
          (clusters.profiles[b].mentionCount, a) < (clusters.profiles[a].mentionCount, b)
        }
      }
      if onlyMain { main[name] = roots } else { all[name] = roots }
      return roots
    }
  }
}
