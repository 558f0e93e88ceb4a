import RelataGraph

/// Sets of candidates taken for one entity, joined step by step; a join that would make one of two is refused.
struct Clusters {
  /// What is known of a set.
  struct Profile {
    var types: Set<EntityType>
    var identifiers: [String: String]
    /// The fullest names that documents give; two of one family are two people.
    var primaries: [ParsedName]
    var names: [ParsedName]
    var mentionCount: Int
    var documents: Set<Int>
  }

  private var parents: [Int]
  private(set) var profiles: [Profile]
  private let types: TypeCompatibility
  private let matcher = NameMatcher()

  init(_ candidates: [Candidate], types: TypeCompatibility) {
    parents = Array(candidates.indices)
    self.types = types
    profiles = candidates.map { candidate in
      Profile(
        types: [candidate.type], identifiers: candidate.identifiers,
        primaries: candidate.primary.map { $0.isBare ? [] : [$0] } ?? [], names: candidate.names,
        mentionCount: candidate.mentionCount, documents: Set(candidate.references.map(\.document)))
    }
  }

  /// The index that stands for the set of a candidate: its smallest.
  func root(_ index: Int) -> Int {
    var index = index
    while parents[index] != index { index = parents[index] }
    return index
  }

  func profile(_ index: Int) -> Profile { profiles[root(index)] }

  /// Joins two sets unless something speaks against it; false where it does.
  @discardableResult
  mutating func join(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (min(root(a), root(b)), max(root(a), root(b)))
    if first == second { return true }
    guard !conflict(profiles[first], profiles[second]) else { return false }
    parents[second] = first
    let other = profiles[second]
    profiles[first].types.formUnion(other.types)
    profiles[first].identifiers.merge(other.identifiers) { own, _ in own }
    let known = Set(profiles[first].names.map(\.folded))
    profiles[first].names += other.names.filter { !known.contains($0.folded) }
    let knownPrimaries = Set(profiles[first].primaries.map(\.folded))
    profiles[first].primaries += other.primaries.filter { !knownPrimaries.contains($0.folded) }
    profiles[first].mentionCount += other.mentionCount
    profiles[first].documents.formUnion(other.documents)
    return true
  }

  /// Whether two sets cannot be one: different identifiers, types that exclude each other, or two members of one family.
  func conflict(_ a: Profile, _ b: Profile) -> Bool {
    for (scheme, value) in a.identifiers {
      if let other = b.identifiers[scheme], other != value { return true }
    }
    for type in a.types where b.types.contains(where: { !types.areCompatible(type, $0) }) { return true }
    for name in a.primaries where name.kind == .person {
      if b.primaries.contains(where: { areRelatives(name, $0) }) { return true }
    }
    return false
  }

  /// Full names with one surname and different given names.
  private func areRelatives(_ a: ParsedName, _ b: ParsedName) -> Bool {
    guard let last = a.parts.last, let other = b.parts.last, a.parts.count > 1, b.parts.count > 1,
      PhoneticDistance.similarity(last.sounds, other.sounds) >= PartAlignment.matchThreshold
    else { return false }
    return matcher.compare(a, b).verdict == .different
  }
}
