import RelataNames

/// Acronyms in a text and the names that they abbreviate.
enum Acronym {
  /// Whether a name as a text writes it may be an acronym: two to eight letters, all of them capitals. Signs,
  /// digits and spaces among them do not count ("U.S.", "CNN-18").
  static func looksLike(_ text: String) -> Bool {
    // Most names are too long: counting comes before looking at letters.
    guard text.utf8.count <= 32 else { return false }
    let letters = text.filter(\.isLetter)
    return (2...8).contains(letters.count) && letters.allSatisfy(\.isUppercase)
  }

  /// Whether the letters of `acronym` are initials of the words of `name`, in order;
  /// little words may be skipped.
  static func isAcronym(_ acronym: String, of name: String) -> Bool {
    looksLike(acronym) && abbreviations(of: NameFolding.fold(name)).contains(letters(of: acronym))
  }

  /// The letters of what looks like an acronym, as ``abbreviations(of:)`` has them.
  static func letters(of acronym: String) -> String { acronym.lowercased().filter(\.isLetter) }

  /// What may abbreviate a folded name of two words or more.
  static func abbreviations(of folded: String) -> Set<String> {
    Acronyms.beside(folded.split(separator: " ").map(String.init))
  }
}
