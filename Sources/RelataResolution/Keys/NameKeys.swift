import RelataNames

/// The keys under which a name meets those that it is compared with: a pure function of the name and
/// of how frequent keys are.
///
/// Keys come in levels. Names that share one of the first level are in one block; a block that is too large
/// is split by the keys of the next level, and so on.
struct NameKeys {
  /// Beyond these there is nothing more to tell names apart by.
  static let levels = 4
  /// A title's keys at each level: its rarest words tell most.
  private static let titleKeys = [3, 2, 2, 2]

  let frequency: KeyFrequency

  /// - Parameter path: the keys of the block that is split, one for each level before.
  func keys(of name: ParsedName, after path: [String]) -> Set<String> {
    switch name.kind {
    case .person: personKeys(name, level: path.count)
    case .organization, .place: titleKeys(name, after: path)
    }
  }

  /// The sound of the surname, then the first sound of the given name, then more of both.
  private func personKeys(_ name: ParsedName, level: Int) -> Set<String> {
    switch level {
    case 0: return Self.surnameKeys(name, length: 3)
    case 1: return Set(givenKeys(name).map { $0.hasPrefix("=") ? $0 : String($0.prefix(1)) })
    case 2: return givenKeys(name)
    default: return Self.surnameKeys(name, length: 6)
    }
  }

  private static func surnameKeys(_ name: ParsedName, length: Int) -> Set<String> {
    guard let last = name.parts.last else { return [] }
    var keys = last.sounds.keys(length: length)
    if name.parts.count > 1 {
      // "Nasr Allah" for "Nasrallah".
      let joined = PhoneticSpelling(name.parts.suffix(2).map(\.text).joined())
      keys.formUnion(joined.keys(length: length))
    }
    return keys
  }

  private func givenKeys(_ name: ParsedName) -> Set<String> {
    guard let first = name.parts.first else { return [] }
    // Bill is William.
    return first.sounds.keys.union((NameLexicon.givenNameGroups[first.text] ?? []).map { "=\($0)" })
  }

  /// The rarest words that are not in the path yet; two spellings of one name share all telling words.
  private func titleKeys(_ name: ParsedName, after path: [String]) -> Set<String> {
    let telling = name.parts.filter { $0.weight > 0.5 }
    let keys = Set((telling.isEmpty ? name.parts : telling).flatMap(\.sounds.keys)).subtracting(path)
    guard !keys.isEmpty || path.isEmpty else { return ["-"] }
    let rarest = keys.sorted { (frequency[$0], $0) < (frequency[$1], $1) }
    return Set(rarest.prefix(Self.titleKeys[path.count]))
  }
}
