import RelataNames

/// The names of a graph that may be spellings of given names: a superset of what a careful comparison
/// would take for one, and few.
///
/// Words are near that have the same first consonants and differ in few letters (``SoundFolding`` has made
/// one of most transliterations before). A name is near that shares the last word of a person, or the rarest
/// words of anything else; acronyms are near what they may stand for.
package struct NameNeighbors: Sendable {
  /// Of more names that share a word only those are near that share another.
  private static let limit = 96

  private let index: NameIndex
  /// The words of the graph's names by their first consonants.
  private let words: [UInt32: [Int32]]

  /// - Complexity: O(number of different words).
  package init(_ index: NameIndex) {
    self.index = index
    var words: [UInt32: [Int32]] = [:]
    for key in 0..<index.sounds.keys.count {
      words[Self.skeleton(index.sounds.keys.utf8(key)), default: []].append(Int32(key))
    }
    self.words = words
  }

  /// The entities, by their places in the graph's order, that have a name near one of some names.
  /// - Complexity: a few microseconds for each name, and for each name near it.
  package func entities(near names: Set<String>) -> Set<Int> {
    var found: Set<Int> = []
    var known: [String: [UInt32]] = [:]
    for name in names.sorted() {
      for near in near(name, &known) { found.insert(index.entity(of: near)) }
    }
    return found
  }

  private func near(_ name: String, _ known: inout [String: [UInt32]]) -> [UInt32] {
    let folded = FoldedName(name)
    guard !folded.words.isEmpty else { return [] }
    var found = index.names(folded.spelling, .spelling)
    if folded.words.count == 1 { found += index.names(folded.spelling, .initials) }
    for initials in folded.initials { found += index.names(initials, .spelling) }
    func names(having sound: String) -> [UInt32] {
      if let names = known[sound] { return names }
      let names = self.names(near: sound)
      known[sound] = names
      return names
    }
    if let last = folded.sounds.last {
      var lists = folded.sounds.dropLast().map(names(having:))
      found += Self.common(first: names(having: last), lists)
      // "Nasr Allah" for "Nasrallah".
      if folded.sounds.count > 1 {
        found += Self.common(
          first: names(having: SoundFolding.sound(folded.words.suffix(2).joined())), lists.dropLast())
      }
      lists.append(names(having: last))
      lists.sort { $0.count < $1.count }
      found += Self.common(first: lists[0], lists.dropFirst())
    }
    return found
  }

  /// Those of the first list, as long as they are many only those that are in the shortest others too.
  private static func common(first: [UInt32], _ others: some Sequence<[UInt32]>) -> [UInt32] {
    var common = first
    for other in others.sorted(by: { $0.count < $1.count }) where common.count > limit && !other.isEmpty {
      common = common.filter { other.containsSorted($0) }
    }
    return common
  }

  /// The names that have a word near a sound, ascending.
  private func names(near sound: String) -> [UInt32] {
    var bytes = sound
    let skeleton = bytes.withUTF8 { Self.skeleton($0) }
    let pattern = EditPattern(sound)
    var found: [UInt32] = []
    var keyCount = 0
    for key in words[skeleton] ?? [] {
      let word = index.sounds.keys.utf8(Int(key))
      if pattern.distance(to: word, limit: Self.errors(min(pattern.length, word.count))) != nil {
        found += index.sounds.names(of: Int(key))
        keyCount += 1
      }
    }
    return keyCount > 1 ? Set(found).sorted() : found
  }

  /// How many letters may differ, by the length of the shorter word.
  private static func errors(_ length: Int) -> Int {
    switch length {
    case ..<4: 0
    case ..<7: 1
    default: 2
    }
  }

  /// The classes of the first three consonants, four bits each; of a word without any its first two letters.
  private static func skeleton(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var code: UInt32 = 0
    var count = 0
    for letter in word {
      guard let consonant = consonants[Int(letter)] else { continue }
      code = code << 4 | UInt32(consonant)
      count += 1
      if count == 3 { return code }
    }
    guard count == 0 else { return code }
    return word.prefix(2).reduce(1) { $0 << 8 | UInt32($1) }
  }

  /// Consonants that transliterations exchange are in one class; `h` is in none.
  private static let consonants: [UInt8?] = {
    var table = [UInt8?](repeating: nil, count: 256)
    for (number, letters) in ["bp", "fv", "dt", "kgqjcszx", "m", "n", "l", "r", "0123456789"].enumerated() {
      for letter in letters.utf8 { table[Int(letter)] = UInt8(number + 1) }
    }
    // Other scripts have no classes.
    for letter in 0x80...0xFF { table[letter] = UInt8(10 + letter % 6) }
    return table
  }()
}
