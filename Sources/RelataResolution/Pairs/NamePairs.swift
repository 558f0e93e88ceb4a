import RelataNames

/// Two names that are one's.
struct NamePair: Hashable, Codable, Sendable {
  /// The smaller number.
  var first: NameID
  var second: NameID
  /// How alike they are, 0…1.
  var score: Double
}

extension ParsedName {
  /// Whether it is compared by its sounds where it is bare.
  var isBareWord: Bool { acronym == nil && !parts.isEmpty }
}

/// Names → pairs of names that are spellings of one name, each pair by looking at its two names alone.
struct NamePairs {
  /// How alike names of different kinds are that are spelled alike.
  private static let acrossKinds = 0.9

  let table: NameTable
  /// Names of which each pair must have one; nil: all.
  private let wanted: Set<NameID>?
  private let matcher = NameMatcher()

  init(table: NameTable, wanted: Set<NameID>? = nil) {
    self.table = table
    self.wanted = wanted
  }

  /// In ascending order, each once, without the pairs of a name with itself.
  /// - Complexity: O(n log n) for n names: the blocks that are compared have a bounded size.
  func pairs(among names: [NameID], keys: NameKeys) -> [NamePair] {
    var found = equals(among: names)
    Blocks(table: table, keys: keys).forEach(of: names) { found += pairs(in: $0) }
    return Self.distinct(found)
  }

  static func distinct(_ pairs: [NamePair]) -> [NamePair] {
    var result: [NamePair] = []
    // Of names that are compared in two ways the better counts.
    for pair in pairs.sorted(by: { ($0.first, $0.second, $1.score) < ($1.first, $1.second, $0.score) })
    where result.last.map({ ($0.first, $0.second) != (pair.first, pair.second) }) ?? true {
      result.append(pair)
    }
    return result
  }

  /// Names that differ in nothing but marks, case and punctuation, or in what they name.
  func equals(among names: [NameID]) -> [NamePair] {
    var pairs: [NamePair] = []
    let groups = Dictionary(grouping: names) { table[$0].folded }
    for (folded, group) in groups where group.count > 1 && !folded.isEmpty {
      for (position, first) in group.enumerated() {
        // There are few ways to write a name's marks; a bound all the same.
        for second in group[(position + 1)...].prefix(Blocks.neighbors) {
          let isOneKind = table[first].kind == table[second].kind
          pairs.append(
            NamePair(
              first: min(first, second), second: max(first, second), score: isOneKind ? 1 : Self.acrossKinds))
        }
      }
    }
    return pairs
  }

  /// As ``pairs(among:keys:)`` for bare names: words that sound alike, acronyms that are equal.
  func barePairs(among names: [NameID]) -> [NamePair] {
    // A word does not stand for an acronym, whatever its kind.
    var found = equals(among: names.filter { table[$0].acronym != nil })
    let words = names.filter { table[$0].isBareWord }
    Blocks(table: table, keys: NameKeys(frequency: KeyFrequency(EmptyCollection()))).forEach(of: words) {
      found += pairs(in: $0)
    }
    return Self.distinct(found)
  }

  /// The pairs of one block.
  /// - Parameter heads: how many of its names, the first ones, are compared with those behind them; nil: all.
  func pairs(in block: Blocks.Block, heads: Int? = nil) -> [NamePair] {
    let names = block.names
    var pairs: [NamePair] = []
    for (position, first) in names.prefix(heads ?? names.count).enumerated() {
      let isWanted = wanted?.contains(first) ?? true
      let others = names[(position + 1)...].prefix(
        block.areOnlyNeighborsCompared ? Blocks.neighbors : names.count)
      for second in others where isWanted || wanted?.contains(second) == true {
        let (a, b) = (table[first], table[second])
        guard Self.canBeSame(a, b) else { continue }
        let match = matcher.compare(a, b, explains: false)
        guard match.verdict == .same else { continue }
        pairs.append(NamePair(first: min(first, second), second: max(first, second), score: match.score))
      }
    }
    return pairs
  }

  /// False only where ``NameMatcher`` would not say that two full names are the same: it is asked
  /// where this does not know.
  private static func canBeSame(_ a: ParsedName, _ b: ParsedName) -> Bool {
    let (short, long) = a.parts.count <= b.parts.count ? (a.parts, b.parts) : (b.parts, a.parts)
    if a.kind == .person, long.count == 2, short.count == 2 {
      return PartAlignment.canMatch(short[0], long[0]) && PartAlignment.canMatch(short[1], long[1])
    }
    // Each part of the shorter name has its counterpart.
    for (index, part) in short.enumerated() {
      if long.contains(where: { PartAlignment.canMatch(part, $0) }) { continue }
      if !canBeJoined(part, of: short, at: index, with: long) { return false }
    }
    return true
  }

  /// Whether a part is several of the other name's written as one word, or one of several that the
  /// other name writes as one.
  private static func canBeJoined(
    _ part: ParsedName.Part, of own: [ParsedName.Part], at index: Int, with other: [ParsedName.Part]
  ) -> Bool {
    for count in 2...3 {
      if other.count >= count {
        for start in 0...(other.count - count) where isJoined(other[start..<(start + count)], part) {
          return true
        }
      }
      guard own.count >= count else { continue }
      for start in max(0, index - count + 1)...min(index, own.count - count) {
        if other.contains(where: { isJoined(own[start..<(start + count)], $0) }) { return true }
      }
    }
    return false
  }

  private static func isJoined(_ parts: ArraySlice<ParsedName.Part>, _ part: ParsedName.Part) -> Bool {
    guard let first = parts.first, let last = parts.last,
      PhoneticDistance.mayBeginAlike(first.sounds, part.sounds),
      PhoneticDistance.mayEndAlike(last.sounds, part.sounds),
      abs(parts.reduce(0) { $0 + $1.text.utf8.count } - part.text.utf8.count) <= 2
    else { return false }
    return PhoneticDistance.isSimilar(
      PhoneticSpelling(parts.map(\.text).joined()), part.sounds, threshold: PartAlignment.matchThreshold)
  }
}
