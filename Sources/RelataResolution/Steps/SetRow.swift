import RelataGazetteer
import RelataGraph

/// A set of candidates in a line: what speaks for and against joining it with another.
///
/// What is missing has nothing to say: without rules of a user types and mentions are enough for bare names.
struct SetRow: Codable {
  /// ``Clusters/Profile/kept`` of a rule.
  struct Kept: Codable {
    var rule: Int
    var names: [Int]
  }

  var types: [EntityType]
  var mentions: Int
  var identifiers: [MentionsStep.Identifier]?
  var primaries: [NameRow]?
  var kept: [Kept]?
  var isForced: Bool?
}

extension SetRow {
  init(_ profile: Clusters.Profile, _ names: NameTable) {
    types = profile.types
    mentions = profile.mentionCount
    identifiers = profile.identifiers.sorted { $0.key < $1.key }
      .map { MentionsStep.Identifier(scheme: $0.key, value: $0.value) }
    primaries = profile.primaries.map { NameRow(names[$0]) }
    kept = profile.kept.sorted { $0.key < $1.key }.map { Kept(rule: $0.key, names: $0.value.sorted()) }
    isForced = profile.isForced
  }

  /// - Parameter number: the name's place in the table.
  func profile(_ number: (NameText) -> NameID) -> Clusters.Profile {
    var profile = Clusters.Profile(
      types: types,
      identifiers: Dictionary(
        (identifiers ?? []).map { ($0.scheme, $0.value) }, uniquingKeysWith: { first, _ in first }),
      primaries: (primaries ?? []).map { number($0.value) },
      mentionCount: mentions)
    profile.kept = Dictionary(
      (kept ?? []).map { ($0.rule, Set($0.names)) }, uniquingKeysWith: { $0.union($1) })
    profile.isForced = isForced ?? false
    return profile
  }
}

/// The sets of a line, as resolution knows them, each of an index of its own.
struct LineSets {
  private(set) var clusters: Clusters
  let names: NameTable

  init(_ rows: [SetRow], gazetteer: Gazetteer, types: TypeCompatibility) {
    var builder = NameTable.Builder(gazetteer: gazetteer)
    for row in rows { for name in row.primaries ?? [] { _ = builder.id(of: name.value) } }
    names = builder.finished().table
    let numbers = names.numbers()
    clusters = Clusters(rows.map { $0.profile { numbers[$0] ?? 0 } }, names: names, types: types)
  }

  func row(_ index: Int) -> SetRow { SetRow(clusters.profile(index), names) }

  mutating func join(_ a: Int, _ b: Int, _ link: () -> Void) -> Bool {
    clusters.join(
      a, b,
      {
        link(); return nil
      }())
  }
}

extension NameTable {
  /// The place of each name.
  func numbers() -> [NameText: NameID] {
    Dictionary(
      names.enumerated().map { (NameText(text: $1.text, kind: $1.kind), NameID($0)) },
      uniquingKeysWith: { first, _ in first })
  }
}
