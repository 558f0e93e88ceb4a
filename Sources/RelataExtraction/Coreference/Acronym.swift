import RelataGazetteer

/// Acronyms and the names that they abbreviate.
enum Acronym {
  private static let smallWords: Set<Substring> = [
    "of", "the", "and", "for", "al", "as", "ash", "el", "de", "in", "on",
  ]

  static func looksLike(_ text: String) -> Bool {
    // Most names are too long: counting comes before looking at letters.
    guard text.utf8.count <= 32 else { return false }
    let letters = text.filter(\.isLetter)
    return (2...8).contains(letters.count) && letters.allSatisfy(\.isUppercase)
  }

  /// Whether the letters of `acronym` are initials of the words of `name`, in order; small words may be skipped.
  static func isAcronym(_ acronym: String, of name: String) -> Bool {
    looksLike(acronym) && abbreviations(of: NameFolding.fold(name)).contains(letters(of: acronym))
  }

  /// The letters of what looks like an acronym, as ``abbreviations(of:)`` has them.
  static func letters(of acronym: String) -> String { acronym.lowercased().filter(\.isLetter) }

  /// What may abbreviate a folded name of two words or more: its initials, those of its larger words, and of these the first ones,
  /// three at least.
  static func abbreviations(of folded: String) -> Set<String> {
    let words = folded.split(separator: " ")
    guard words.count >= 2 else { return [] }
    let content = String(words.filter { !smallWords.contains($0) }.compactMap(\.first))
    var result: Set<String> = [String(words.compactMap(\.first)), content]
    if content.count > 3 {
      for length in 3..<content.count { result.insert(String(content.prefix(length))) }
    }
    return result
  }
}
