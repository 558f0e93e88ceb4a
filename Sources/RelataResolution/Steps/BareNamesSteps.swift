import RelataGazetteer
import RelataGraph

/// The words that a bare name can be: ``BareNameIndex`` for one name.
struct WordsStep {
  struct Input: Decodable {
    /// A person's bare name.
    var name: String
    /// Names that end with different words: of each word the first.
    var others: [String]
  }

  struct Output: Encodable {
    /// Those of `others` whose last word is worth comparing.
    var alike: [String]
  }
}

/// The full names that a bare name fits, by the two names alone.
struct FitsStep {
  struct Input: Decodable {
    var text: String
    var kind: NameKind
    /// Of the same kind.
    var others: [String]
  }

  struct Output: Encodable {
    var fits: [Fit]
  }

  struct Fit: Encodable {
    var other: String
    /// 0…1.
    var score: Double
    /// Whether the bare name is a short form of the other.
    var isPartial: Bool
  }
}

/// What a bare name can stand for: ``BareNames`` for one profile, or for its mentions in one set
/// that a user's rule has made.
struct BareStep {
  struct Input: Decodable {
    var profile: ProfileRow
    /// The set that its mentions are in; nil where each is by itself.
    var own: SetRow?
    /// Of other sets.
    var fits: [Fit]
  }

  struct Fit: Decodable {
    /// ``CandidateID`` of the set.
    var root: String
    var set: SetRow
    /// Of the profile's names.
    var name: String
    /// Of the set's names.
    var other: String
    var score: Double
    var isPartial: Bool
  }

  struct Output: Encodable {
    /// The sets that it fits best; none: it fits nothing.
    var fits: [Choice]
    /// What it means where its document does not say; nil: that is not to be known.
    var usual: String?
  }

  struct Choice: Encodable {
    var root: String
    /// Why it would be the set's; nil where that needs no reason.
    var link: IdentityLink?
  }
}

/// Which bare names join sets, one after the other: ``BareNames`` for one set, or for sets that may become
/// one because a user's rule has put a bare name into one of them.
struct JoinsStep {
  struct Input: Decodable {
    var sets: [KnownSet]
    /// One for each profile and set that some of its mentions mean; of a bare name that is in a
    /// set one for each mention.
    var bare: [Bare]
  }

  struct KnownSet: Codable {
    /// ``CandidateID``.
    var root: String
    var set: SetRow
  }

  struct Bare: Decodable {
    var key: String
    var profile: ProfileRow
    /// ``CandidateID`` of the mention, of several the first.
    var candidate: String
    /// The set that it is in; nil: it is by itself.
    var own: String?
    /// The set that it is to join.
    var root: String
  }

  struct Output: Encodable {
    /// Those that join what they are to join.
    var joined: [Joined]
    /// What the sets become; nil where no user's rule can make one of two.
    var sets: [Union]?
  }

  struct Joined: Encodable {
    var key: String
    var candidate: String
    var own: String?
    var root: String
    /// Whether it is the reason why the set has its name.
    var isReason: Bool
  }

  struct Union: Encodable {
    /// ``CandidateID`` of its first candidate.
    var root: String
    /// The sets that are one now.
    var members: [String]
    var set: SetRow
  }
}

extension ResolutionSteps {
  func words(_ line: WordsStep.Input) -> WordsStep.Output {
    func last(_ name: String) -> ParsedName.Part? {
      ParsedName(name, kind: .person, gazetteer: gazetteer).parts.last
    }
    guard let word = last(line.name) else { return WordsStep.Output(alike: []) }
    return WordsStep.Output(
      alike: line.others.filter { other in
        last(other).map { BareNameIndex.isAlike($0, word) } ?? false
      })
  }

  func fits(_ line: FitsStep.Input) -> FitsStep.Output {
    let matcher = NameMatcher()
    let name = ParsedName(line.text, kind: line.kind, gazetteer: gazetteer)
    return FitsStep.Output(
      fits: line.others.compactMap { other in
        BareNames.fit(name, ParsedName(other, kind: line.kind, gazetteer: gazetteer), matcher).map {
          FitsStep.Fit(other: other, score: $0.score, isPartial: $0.isPartial)
        }
      })
  }

  func bare(_ line: BareStep.Input) -> BareStep.Output {
    let profile = line.profile
    let places = Dictionary(
      profile.names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    // Of equal fits of a set the one of the first name with the first name counts.
    func isBetter(_ a: BareStep.Fit, _ b: BareStep.Fit) -> Bool {
      (b.score, places[a.name] ?? 0, a.other) < (a.score, places[b.name] ?? 0, b.other)
    }
    var best: [String: BareStep.Fit] = [:]
    for fit in line.fits {
      if let known = best[fit.root], !isBetter(fit, known) { continue }
      best[fit.root] = fit
    }
    let found = Array(best.values)
    let sets = LineSets(
      [line.own ?? state(of: profile)] + found.map(\.set), gazetteer: gazetteer, types: types)
    let possible = found.enumerated().filter { !sets.clusters.conflict(0, $0.offset + 1) }.map(\.element)
    guard let top = possible.map(\.score).max() else { return BareStep.Output(fits: [], usual: nil) }
    let fits = possible.filter { $0.score >= top - BareNames.tolerance }
      .sorted { ($1.set.mentions, $0.root) < ($0.set.mentions, $1.root) }
    return BareStep.Output(
      fits: fits.map { BareStep.Choice(root: $0.root, link: link($0, profile.kind)) },
      usual: BareNames.isFirstDominant(fits.map(\.set.mentions)) ? fits[0].root : nil)
  }

  /// A mention of a bare name by itself.
  private func state(of profile: ProfileRow) -> SetRow {
    guard !identities.different.isEmpty else { return SetRow(types: [profile.type], mentions: 0) }
    let row = ProfileCandidates(key: "", profile: profile, candidates: [.init(id: "", mentions: 0)])
    let known = LineCandidates([row], types: types, gazetteer: gazetteer)
    var clusters = Clusters(known.candidates, types: types)
    IdentityBearers(identities, known.candidates, types: types).keepApart(in: &clusters)
    return SetRow(clusters.profile(0), known.candidates.names)
  }

  private func link(_ fit: BareStep.Fit, _ kind: NameKind) -> IdentityLink? {
    let link = BareNames.link(
      ParsedName(fit.name, kind: kind, gazetteer: gazetteer),
      ParsedName(fit.other, kind: kind, gazetteer: gazetteer), isPartial: fit.isPartial, NameMatcher())
    return Clusters.isReason(link) ? link : nil
  }

  func joins(_ line: JoinsStep.Input) throws -> JoinsStep.Output {
    let bare = line.bare.sorted { $0.candidate < $1.candidate }
    // In the order of candidates: the first one stands for a set.
    let rows =
      (line.sets.map { (id: $0.root, set: $0.set) }
      + bare.filter { $0.own == nil }.map { (id: $0.candidate, set: state(of: $0.profile)) })
      .sorted { $0.id < $1.id }
    let places = Dictionary(
      rows.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var sets = LineSets(rows.map(\.set), gazetteer: gazetteer, types: types)
    var joined: [JoinsStep.Joined] = []
    var explained: Set<[String]> = []
    for row in bare {
      guard let member = places[row.own ?? row.candidate], let target = places[row.root] else {
        throw Refusal(description: "“\(row.candidate)” is to join a set that the line has not")
      }
      let isNew = !explained.contains([row.key, row.root])
      var isReason = false
      guard sets.join(member, target, { isReason = isNew }) else { continue }
      explained.insert([row.key, row.root])
      joined.append(
        JoinsStep.Joined(
          key: row.key, candidate: row.candidate, own: row.own, root: row.root, isReason: isReason))
    }
    guard identities.hasRules else { return JoinsStep.Output(joined: joined, sets: nil) }
    let members = Dictionary(grouping: line.sets.map(\.root)) { places[$0].map(sets.clusters.root) ?? 0 }
    return JoinsStep.Output(
      joined: joined,
      sets: members.sorted { $0.key < $1.key }.map { root, members in
        JoinsStep.Union(root: rows[root].id, members: members.sorted(), set: sets.row(root))
      })
  }
}
