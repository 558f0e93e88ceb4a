import RelataNames

/// How many names of a collection have each sound key: the only thing that a name's keys take from other
/// names. A sum, so that parts of a collection can be counted apart.
struct KeyFrequency: Codable, Sendable {
  private var counts: [String: Int] = [:]

  /// - Parameter names: those that are compared; people's keys do not depend on
  ///   frequency and are not counted.
  init(_ names: some Sequence<ParsedName>) {
    for name in names { for key in Self.keys(of: name) { counts[key, default: 0] += 1 } }
  }

  /// The keys that a name is counted for.
  static func keys(of name: ParsedName) -> Set<String> {
    name.kind == .person ? [] : Set(name.parts.flatMap(\.sounds.keys))
  }

  /// - Parameter counts: at least those of the keys of the names that are asked for.
  init(counts: [String: Int]) { self.counts = counts }

  subscript(key: String) -> Int { counts[key] ?? 0 }

  mutating func add(_ other: KeyFrequency) { counts.merge(other.counts, uniquingKeysWith: +) }
}
