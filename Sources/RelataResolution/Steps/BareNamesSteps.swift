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

/// What a bare name can stand for: ``BareNames`` for one profile.
struct BareStep {
  struct Input: Decodable {
    var profile: ProfileRow
    var fits: [Fit]
  }

  struct Fit: Decodable {
    /// ``CandidateID`` of the set.
    var root: String
    var types: [EntityType]
    var mentions: Int
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

/// Which bare names join a set, one after the other: ``BareNames`` for one set.
struct JoinsStep {
  struct Input: Decodable {
    var types: [EntityType]
    /// Profiles some of whose mentions mean the set.
    var bare: [Bare]
  }

  struct Bare: Decodable {
    var key: String
    var type: EntityType
  }

  struct Output: Encodable {
    /// The keys of those that join it.
    var joined: [String]
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
    for fit in line.fits where fit.types.allSatisfy({ types.areCompatible(profile.type, $0) }) {
      if let known = best[fit.root], !isBetter(fit, known) { continue }
      best[fit.root] = fit
    }
    guard let top = best.values.map(\.score).max() else { return BareStep.Output(fits: [], usual: nil) }
    let fits = best.values.filter { $0.score >= top - BareNames.tolerance }
      .sorted { ($1.mentions, $0.root) < ($0.mentions, $1.root) }
    return BareStep.Output(
      fits: fits.map { BareStep.Choice(root: $0.root, link: link($0, profile.kind)) },
      usual: BareNames.isFirstDominant(fits.map(\.mentions)) ? fits[0].root : nil)
  }

  private func link(_ fit: BareStep.Fit, _ kind: NameKind) -> IdentityLink? {
    let link = BareNames.link(
      ParsedName(fit.name, kind: kind, gazetteer: gazetteer),
      ParsedName(fit.other, kind: kind, gazetteer: gazetteer), isPartial: fit.isPartial, NameMatcher())
    return Clusters.isReason(link) ? link : nil
  }

  func joins(_ line: JoinsStep.Input) -> JoinsStep.Output {
    var all = line.types
    var joined: [String] = []
    for bare in line.bare.sorted(by: { $0.key < $1.key }) {
      guard all.allSatisfy({ types.areCompatible(bare.type, $0) }) else { continue }
      all.append(bare.type)
      joined.append(bare.key)
    }
    return JoinsStep.Output(joined: joined)
  }
}
