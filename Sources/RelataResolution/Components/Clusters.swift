import RelataGazetteer
import RelataGraph
import RelataNames

/// Sets of candidates taken for one entity, joined step by step; a join that would
/// make one of two is refused.
struct Clusters {
  /// What is known of a set.
  struct Profile {
    /// Distinct.
    var types: [EntityType]
    var identifiers: [String: String]
    /// The fullest names that documents give, distinct; two of one family are two people.
    var primaries: [NameID]
    var mentionCount: Int
    /// What its names say to part it from others: of a bare name nothing.
    var qualifiers = NameQualifiers()
    /// By the rules of the user that keep names apart (by index), the names (by index) that are in the set.
    var kept: [Int: Set<Int>] = [:]
    /// Whether a user's rule made it, so that its parts may speak against each other.
    var isForced = false
  }

  /// A join that was made, and why.
  struct Join {
    var member: Int
    var link: IdentityLink
  }

  /// Of so many names of a person is each asked whether it can be a relative's: the first that were joined,
  /// which are the most alike.
  private static let comparedPrimaries = 48

  private var sets: DisjointSets
  private(set) var profiles: [Profile]
  /// In the order in which they were made; only those with a reason.
  private(set) var joins: [Join] = []
  private let names: NameTable
  private let types: TypeCompatibility
  private let matcher = NameMatcher()

  init(_ candidates: Candidates, types: TypeCompatibility) {
    sets = DisjointSets(count: candidates.candidates.count)
    self.types = types
    names = candidates.names
    // Candidates of one profile share their tables.
    let shared = candidates.profiles.map { profile in
      let primaries = profile.primary.flatMap { candidates.names[$0].isBare ? nil : [$0] } ?? []
      return Profile(
        types: [profile.type], identifiers: profile.identifiers, primaries: primaries, mentionCount: 0,
        qualifiers: profile.qualifiers)
    }
    profiles = candidates.candidates.map { candidate in
      var profile = shared[Int(candidate.profile)]
      profile.mentionCount = candidate.mentionCount
      return profile
    }
  }

  /// Sets that are known already, each of an index of its own.
  init(_ profiles: [Profile], names: NameTable, types: TypeCompatibility) {
    sets = DisjointSets(count: profiles.count)
    self.profiles = profiles
    self.names = names
    self.types = types
  }

  /// Makes candidates the set again that they are.
  mutating func restore(_ members: [Int], as profile: Profile) {
    guard let root = members.min() else { return }
    sets.join(members)
    profiles[root] = profile
  }

  /// The index that stands for the set of a candidate: its smallest.
  func root(_ index: Int) -> Int { sets.root(of: index) }

  /// As ``root(_:)``, and shortens the way there for the next time.
  mutating func findRoot(_ index: Int) -> Int { sets.find(index) }

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
  /// - Parameter link: the reason, nil where none is needed.
  @discardableResult
  mutating func join(_ a: Int, _ b: Int, _ link: @autoclosure () -> IdentityLink?) -> Bool {
    let (first, second) = (findRoot(a), findRoot(b))
    if first == second { return true }
    guard !conflict(first, second) else { return false }
    unite(a, b, link())
    return true
  }

  private mutating func unite(_ a: Int, _ b: Int, _ link: IdentityLink?) {
    let (first, second) = (min(findRoot(a), findRoot(b)), max(findRoot(a), findRoot(b)))
    // That a name is itself needs no reason.
    if let link, Self.isReason(link) { joins.append(Join(member: a, link: link)) }
    sets.join(first, second)
    let other = profiles[second]
    // What is left of it is never asked for again.
    profiles[second] = Profile(types: [], identifiers: [:], primaries: [], mentionCount: 0)
    for type in other.types where !profiles[first].types.contains(type) { profiles[first].types.append(type) }
    if !other.identifiers.isEmpty {
      profiles[first].identifiers.merge(other.identifiers) { own, _ in own }
    }
    for name in other.primaries where profiles[first].primaries.count < Self.comparedPrimaries {
      if !profiles[first].primaries.contains(where: { $0 == name || names[$0].folded == names[name].folded })
      {
        profiles[first].primaries.append(name)
      }
    }
    profiles[first].mentionCount += other.mentionCount
    profiles[first].qualifiers.formUnion(other.qualifiers)
    if !other.kept.isEmpty { profiles[first].kept.merge(other.kept) { $0.union($1) } }
    profiles[first].isForced = profiles[first].isForced || other.isForced
  }

  /// Whether a link says anything that its names do not.
  static func isReason(_ link: IdentityLink) -> Bool { link.name != link.other || link.reason == .user }

  /// Whether two sets, by their roots, cannot be one: a user's rule, different identifiers, types that
  /// exclude each other, other countries or numbers in their names, or two members of one family.
  func conflict(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (profiles[first], profiles[second])
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
    if a.qualifiers.conflict(with: b.qualifiers) { return true }
    for type in a.types where b.types.contains(where: { !types.areCompatible(type, $0) }) { return true }
    for name in a.primaries where names[name].kind == .person {
      if b.primaries.contains(where: { areRelatives(name, $0) }) { return true }
    }
    return false
  }

  /// Full names with one surname and different given names.
  private func areRelatives(_ a: NameID, _ b: NameID) -> Bool {
    if a == b { return false }
    let (a, b) = (names[a], names[b])
    guard let last = a.parts.last, let other = b.parts.last, a.parts.count > 1, b.parts.count > 1,
      PhoneticDistance.isSimilar(last.sounds, other.sounds, threshold: PartAlignment.matchThreshold)
    else { return false }
    return matcher.compare(a, b, explains: false).verdict == .different
  }
}
