import RelataGraph
import RelataNames

/// Names of one document in disjoint sets, with the reasons for each union; sets that a user
/// keeps apart are never united.
struct NameGroups: Sendable {
  private var sets = DisjointSets(count: 0)
  /// By set, for the user's rules (by index) the name (by index) that is in it.
  private var kept: [Int: [Int: Int]] = [:]
  /// For each union that was made a member of either side, and why.
  private(set) var links: [(group: Int, link: IdentityLink)] = []

  mutating func add() -> Int { sets.add() }

  /// Keeps a set apart from those that hold another name of the same rule.
  mutating func keep(_ element: Int, asName name: Int, ofRule rule: Int) {
    kept[find(element), default: [:]][rule] = name
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
  }

  private func areJoinable(_ x: Int, _ y: Int) -> Bool {
    guard let names = kept[x], let others = kept[y] else { return true }
    return names.allSatisfy { rule, name in others[rule].map { $0 == name } ?? true }
  }
}
