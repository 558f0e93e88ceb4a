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
        if scalar.isASCII, !silent.contains(scalar) {
          text.unicodeScalars.append(
            scalar.isUppercaseLetter ? Unicode.Scalar(UInt8(scalar.value) | 32) : scalar)
        } else if !silent.contains(scalar) {
          text += Romanization.latin(scalar)
        }
      }
      guard !text.isEmpty else {
        if comma, !words.isEmpty { words[words.count - 1].hasComma = true }
        return
      }
      let cased = letters.filter(\.isCasedLetter)
      words.append(
        NameWord(
          text: text, isUpperCase: cased.count > 1 && cased.allSatisfy(\.isUppercaseLetter),
          isHyphenated: hyphen, hasComma: comma))
    }

    let all = Array(name.unicodeScalars)
    var next = 0
    while next < all.count {
      let scalar = all[next]
      if scalars.isEmpty, let end = endOfDottedLetters(all, from: next) {
        // "U.S.", "L.L.C.": one word.
        scalars = all[next..<end].filter { $0 != "." }
        next = end
        finish()
        continue
      }
      next += 1
      if hyphens.contains(scalar) {
        finish(hyphen: true)
      } else if scalar == "," {
        finish(comma: true)
      } else if scalar == "&" {
        finish()
        words.append(NameWord(text: "and", isUpperCase: false, isHyphenated: false, hasComma: false))
      } else if scalar.isPartOfWord || silent.contains(scalar) {
        // "SergeiLavrov" lost its space.
        if let last = scalars.last, scalars.count > 2, last.isLowercaseLetter, scalar.isUppercaseLetter {
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

  /// The end of two or more single letters with dots between them, or nil.
  private static func endOfDottedLetters(_ all: [Unicode.Scalar], from start: Int) -> Int? {
    var index = start
    var count = 0
    while index < all.count, all[index].isLetter {
      let after = index + 1 < all.count ? all[index + 1] : " "
      if after.isLetter { return nil }
      count += 1
      guard after == "." else { return count > 1 ? index + 1 : nil }
      index += 2
    }
    return count > 1 ? min(index, all.count) : nil
  }

  /// The words joined with single spaces: equal for names that differ only in marks, apostrophes, hyphens and case.
  static func folded(_ name: String) -> String { split(name).map(\.text).joined(separator: " ") }
}
