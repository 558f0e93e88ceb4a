import RelataWords

/// Words with a part to play inside names, beside ``LittleWords``. All in plain lower-case Latin letters.
enum NameLexicon {
  /// Words that lead to the next word of a name and that spellings leave out: "bin Salman", "van der Bellen".
  static let particles = ResolutionWordList.particles.words
  /// The father or mother of somebody: part of the name, not to be left out.
  static let kunyas = ResolutionWordList.kunyas.words

  /// The first part of “servant of”: "Abd al-Fattah", "Abdel Fattah".
  static let servants = ResolutionWordList.servants.words

  /// Before (or after) a person's name.
  static let honorifics = ResolutionWordList.honorifics.words

  /// Long legal forms, as word sequences; removed before anything else.
  static let longLegalForms = ResolutionWordList.longLegalForms.inOrder.map {
    $0.split(separator: " ").map(String.init)
  }

  /// Words that tell little by themselves: they may be missing, and their agreement proves little.
  static let generic = ResolutionWordList.genericWords.words
  /// What is no name even with a capital: "Court", "Ministry".
  static let sharedNouns = ResolutionWordList.sharedNouns.words
  /// Kinds of place that may be left out of the name of a place of that kind.
  static let placeHeads = ResolutionWordList.placeHeads.words

  /// Numbers in words and as ordinals.
  static let numbers: [String: String] = {
    var table: [String: String] = [:]
    let small = ResolutionWordList.smallNumbers.inOrder.map { $0.split(separator: "/").map(String.init) }
    for (value, names) in small.enumerated() {
      for name in names { table[name] = String(value + 1) }
    }
    for (tens, value) in ResolutionWordList.tens.pairs {
      guard let value = Int(value) else { continue }
      table[tens] = String(value)
      for (unit, names) in small.prefix(9).enumerated() {
        table[tens + names[0]] = String(value + unit + 1)
      }
    }
    for number in 13...99 where table[String(number) + "th"] == nil { table["\(number)th"] = String(number) }
    return table
  }()

  /// Abbreviations in names of organisations.
  static let expansions = Dictionary(
    uniqueKeysWithValues: ResolutionWordList.expansions.pairs.map { short, long in
      (short, long.split(separator: " ").map(String.init))
    })

  /// Short and familiar forms of given names; each row is one name.
  static let givenNameGroups: [String: Set<Int>] = {
    var table: [String: Set<Int>] = [:]
    for (group, row) in ResolutionWordList.givenNames.inOrder.enumerated() {
      for name in row.split(separator: "/") { table[String(name), default: []].insert(group) }
    }
    return table
  }()
}
