/// A guess whether a short line holds a finite verb, before there is a tagger to ask: what has none is a caption or
/// a label. Guesses yes when in doubt, so that no statement is lost.
enum VerbCues {
  /// Forms that are finite verbs nearly always in the training sections of the UD treebanks, beside those in -ed.
  private static let forms: Set<String> = Set(
    """
    is are was were am be been being isn't aren't wasn't weren't has have had hasn't haven't hadn't do does did don't
    doesn't didn't will would can could shall should may might must won't wouldn't can't couldn't shouldn't cannot
    said says say told tell tells took take takes went go goes came come comes gave give gives got get gets made make
    makes saw see sees knew know knows thought think thinks wrote write writes spoke speak speaks met meet meets held
    hold holds led lead leads left leave leaves lost lose loses won win wins sent send sends kept keep keeps fell fall
    falls fled flee flees fought fight fights found find finds became become becomes began begin begins bought buy
    buys brought bring brings built build builds broke break breaks chose choose chooses died dies drew draw drove
    drive felt feel feels flew fly grew grow grows heard hear hears hit hits hurt put puts ran run runs rose rise rises
    seized sold sell sells shot shoot shook showed shows show shut sought seek seeks spent stood stand stands struck
    strike strikes swore threw took understood wants want warn warns wears withdrew wore rang sat sank sang slept spun
    stole swept swam taught tore let lets set sets cut cuts cost costs quit quits bet hopes plans calls urges vows
    remain remains seem seems appear appears stay stays backs back
    """.split(whereSeparator: \.isWhitespace).map(String.init))

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
      if let clitic = ["'re", "'ve", "'ll", "'m", "'d", "n't"].first(where: { lower.hasSuffix($0) }),
        !clitic.isEmpty
      {
        return true
      }
      if ["it's", "he's", "she's", "that's", "there's", "here's", "what's", "who's", "let's"].contains(lower)
      {
        return true
      }
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
