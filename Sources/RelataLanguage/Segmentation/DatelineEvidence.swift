import RelataWords

/// Whether what stands before a dash or a colon is enough to be a dateline, and no beginning of a sentence.
struct DatelineEvidence {
  let places: [Lexeme]
  /// How many of the words belong to the first name, up to a comma or slash.
  let nameEnd: Int
  let isPlaceBracketed: Bool
  let date: WrittenDate?
  let agency: String?
  let isOpening: Bool

  private static let functionWords = SegmentationList.functionWords.words
  private static let labels = SegmentationList.labels.words
  private static let placesWithArticle = SegmentationList.placesWithArticle.words
  private static let degrees = SegmentationList.degrees.words

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
    return last.isCapitals && last.form.count == 2 && !Self.degrees.contains(last.form)
  }

  /// The first name is in capitals, and all of it is long enough to be no acronym.
  var isInCapitals: Bool {
    let name = firstName
    guard name.allSatisfy({ $0.isCapitals || !$0.isCapitalised }) else { return false }
    let letters = name.reduce(0) { $0 + $1.form.count(where: \.isLetter) }
    return letters >= 4 || letters == 3 && nameEnd < places.count
  }
}
