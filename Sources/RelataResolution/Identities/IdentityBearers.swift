import RelataExtraction
import RelataGraph
import RelataNames

/// Which candidates bear the names of a user's rules.
struct IdentityBearers {
  let rules: IdentityRules
  /// For each rule and each of its names the candidates, ascending.
  let same: [[[Int]]]
  let different: [[[Int]]]

  /// - Complexity: O(names of the candidates + names of the rules).
  init(_ rules: IdentityRules, _ candidates: Candidates, types: TypeCompatibility) {
    self.rules = rules
    var byName: [String: [Int]] = [:]
    if rules.hasRules {
      for index in candidates.indices {
        let profile = candidates.profile(index)
        // A surname alone counts only where the document has no fuller name: "Assad" beside
        // "Hafez al-Assad" is another's.
        let names = Set(
          ([profile.primary].compactMap(\.self) + profile.fullNames).map { candidates.names[$0].folded })
        for name in names { byName[name, default: []].append(index) }
      }
    }
    func bearers(_ rule: IdentityRules.Rule) -> [[Int]] {
      rule.names.map { name in
        (byName[NameWords.folded(name)] ?? []).filter { index in
          rule.type.map { types.areCompatible($0, candidates.profile(index).type) } ?? true
        }
      }
    }
    same = rules.same.map(bearers)
    different = rules.different.map(bearers)
  }

  /// Joins and keeps apart as the rules say.
  func apply(to clusters: inout Clusters, _ candidates: Candidates) {
    keepApart(in: &clusters)
    for (rule, bearers) in zip(rules.same, same) {
      let named = zip(rule.names, bearers).flatMap { name, bearers in bearers.map { (name: name, index: $0) }
      }
      guard let first = named.first else { continue }
      for other in named.dropFirst() {
        clusters.force(
          first.index, other.index,
          IdentityLink(
            name: other.name, other: first.name, reason: other.name == first.name ? .sameName : .user,
            detail: other.name == first.name ? "" : "\(rules.fileName):\(rule.line)"))
      }
    }
  }

  /// Keeps apart as the rules say.
  func keepApart(in clusters: inout Clusters) {
    for (index, bearers) in different.enumerated() {
      for (name, bearers) in bearers.enumerated() {
        for bearer in bearers { clusters.keep(bearer, asName: name, ofRule: index) }
      }
    }
  }

  /// The rules that could not be kept, in the order of the file.
  func unmet(_ clusters: Clusters, _ candidates: Candidates, _ documents: PackedDocuments) -> [UnmetRule] {
    var unmet = UnmetIdentities(rules)
    for (rule, bearers) in zip(rules.same + rules.different, same + different) {
      for (name, bearers) in bearers.enumerated() where bearers.isEmpty { unmet.noteMissing(name, of: rule) }
    }
    for (rule, bearers) in zip(rules.different, different) {
      for (first, second) in pairs(rule.names.count) {
        let roots = Set(bearers[first].map(clusters.root))
        guard let shared = bearers[second].first(where: { roots.contains(clusters.root($0)) }) else {
          continue
        }
        let document = candidates[shared].references.first.map { documents.record($0.document).id } ?? ""
        unmet.noteConfused(first, second, of: rule, in: document)
      }
    }
    return unmet.sorted()
  }

  private func pairs(_ count: Int) -> [(Int, Int)] {
    (0..<count).flatMap { first in ((first + 1)..<max(count, first + 1)).map { (first, $0) } }
  }
}
