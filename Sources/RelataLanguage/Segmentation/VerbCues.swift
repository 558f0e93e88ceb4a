import RelataWords

/// A guess whether a short line holds a finite verb, before there is a tagger to ask: what has none is a
/// caption or a label. Guesses yes when in doubt, so that no statement is lost.
enum VerbCues {
  private static let forms = SegmentationList.finiteVerbs.words
  private static let clitics = SegmentationList.verbClitics.inOrder
  private static let contractions = SegmentationList.verbContractions.words

  static func holdsVerb(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    var previousWasCapitalised = false
    var position = 0
    for slice in scalars[range].split(whereSeparator: { $0.isSpace || $0 == "—" || $0 == "–" }) {
      var word = slice
      while let first = word.first, !first.isWordScalar { word.removeFirst() }
      let hadPunctuation = word.last.map { !$0.isWordScalar } ?? false
      while let last = word.last, !last.isWordScalar { word.removeLast() }
      guard let first = word.first else {
        previousWasCapitalised = false
        continue
      }
      var view = String.UnicodeScalarView()
      for scalar in word { view.append(scalar.isApostrophe ? "'" : scalar) }
      let lower = String(view).lowercased()
      let isCapital = first.isUppercaseLetter
      if forms.contains(lower), !isCapital || position == 0 { return true }
      if contractions.contains(lower) || clitics.contains(where: lower.hasSuffix) { return true }
      if !isCapital, position > 0 {
        if lower.hasSuffix("ed"), lower.count > 3 { return true }
        // "Egypt grants residency": a lower-case -s after a name, with something after it.
        if previousWasCapitalised, lower.hasSuffix("s"), !lower.hasSuffix("'s"), !lower.hasSuffix("ss"),
          lower.count > 3, !hadPunctuation, slice.endIndex < range.upperBound
        {
          return true
        }
      }
      previousWasCapitalised = isCapital && !hadPunctuation && !lower.hasSuffix("'s") && !lower.hasSuffix("'")
      position += 1
    }
    return false
  }
}
