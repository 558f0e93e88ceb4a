import RelataNames

/// Names of what has a full name, by the bare names that may stand for them.
struct BareNameIndex {
  /// A word that a name ends with.
  private struct Word {
    var part: ParsedName.Part
    /// The names that end with it, ascending.
    var names: [NameID] = []
  }

  private var words: [Word] = []
  /// Words by the sound that they are looked for by; those of a sound that many have by more of it.
  private var bySound: [String: [Int32]] = [:]
  private var byLongSound: [String: [Int32]] = [:]
  private var byAcronym: [String: [NameID]] = [:]

  /// Beyond so many words of one sound only those are looked at that share more of it.
  static let limit = 256
  static let longSound = 6

  /// - Parameter names: all names of what has a full one, ascending.
  init(_ names: [NameID], _ table: NameTable) {
    var indices: [String: Int] = [:]
    for id in names {
      let name = table[id]
      for acronym in Self.acronyms(of: name) { byAcronym[acronym, default: []].append(id) }
      guard name.kind == .person, let last = name.parts.last else { continue }
      let index = indices[last.text] ?? words.count
      if index == words.count {
        indices[last.text] = index
        words.append(Word(part: last))
      }
      words[index].names.append(id)
    }
    for (index, word) in words.enumerated() {
      for key in word.part.sounds.keys { bySound[key, default: []].append(Int32(index)) }
    }
    for block in bySound.values where block.count > Self.limit {
      for index in block {
        for key in words[Int(index)].part.sounds.keys(length: Self.longSound) {
          byLongSound[key, default: []].append(index)
        }
      }
    }
  }

  /// The acronyms that may stand for a name, itself included.
  static func acronyms(of name: ParsedName) -> Set<String> {
    name.shortForms.union(name.acronym.map { [$0] } ?? [])
  }

  /// Whether a word that names end with is worth comparing with a bare name.
  static func isAlike(_ word: ParsedName.Part, _ name: ParsedName.Part) -> Bool {
    // Abu Mohammad is asked for by the word alone.
    word.text == name.text
      || PhoneticDistance.isSimilar(word.sounds, name.sounds, threshold: PartAlignment.matchThreshold)
      || PartAlignment.canMatch(word, name)
  }

  /// The names of the same kind that a bare name may stand for, ascending.
  func names(for name: ParsedName, _ table: NameTable) -> [NameID] {
    if let acronym = name.acronym { return (byAcronym[acronym] ?? []).filter { table[$0].kind == name.kind } }
    guard name.kind == .person, let last = name.parts.last else { return [] }
    var found: Set<Int32> = []
    for key in last.sounds.keys {
      guard let block = bySound[key] else { continue }
      if block.count <= Self.limit {
        found.formUnion(block)
      } else {
        for key in last.sounds.keys(length: Self.longSound) { found.formUnion(byLongSound[key] ?? []) }
      }
    }
    return found.filter { Self.isAlike(words[Int($0)].part, last) }.flatMap { words[Int($0)].names }.sorted()
  }
}
