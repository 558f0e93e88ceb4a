import RelataGraph

/// Joins candidates that are known only by a bare name to what they fit.
///
/// What a bare name fits follows from the sets with a full name that share its key; which of them one mention
/// means, from the document that it stands in, or from how often they are spoken of.
struct BareNames {
  private let candidates: Candidates
  private let types: TypeCompatibility
  private let matcher = NameMatcher()

  /// A bare name that fits several goes to one of them only if that one is mentioned this many times as
  /// often as the others together.
  static let dominance = 5
  /// Fits that are so little worse than the best are as good.
  static let tolerance = 0.03
  /// What a short form scores that fits.
  private static let partialScore = 0.98

  init(_ candidates: Candidates, types: TypeCompatibility) {
    self.candidates = candidates
    self.types = types
  }

  /// A set that a bare name fits, and the names that say so.
  private struct Fit {
    var root: Int
    var score: Double
    var name: NameID
    var other: NameID
    var isPartial: Bool
  }

  private enum Decision {
    case join(Fit)
    case ambiguous
    case unknown
  }

  func join(_ clusters: inout Clusters) {
    let known = candidates.indices.filter { !candidates.profile($0).isOfOneDocument }
    let bearers = Bearers(candidates, known) { $0.names }
    let index = BareNameIndex(
      Set(known.lazy.flatMap { candidates.profile($0).names }).sorted(), candidates.names)
    let documents = membersByDocument()
    let floating = candidates.indices.filter { candidates.profile($0).isFloating }
    // All are decided by the same state, then joined: the order must not matter.
    var decisions: [(candidate: Int, decision: Decision)] = []
    decisions.reserveCapacity(floating.count)
    for (_, mentions) in runs(of: floating) {
      // What fits is the same for all mentions of a name, but for those that a user's
      // rule has joined to others.
      var shared: Fits?
      for candidate in mentions {
        let isAlone = clusters.findRoot(candidate) == candidate && !clusters.profiles[candidate].isForced
        let fits =
          isAlone
          ? shared ?? fits(candidate, index, bearers, &clusters) : fits(candidate, index, bearers, &clusters)
        if isAlone { shared = fits }
        decisions.append((candidate, decide(candidate, fits, documents, &clusters)))
      }
    }
    joinDecided(decisions, &clusters)
  }

  /// Candidates of one profile, which follow each other.
  private func runs(of floating: [Int]) -> [(profile: Int32, mentions: ArraySlice<Int>)] {
    var runs: [(Int32, ArraySlice<Int>)] = []
    var start = 0
    for position in floating.indices {
      let profile = candidates[floating[position]].profile
      if position + 1 == floating.count || candidates[floating[position + 1]].profile != profile {
        runs.append((profile, floating[start...position]))
        start = position + 1
      }
    }
    return runs
  }

  /// For each document the candidates that it speaks of.
  private func membersByDocument() -> Rows<Int32, Int> {
    var pairs: [(row: Int32, value: Int)] = []
    var last = 0
    for index in candidates.indices {
      for reference in candidates[index].references {
        pairs.append((Int32(reference.document), index))
        last = max(last, reference.document)
      }
    }
    return Rows(rows: last + 1, pairs)
  }

  private func joinDecided(_ decisions: [(candidate: Int, decision: Decision)], _ clusters: inout Clusters) {
    var unknown: [Int] = []
    // One reason for each name and set is enough.
    var explained: Set<UInt64> = []
    for (candidate, decision) in decisions {
      switch decision {
      case .join(let fit):
        let key = UInt64(candidates[candidate].profile) << 32 | UInt64(fit.root)
        let isNew = !explained.contains(key)
        if clusters.join(candidate, fit.root, isNew ? link(fit) : nil) {
          explained.insert(key)
        } else {
          unknown.append(candidate)
        }
      case .ambiguous: continue
      case .unknown: unknown.append(candidate)
      }
    }
    joinAmongThemselves(unknown, &clusters)
  }
}

// MARK: What a bare name fits

extension BareNames {
  /// The best fits of a bare name.
  private struct Fits {
    /// By root.
    var all: [Int: Fit]
    /// What it means where its document does not say.
    var usual: Decision
  }

  private func fits(
    _ candidate: Int, _ index: BareNameIndex, _ bearers: Bearers, _ clusters: inout Clusters
  ) -> Fits {
    var all: [Int: Fit] = [:]
    let root = clusters.findRoot(candidate)
    var conflicting: Set<Int> = []
    for id in candidates.profile(candidate).names {
      let name = candidates.names[id]
      for other in index.names(for: name, candidates.names) {
        guard let (score, isPartial) = Self.fit(name, candidates.names[other], matcher) else { continue }
        for member in bearers.all(other) {
          let target = clusters.findRoot(Int(member))
          guard target != root, all[target].map({ $0.score < score }) ?? true, !conflicting.contains(target)
          else { continue }
          guard all[target] != nil || !clusters.conflict(root, target) else {
            conflicting.insert(target)
            continue
          }
          all[target] = Fit(root: target, score: score, name: id, other: other, isPartial: isPartial)
        }
      }
    }
    guard let best = all.values.map(\.score).max() else { return Fits(all: [:], usual: .unknown) }
    all = all.filter { $0.value.score >= best - Self.tolerance }
    return Fits(all: all, usual: dominant(all, clusters))
  }

  /// How well a bare name fits a name, or nil: as the same, its surname or its acronym.
  static func fit(
    _ name: ParsedName, _ other: ParsedName, _ matcher: NameMatcher
  ) -> (score: Double, isPartial: Bool)? {
    let match = matcher.compare(name, other, explains: false)
    switch match.verdict {
    case .same: return (match.score, false)
    // A given name alone fits too many, and "King Salman" is nobody's surname.
    case .partial where name.isRegnal: return nil
    case .partial where name.kind != .person || match.score > 0.6: return (partialScore, true)
    default: return nil
    }
  }

  private func dominant(_ fits: [Int: Fit], _ clusters: Clusters) -> Decision {
    let counted = fits.values.map { (fit: $0, mentions: clusters.profiles[$0.root].mentionCount) }
      .sorted { ($1.mentions, $0.fit.root) < ($0.mentions, $1.fit.root) }
    return Self.isFirstDominant(counted.map(\.mentions)) ? .join(counted[0].fit) : .ambiguous
  }

  /// Whether the first of what a bare name fits is spoken of so often that it is meant.
  /// - Parameter mentions: of each, at least one, in descending order.
  static func isFirstDominant(_ mentions: [Int]) -> Bool {
    mentions.count == 1 || mentions[0] >= dominance * mentions.dropFirst().reduce(0, +)
  }

  /// What is spoken of in the same document goes first.
  private func decide(
    _ candidate: Int, _ fits: Fits, _ documents: Rows<Int32, Int>, _ clusters: inout Clusters
  ) -> Decision {
    guard !fits.all.isEmpty, let reference = candidates[candidate].references.first else { return fits.usual }
    var near: Fit?
    for member in documents[Int32(reference.document)] {
      guard let fit = fits.all[clusters.findRoot(Int(member))], fit.root != near?.root else { continue }
      if near != nil { return .ambiguous }
      near = fit
    }
    return near.map { .join($0) } ?? fits.usual
  }

  private func link(_ fit: Fit) -> IdentityLink {
    Self.link(candidates.names[fit.name], candidates.names[fit.other], isPartial: fit.isPartial, matcher)
  }

  static func link(
    _ name: ParsedName, _ other: ParsedName, isPartial: Bool, _ matcher: NameMatcher
  ) -> IdentityLink {
    let match = matcher.compare(name, other)
    guard isPartial else { return RelataResolution.link(name, other, match) }
    return RelataResolution.link(
      name, other, name.acronym != nil || other.acronym != nil ? .acronym : .shortName,
      detail: match.reasons.joined(separator: ", "))
  }
}

// MARK: What fits nothing

extension BareNames {
  /// Bare names that fit nothing else are one where they are the same.
  private func joinAmongThemselves(_ floating: [Int], _ clusters: inout Clusters) {
    Self.joinAmongThemselves(floating, candidates, &clusters) {
      NamePairs(table: candidates.names).barePairs(among: $0)
    }
  }

  static func joinAmongThemselves(
    _ floating: [Int], _ candidates: Candidates, _ clusters: inout Clusters,
    pairs: ([NameID]) -> [NamePair]
  ) {
    let names = Set(floating.lazy.flatMap { candidates.profile($0).names }).sorted()
    let pairs = pairs(names)
    let agglomeration = Agglomeration(candidates, Bearers(candidates, floating) { $0.names })
    agglomeration.run(agglomeration.matches(names: names, pairs: pairs, aliasPenalty: 0), &clusters)
  }
}
