import RelataGazetteer
import RelataGraph

/// A ``Profile`` in a line.
struct ProfileRow: Codable {
  var type: EntityType
  var kind: NameKind
  var identifiers: [String: String]?
  /// The document's fullest name first.
  var names: [String]
  var isDescribed: Bool
  /// ``Profile/country``.
  var country: String?
}

/// A name in a line.
struct NameRow: Codable {
  var text: String
  var kind: NameKind

  var value: NameText { NameText(text: text, kind: kind) }
}

extension NameRow {
  init(_ name: ParsedName) {
    text = name.text
    kind = name.kind
  }
}

/// Two names that are one's, in a line.
struct PairRow: Codable {
  var first: NameRow
  var second: NameRow
  var score: Double
}

/// A profile and the candidates that have it, in a line.
struct ProfileCandidates: Codable {
  struct Member: Codable {
    /// ``CandidateID``.
    var id: String
    var mentions: Int
  }

  var key: String
  var profile: ProfileRow
  var candidates: [Member]
}

/// The candidates of a line, as resolution knows them.
struct LineCandidates {
  let candidates: Candidates
  /// By index.
  let ids: [String]
  let numbers: [NameText: NameID]

  /// - Parameter sets: that some candidates are in; where the first candidate of one is not in the line,
  ///   another stands for it that has no names.
  init(
    _ profiles: [ProfileCandidates], sets: [ClustersStep.Bound] = [], types: TypeCompatibility,
    gazetteer: Gazetteer
  ) {
    let given = Set(profiles.lazy.flatMap(\.candidates).map(\.id))
    let first = sets.filter { !given.contains($0.root) }.map { set in
      ProfileCandidates(
        key: set.root,
        profile: ProfileRow(
          type: set.set.types.first ?? .person, kind: .person, identifiers: nil, names: [], isDescribed: false
        ),
        candidates: [.init(id: set.root, mentions: 0)])
    }
    let profiles = (profiles + first).sorted { $0.key < $1.key }
    var builder = NameTable.Builder(gazetteer: gazetteer)
    for name in sets.lazy.flatMap({ $0.set.primaries ?? [] }) { _ = builder.id(of: name.value) }
    let named = profiles.map { row in
      row.profile.names.map { builder.id(of: NameText(text: $0, kind: row.profile.kind)) }
    }
    let (table, renumbered) = builder.finished()
    var known: [Profile] = []
    var candidates: [Candidate] = []
    var ids: [String] = []
    for (row, names) in zip(profiles, named) {
      let names = names.map { renumbered[Int($0)] }
      known.append(
        Profile(
          type: row.profile.type, identifiers: row.profile.identifiers ?? [:], names: names,
          parsed: names.map { table[$0] }, isDescribed: row.profile.isDescribed,
          country: row.profile.country, key: row.key, types: types, gazetteer: gazetteer))
      for member in row.candidates.sorted(by: { $0.id < $1.id }) {
        candidates.append(
          Candidate(
            profile: Int32(known.count - 1),
            references: [EntityReference(document: candidates.count, entity: 0)],
            mentionCount: member.mentions))
        ids.append(member.id)
      }
    }
    self.candidates = Candidates(names: table, profiles: known, candidates: candidates)
    self.ids = ids
    numbers = table.numbers()
  }

  /// The index of each candidate.
  func places() -> [String: Int] {
    Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The pairs of a line, without those of names that no candidate has.
  func pairs(_ rows: [PairRow]) -> [NamePair] {
    NamePairs.distinct(
      rows.compactMap { row in
        guard let first = numbers[row.first.value], let second = numbers[row.second.value] else { return nil }
        return NamePair(first: min(first, second), second: max(first, second), score: row.score)
      })
  }
}
