/// How many names of a collection have each sound key: the only thing that a name's keys take from other names. A sum, so that parts of
/// a collection can be counted apart.
struct KeyFrequency: Codable, Sendable {
  private var counts: [String: Int] = [:]

  /// - Parameter names: those that are compared; people's keys do not depend on frequency and are not counted.
  init(_ names: some Sequence<ParsedName>) {
    for name in names where name.kind != .person {
      for key in Set(name.parts.flatMap(\.sounds.keys)) { counts[key, default: 0] += 1 }
    }
  }

  subscript(key: String) -> Int { counts[key] ?? 0 }

  mutating func add(_ other: KeyFrequency) { counts.merge(other.counts, uniquingKeysWith: +) }
}
