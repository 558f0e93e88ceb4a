/// Finds which candidates are worth comparing, without comparing all with all.
struct Blocking {
  /// Blocks above this size are split by the given name's first sound (people) or left to the name's other words.
  private static let largeBlock = 300

  /// Pairs of indices, the smaller first, in ascending order, each once. Only full names count.
  /// - Complexity: O(n · size of a block) on average.
  static func pairs(_ candidates: [Candidate]) -> [(Int, Int)] {
    let frequency = partFrequency(candidates)
    var blocks: [String: [Int]] = [:]
    for (index, candidate) in candidates.enumerated()
    where !candidate.isFloating && !candidate.isDescribed {
      var keys: Set<String> = []
      for name in candidate.fullNames {
        keys.insert("=" + name.folded)
        keys.formUnion(Self.keys(of: name, frequency: frequency))
      }
      for key in keys { blocks[key, default: []].append(index) }
    }
    var seen: Set<UInt64> = []
    func collect(_ block: [Int]) {
      for (position, first) in block.enumerated() {
        for second in block[(position + 1)...] { seen.insert(UInt64(first) << 32 | UInt64(second)) }
      }
    }
    for (key, block) in blocks {
      if block.count <= largeBlock || key.hasPrefix("=") {
        collect(block)
      } else if key.hasPrefix(NameKind.person.rawValue) {
        var split: [String: [Int]] = [:]
        for index in block {
          let initials = Set(
            candidates[index].fullNames.flatMap { $0.parts.first?.sounds.keys ?? [] }.map { $0.prefix(1) })
          for initial in initials { split[String(initial), default: []].append(index) }
        }
        for block in split.values { collect(block) }
      }
    }
    return seen.sorted().map { (Int($0 >> 32), Int($0 & 0xffff_ffff)) }
  }

  private static func partFrequency(_ candidates: [Candidate]) -> [String: Int] {
    var frequency: [String: Int] = [:]
    for candidate in candidates where candidate.kind != .person {
      for name in candidate.fullNames {
        for key in Set(name.parts.flatMap(\.sounds.keys)) { frequency[key, default: 0] += 1 }
      }
    }
    return frequency
  }

  private static func keys(of name: ParsedName, frequency: [String: Int]) -> Set<String> {
    let prefix = name.kind.rawValue + " "
    switch name.kind {
    case .person:
      guard let last = name.parts.last else { return [] }
      var keys = last.sounds.keys
      if name.parts.count > 1 {
        // "Nasr Allah" for "Nasrallah".
        keys.formUnion(PhoneticSpelling(name.parts.suffix(2).map(\.text).joined()).keys)
      }
      return Set(keys.map { prefix + $0 })
    case .organization, .place:
      // The rarest words tell most, and variants of one spelling share their key.
      let telling = name.parts.filter { $0.weight > 0.5 }.flatMap(\.sounds.keys)
      let chosen = (telling.isEmpty ? name.parts.flatMap(\.sounds.keys) : telling)
        .sorted { (frequency[$0] ?? 0, $0) < (frequency[$1] ?? 0, $1) }.prefix(3)
      return Set(chosen.map { prefix + $0 })
    }
  }
}
