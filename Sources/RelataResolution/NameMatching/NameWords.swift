/// A name cut into plain lower-case words.
struct NameWord: Hashable {
  var text: String
  /// Whether it was written in capitals only (at least two letters): an acronym, in a text that is not all capitals.
  var isUpperCase: Bool
  /// Whether a hyphen joins it to the next word.
  var isHyphenated: Bool
  /// Whether a comma follows, as in "Putin, Vladimir".
  var hasComma: Bool
}

enum NameWords {
  /// Signs for glottal stops, apostrophes and quotes, which transliterations set or leave out at will.
  private static let silent: Set<Unicode.Scalar> = [
    "'", "’", "‘", "ʼ", "ʿ", "ʾ", "ʹ", "ʻ", "`", "´", "′", "\u{2BD}", "\u{2BB}", "\u{200C}", "\u{200D}",
  ]
  private static let hyphens: Set<Unicode.Scalar> = ["-", "\u{2010}", "\u{2011}", "\u{2012}", "–"]

  /// - Complexity: O(length of the name).
  static func split(_ name: String) -> [NameWord] {
    var words: [NameWord] = []
    var scalars: [Unicode.Scalar] = []

    func finish(hyphen: Bool = false, comma: Bool = false) {
      defer { scalars.removeAll(keepingCapacity: true) }
      var letters = scalars
      // The possessive is grammar, not name: "People's".
      if letters.count > 2, let last = letters.last, last == "s" || last == "S",
        silent.contains(letters[letters.count - 2])
      {
        letters.removeLast(2)
      }
      let text = letters.reduce(into: "") { text, scalar in
        if !silent.contains(scalar) { text += Romanization.latin(scalar) }
      }
      guard !text.isEmpty else {
        if comma, !words.isEmpty { words[words.count - 1].hasComma = true }
        return
      }
      let cased = letters.filter { $0.properties.isCased }
      words.append(
        NameWord(
          text: text, isUpperCase: cased.count > 1 && cased.allSatisfy(\.properties.isUppercase),
          isHyphenated: hyphen, hasComma: comma))
    }

    let all = Array(name.unicodeScalars)
    for (index, scalar) in all.enumerated() {
      if hyphens.contains(scalar) {
        finish(hyphen: true)
      } else if scalar == "," {
        finish(comma: true)
      } else if scalar == "." {
        // "U.S.", "L.L.C." are one word; "Dr." and "J.-C." end.
        let isInner = scalars.count % 2 == 1 && index + 1 < all.count && all[index + 1].properties.isAlphabetic
          && (index + 2 == all.count || !all[index + 2].properties.isAlphabetic)
        let isSingleLetter = scalars.count == 1 || (index >= 2 && all[index - 2] == ".")
        if isSingleLetter && isInner { continue }
        if isSingleLetter, scalars.count > 1 { finish() } else { finish() }
      } else if scalar == "&" {
        finish()
        words.append(NameWord(text: "and", isUpperCase: false, isHyphenated: false, hasComma: false))
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || silent.contains(scalar)
        || scalar.properties.generalCategory == .nonspacingMark
        || scalar.properties.generalCategory == .spacingMark
      {
        // "SergeiLavrov" lost its space.
        if let last = scalars.last, scalars.count > 2, last.properties.isLowercase,
          scalar.properties.isUppercase
        {
          finish()
        }
        scalars.append(scalar)
      } else {
        finish()
      }
    }
    finish()
    return words
  }

  /// The words joined with single spaces: equal for names that differ only in marks, apostrophes, hyphens and case.
  static func folded(_ name: String) -> String { split(name).map(\.text).joined(separator: " ") }
}
