import RelataGazetteer

/// Acronyms and the names that they abbreviate.
enum Acronym {
  static func looksLike(_ text: String) -> Bool {
    let letters = text.filter(\.isLetter)
    return (2...8).contains(letters.count) && letters.allSatisfy(\.isUppercase)
  }

  /// Whether the letters of `acronym` are initials of the words of `name`, in order; small words may be skipped.
  static func isAcronym(_ acronym: String, of name: String) -> Bool {
    guard looksLike(acronym) else { return false }
    let letters = acronym.lowercased().filter(\.isLetter)
    let words = NameFolding.fold(name).split(separator: " ")
    guard words.count >= 2 else { return false }
    let all = String(words.compactMap(\.first))
    let content = String(
      words.filter { !["of", "the", "and", "for", "al", "as", "ash", "el", "de", "in", "on"].contains($0) }
        .compactMap(\.first))
    return letters == all || letters == content || (letters.count >= 3 && content.hasPrefix(letters))
  }
}
