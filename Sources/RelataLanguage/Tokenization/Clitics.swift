import RelataWords

/// Contractions: words that the treebanks take apart though no space parts them.
enum Clitics {
  /// Contractions without an apostrophe, by the length of their first part.
  private static let unmarked: [String: Int] = Dictionary(
    uniqueKeysWithValues: TokenizationList.contractions.inOrder.map { contraction in
      let parts = contraction.split(separator: "-")
      return (parts.joined(), parts.first?.count ?? 0)
    })

  /// What may stand before `'d` and `'m`: elsewhere they belong to a name (Sa'd, Mas'm) or a form (OK'd).
  private static let pronouns = TokenizationList.wordsBeforeClitics.words

  /// Where a word starts its next part, as offsets from its start, in ascending order; empty for most words.
  static func splits(_ word: ArraySlice<Unicode.Scalar>) -> [Int] {
    var splits: [Int] = []
    var rest = word
    while let split = lastSplit(rest) {
      splits.append(split - word.startIndex)
      rest = word[word.startIndex..<split]
    }
    return splits.reversed()
  }

  /// Whether a token is a clitic that forms one surface word with the token before it.
  /// - Parameters:
  ///   - form: of the token.
  ///   - previous: the form of the token before it, from which no space parts it.
  static func leans(_ form: String, on previous: String) -> Bool {
    let lower = normalised(form)
    switch lower {
    case "'s", "n't", "'ll", "'re", "'ve", "'d", "'m":
      return previous.unicodeScalars.last.map { $0.isWordScalar || $0 == "." } ?? false
    default:
      let whole = normalised(previous) + lower
      return unmarked[whole].map { $0 == previous.count } ?? false
    }
  }

  private static func lastSplit(_ word: ArraySlice<Unicode.Scalar>) -> Int? {
    if mayBeUnmarked(word), let length = unmarked[text(word)] { return word.startIndex + length }
    guard let apostrophe = word.lastIndex(where: \.isApostrophe), apostrophe > word.startIndex,
      word.endIndex - apostrophe <= 3, apostrophe + 1 < word.endIndex
    else { return nil }
    let base = word[word.startIndex..<apostrophe]
    let startsWithLetter = base.contains { $0.isLetter || $0.isDigit }
    guard startsWithLetter else { return nil }
    switch text(word[(apostrophe + 1)...]) {
    case "s":
      return isDecade(base) ? nil : apostrophe
    case "t":
      guard let last = base.last, last == "n" || last == "N", base.count > 1 else { return nil }
      return apostrophe - 1
    case "ll", "re", "ve":
      return apostrophe
    case "d", "m":
      let before = text(base)
      if pronouns.contains(before) { return apostrophe }
      // A lower-case word may carry "would"; a capitalised one is more likely a name.
      return base.allSatisfy { !$0.isUppercaseLetter } && !before.hasSuffix("n") && base.count > 2
        ? apostrophe : nil
    default:
      return nil
    }
  }

  /// A cheap look that spares most words the table.
  private static func mayBeUnmarked(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard (4...8).contains(word.count), let last = word.last else { return false }
    return last == "t" || last == "T" || last == "a" || last == "A" || last == "e" || last == "o"
  }

  /// `1960's`, `90's`.
  private static func isDecade(_ base: ArraySlice<Unicode.Scalar>) -> Bool {
    base.allSatisfy(\.isASCIIDigit) && base.last == "0" && (base.count == 4 || base.count == 2)
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view).lowercased()
  }

  private static func normalised(_ form: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in form.unicodeScalars { view.append(scalar.isApostrophe ? "'" : scalar) }
    return String(view).lowercased()
  }
}
