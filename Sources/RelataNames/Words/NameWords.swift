/// A name cut into plain lower-case words: without marks, apostrophes and the possessive, in Latin letters
/// where that is known, with "and" for "&". ``NameFolding`` is for tables, whose names keep more.
package enum NameWords {
  /// For comparing names of documents. A space that was lost is put back ("SergeiLavrov"), for what
  /// is compared are the words.
  /// - Complexity: O(length of the name).
  package static func split(_ name: String) -> [NameWord] {
    var scanner = NameScanner(name, restoresSpaces: true)
    return scanner.words()
  }

  /// The words joined with single spaces: equal for names that differ only in marks, apostrophes, hyphens and
  /// case. What joins names by it joins few that are not one; see ``FoldedName`` for finding more.
  package static func folded(_ name: String) -> String {
    split(name).map(\.text).joined(separator: " ")
  }

  /// For finding names: a capital inside a word begins no other ("macarthur" is to find MacArthur).
  /// - Complexity: O(length of the name).
  package static func searched(_ name: String) -> [String] {
    if let words = ASCIINameWords.split(name) { return words }
    var scanner = NameScanner(name, restoresSpaces: false)
    return scanner.words().map(\.text)
  }

  /// Whether "'s" behind some letters is the possessive, which is grammar and no part of a name. "Ra's"
  /// is the Arabic for a cape.
  static func isPossessive(after stem: some Sequence<Unicode.Scalar>) -> Bool {
    !stem.elementsEqual("ra".unicodeScalars) { $0.properties.lowercaseMapping.unicodeScalars.first == $1 }
  }
}

/// Goes through the scalars of a name.
private struct NameScanner {
  private let all: [Unicode.Scalar]
  private let restoresSpaces: Bool
  private var found: [NameWord] = []
  /// Of the word that is being read.
  private var letters: [Unicode.Scalar] = []

  init(_ name: String, restoresSpaces: Bool) {
    all = Array(PlainLetters.composed(name).unicodeScalars)
    self.restoresSpaces = restoresSpaces
  }

  mutating func words() -> [NameWord] {
    var next = 0
    while next < all.count {
      let scalar = all[next]
      if letters.isEmpty, let end = endOfDottedLetters(from: next) {
        // "U.S.", "L.L.C.": one word.
        letters = all[next..<end].filter { $0 != "." }
        next = end
        // "U.S.'s" ends later.
        if next == all.count || !all[next].isSilent { finish() }
        continue
      }
      next += 1
      if scalar.isHyphen {
        finish(hyphen: true)
      } else if scalar == "," {
        finish(comma: true)
      } else if scalar == "&" {
        finish()
        found.append(NameWord(text: "and", isUpperCase: false, isHyphenated: false, hasComma: false))
      } else if scalar.isSilent {
        if !letters.isEmpty { letters.append(scalar) }
      } else if scalar.isPartOfWord {
        if restoresSpaces, let last = letters.last, letters.count > 2, last.isLowercaseLetter,
          scalar.isUppercaseLetter
        {
          finish(isInside: true)
        }
        letters.append(scalar)
      } else {
        finish()
      }
    }
    finish()
    return found
  }

  /// - Parameter isInside: whether what comes next was written without a space.
  private mutating func finish(hyphen: Bool = false, comma: Bool = false, isInside: Bool = false) {
    defer { letters.removeAll(keepingCapacity: true) }
    if !isInside { dropPossessive() }
    var text = ""
    for scalar in letters where !scalar.isSilent {
      if scalar.isASCII {
        text.unicodeScalars.append(
          scalar.isUppercaseLetter ? Unicode.Scalar(UInt8(scalar.value) | 32) : scalar)
      } else {
        text += PlainLetters.latin(scalar)
      }
    }
    guard !text.isEmpty else {
      if comma, !found.isEmpty { found[found.count - 1].hasComma = true }
      return
    }
    let cased = letters.filter(\.isCasedLetter)
    found.append(
      NameWord(
        text: text, isUpperCase: cased.count > 1 && cased.allSatisfy(\.isUppercaseLetter),
        isHyphenated: hyphen, hasComma: comma))
  }

  private mutating func dropPossessive() {
    while letters.last?.isSilent == true { letters.removeLast() }
    guard let last = letters.last, last == "s" || last == "S", letters.dropLast().last?.isSilent == true
    else {
      return
    }
    let stem = letters.dropLast(2).filter { !$0.isSilent }
    guard stem.last?.isLetter == true, NameWords.isPossessive(after: stem) else { return }
    letters = stem
  }

  /// The end of two or more single letters with dots between them, or nil.
  private func endOfDottedLetters(from start: Int) -> Int? {
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
}
