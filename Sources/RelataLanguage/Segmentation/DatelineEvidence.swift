/// Whether what stands before a dash or a colon is enough to be a dateline, and no beginning of a sentence.
struct DatelineEvidence {
  let places: [Lexeme]
  /// How many of the words belong to the first name, up to a comma or slash.
  let nameEnd: Int
  let isPlaceBracketed: Bool
  let date: WrittenDate?
  let agency: String?
  let isOpening: Bool

  /// Words that no name of a place holds but as a particle, in small letters.
  private static let functionWords: Set<String> = Set(
    """
    what why how who when where which is are was were it this that these those there here to for if not no yes we you i
    they he she dear in on by since until from after before at as with during between a an every all our your his her my
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Words that stand before paragraphs to say what they are.
  private static let labels: Set<String> = Set(
    """
    breaking update updated updates exclusive analysis opinion editorial watch video photo photos live timeline explainer
    correction corrected clarification note editor's factbox preview review interview profile obituary commentary column
    feature recap summary highlights background context more also related alert developing just urgent bulletin flash
    warning question answer part chapter section step figure table appendix season episode week day round game match
    final result results score winner winners key points takeaway takeaways facts fact check news one two three four five
    map chart graphic listen read advertisement disclaimer source sources verdict bottom line the
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Names of places that begin with an article.
  private static let placesWithArticle: Set<String> = [
    "hague", "bronx", "valley", "dalles", "woodlands", "villages",
  ]

  /// An agency that is known, or a date with its year: nothing else looks like that.
  var isCertain: Bool {
    agency.map { NewsAgencies.contains($0.lowercased()) } ?? false
      || date?.isComplete == true && !places.isEmpty
  }

  var sufficesBeforeDash: Bool {
    guard mayBePlace else { return false }
    if agency != nil { return places.count <= 10 }
    if places.isEmpty { return isOpening && date?.isComplete == true }
    if isPlaceBracketed { return places.count <= 5 && letters >= 3 }
    return isInCapitals || date?.day != nil && places.count <= 6 || isOpening && endsInState
  }

  var sufficesBeforeColon: Bool {
    guard mayBePlace else { return false }
    if agency != nil { return !places.isEmpty || date != nil }
    if places.isEmpty { return isOpening && date?.isComplete == true }
    return date?.day != nil || isOpening && isInCapitals && places.count <= 4
  }

  private var mayBePlace: Bool {
    guard let first = places.first?.lower else { return true }
    if first == "aboard" || first == "near" { return true }
    if first == "the" {
      return places.count > 1 && Self.placesWithArticle.contains(places[1].lower)
    }
    let inner = first == "on" && isInCapitals ? places.dropFirst() : places[...]
    return !inner.contains { $0.isCapitalised && Self.functionWords.contains($0.lower) }
      && !firstName.allSatisfy { Self.labels.contains($0.lower) }
      && !(places.count == 1 && CalendarWords.month(first) != nil)
  }

  private var letters: Int { places.reduce(0) { $0 + $1.form.count(where: \.isLetter) } }

  /// Up to the comma, slash or "and" after it, or to where it lies.
  private var firstName: ArraySlice<Lexeme> {
    places.prefix(nameEnd).prefix {
      $0.isCapitalised || !["and", "in", "on", "near", "off"].contains($0.form)
    }
  }

  /// `New York, NY`; no degree behind a person's name.
  private var endsInState: Bool {
    guard places.count <= 4, nameEnd == places.count - 1, let last = places.last else { return false }
    return last.isCapitals && last.form.count == 2
      && !["MD", "MP", "VP", "JD", "RN", "QC", "KC"].contains(last.form)
  }

  /// The first name is in capitals, and all of it is long enough to be no acronym.
  var isInCapitals: Bool {
    let name = firstName
    guard name.allSatisfy({ $0.isCapitals || !$0.isCapitalised }) else { return false }
    let letters = name.reduce(0) { $0 + $1.form.count(where: \.isLetter) }
    return letters >= 4 || letters == 3 && nameEnd < places.count
  }
}
