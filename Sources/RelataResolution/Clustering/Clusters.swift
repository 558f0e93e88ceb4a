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
    /// By the rules of the user that keep names apart (by index), the names (by index) that are in the set.
    var kept: [Int: Set<Int>] = [:]
    /// Whether a user's rule made it, so that its parts may speak against each other.
    var isForced = false
  }

  /// A join that was made, and why.
  struct Join {
    var first: Int
    var second: Int
    var link: IdentityLink
  }

  private var parents: [Int]
  private(set) var profiles: [Profile]
  /// In the order in which they were made.
  private(set) var joins: [Join] = []
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

  /// Keeps the bearers of a name of a user's rule apart from the bearers of the rule's other names.
  mutating func keep(_ index: Int, asName name: Int, ofRule rule: Int) {
    profiles[root(index)].kept[rule, default: []].insert(name)
  }

  /// Joins two sets because a user says so, whatever speaks against it.
  mutating func force(_ a: Int, _ b: Int, _ link: IdentityLink) {
    if root(a) != root(b) { unite(a, b, link) }
    profiles[root(a)].isForced = true
  }

  /// Joins two sets unless something speaks against it; false where it does.
  @discardableResult
  mutating func join(_ a: Int, _ b: Int, _ link: @autoclosure () -> IdentityLink) -> Bool {
    if root(a) == root(b) { return true }
    guard !conflict(profiles[root(a)], profiles[root(b)]) else { return false }
    unite(a, b, link())
    return true
  }

  private mutating func unite(_ a: Int, _ b: Int, _ link: IdentityLink) {
    let (first, second) = (min(root(a), root(b)), max(root(a), root(b)))
    joins.append(Join(first: a, second: b, link: link))
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
    profiles[first].kept.merge(other.kept) { $0.union($1) }
    profiles[first].isForced = profiles[first].isForced || other.isForced
  }

  /// Whether two sets cannot be one: a user's rule, different identifiers, types that exclude each other, or two members of one family.
  func conflict(_ a: Profile, _ b: Profile) -> Bool {
    for (rule, names) in a.kept {
      if let others = b.kept[rule], others.contains(where: { names != [$0] }) { return true }
    }
    for (scheme, value) in a.identifiers {
      if let other = b.identifiers[scheme], other != value { return true }
    }
    if a.isForced || b.isForced {
      // What a user has joined may be of several types or families: it is enough to fit one of them.
      return !a.types.contains { type in b.types.contains { types.areCompatible(type, $0) } }
        || (!a.primaries.isEmpty && !b.primaries.isEmpty
          && a.primaries.allSatisfy { name in b.primaries.allSatisfy { areRelatives(name, $0) } })
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
