import RelataGazetteer
import RelataGraph
import RelataNames

/// Names of one document in disjoint sets, with the reasons for each union; sets that a user keeps apart, or
/// whose qualifiers conflict, are never united.
struct NameGroups: Sendable {
  private var sets = DisjointSets(count: 0)
  /// By set, for the user's rules (by index) the name (by index) that is in it.
  private var kept: [Int: [Int: Int]] = [:]
  /// By set, what its names say to part it from others.
  private var qualifiers: [Int: NameQualifiers] = [:]
  /// For each union that was made a member of either side, and why.
  private(set) var links: [(group: Int, link: IdentityLink)] = []

  mutating func add() -> Int { sets.add() }

  /// Keeps a set apart from those that hold another name of the same rule.
  mutating func keep(_ element: Int, asName name: Int, ofRule rule: Int) {
    kept[find(element), default: [:]][rule] = name
  }

  /// Adds what a name of a set says.
  mutating func qualify(_ element: Int, _ found: NameQualifiers) {
    guard !found.isEmpty else { return }
    qualifiers[find(element), default: NameQualifiers()].formUnion(found)
  }

  mutating func qualifiers(of element: Int) -> NameQualifiers {
    qualifiers[find(element)] ?? NameQualifiers()
  }

  mutating func find(_ element: Int) -> Int { sets.find(element) }

  /// The smaller root stays: the result does not depend on the order of unions.
  mutating func union(_ a: Int, _ b: Int, _ link: @autoclosure () -> IdentityLink) {
    let x = find(a)
    let y = find(b)
    guard x != y, areJoinable(x, y) else { return }
    links.append((x, link()))
    let (root, other) = (min(x, y), max(x, y))
    sets.join(root, other)
    if let names = kept.removeValue(forKey: other) { kept[root, default: [:]].merge(names) { a, _ in a } }
    if let others = qualifiers.removeValue(forKey: other) { qualify(root, others) }
  }

  private func areJoinable(_ x: Int, _ y: Int) -> Bool {
    if let own = qualifiers[x], let others = qualifiers[y], own.conflict(with: others) { return false }
    guard let names = kept[x], let others = kept[y] else { return true }
    return names.allSatisfy { rule, name in others[rule].map { $0 == name } ?? true }
  }
}
