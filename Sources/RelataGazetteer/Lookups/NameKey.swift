import RelataNames

/// The forms under which names are looked up.
enum NameKey {
  /// A folded name without a leading article.
  static func plain(_ name: String) -> String {
    let folded = NameFolding.fold(name)
    return folded.hasPrefix("the ") ? String(folded.dropFirst(4)) : folded
  }

  /// The letters and digits of an abbreviation in capitals ("U.S.", "G20"), which needs its capitals
  /// to be one; otherwise nil.
  static func abbreviation(_ name: String, atMost length: Int) -> String? {
    var letters = ""
    var hasLetter = false
    for character in name {
      switch character {
      case ".": continue
      case "0"..."9", "-", "&", "+", "/": letters.append(character)
      default:
        guard character.isUppercase else { return nil }
        hasLetter = true
        letters.append(character)
      }
    }
    return hasLetter && letters.count <= length ? letters : nil
  }

  /// Whether a name is written as one: names that begin small themselves ("al-Qaeda", "eBay")
  /// have their capital later.
  static func hasCapital(_ name: String) -> Bool {
    name.contains { $0.isUppercase || $0.isNumber }
  }
}
