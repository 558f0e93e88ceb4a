import RelataGraph
import RelataNames

/// What parts those from each other who share a name: "Supreme Court of *India*", the "*118th* Congress",
/// "Elizabeth *II*".
///
/// Two names whose qualifiers conflict are not one's, however alike they are; a name without qualifiers says
/// nothing.
package struct NameQualifiers: Hashable, Sendable {
  /// What is named: in the name of a firm a country says nothing ("Bank of America"), in a person's a figure.
  package enum Kind: Hashable, Sendable {
    case person, governmentBody, other
  }

  /// ISO 3166-1 codes, or names of countries without one.
  package private(set) var countries: Set<String> = []
  /// Years, ordinals and other numbers in figures or Roman numerals.
  package private(set) var numbers: Set<Int> = []

  package init() {}

  /// The words of no place's name are so many.
  private static let longestPlace = 6
  /// From so many inhabitants on a city stands for its country where a name has it at its end.
  private static let knownCity = 50_000

  /// Those that a name has in itself.
  /// - Complexity: O(length).
  package init(in name: String, _ kind: Kind, _ gazetteer: Gazetteer) {
    let words = name.split(separator: " ").map(Self.withoutMarks)
    let end = words.lastIndex(of: "of") ?? words.count
    switch kind {
    case .person:
      if end > 1, let number = RomanNumeral.value(of: words[end - 1]) { numbers.insert(number) }
      if end + 1 < words.count { add(place: words[(end + 1)...].joined(separator: " "), gazetteer) }
    case .governmentBody:
      numbers = Self.numbers(words)
      findCountries(words, gazetteer)
    case .other:
      numbers = Self.numbers(words)
    }
  }

  package var isEmpty: Bool { countries.isEmpty && numbers.isEmpty }

  /// Whether what has the one cannot be what has the other.
  package func conflict(with other: Self) -> Bool {
    func areApart<Value>(_ a: Set<Value>, _ b: Set<Value>) -> Bool {
      !a.isEmpty && !b.isEmpty && a.isDisjoint(with: b)
    }
    return areApart(countries, other.countries) || areApart(numbers, other.numbers)
  }

  /// Whether what has them cannot be an organisation that is known.
  package func conflict(with known: Gazetteer.Organization) -> Bool {
    guard let code = known.countryCode else { return false }
    return !countries.isEmpty && !countries.contains(code)
  }

  package mutating func formUnion(_ other: Self) {
    countries.formUnion(other.countries)
    numbers.formUnion(other.numbers)
  }

  /// Adds the country that a place is or lies in.
  package mutating func add(place name: String, _ gazetteer: Gazetteer) {
    if let country = gazetteer.country(named: name) ?? gazetteer.country(demonym: name) {
      add(country)
      return
    }
    let places = gazetteer.places(named: name)
    guard let place = places.first, let code = place.countryCode else { return }
    // Many states have a region "Central".
    let isKnown =
      place.type == .city
      ? place.isCapital || place.population >= Self.knownCity
      : places.allSatisfy { $0.type == .city || $0.countryCode == code }
    if isKnown { countries.insert(code) }
  }

  /// Adds a country by its code, or by its name where it has none.
  package mutating func add(country: String) { countries.insert(country) }

  private mutating func add(_ country: Gazetteer.Country) {
    countries.insert(country.code.isEmpty ? country.name : country.code)
  }

  // MARK: In words

  private static func withoutMarks(_ word: Substring) -> String {
    var word = word[...]
    for ending in ["'s", "’s", "'", "’", ","] where word.hasSuffix(ending) { word.removeLast(ending.count) }
    return String(word)
  }

  private static func numbers(_ words: [String]) -> Set<Int> {
    var found = Set(words.compactMap(figures))
    if words.count > 1, let last = words.last, let number = RomanNumeral.value(of: last) {
      found.insert(number)
    }
    return found
  }

  /// "2016", "118th".
  private static func figures(_ word: String) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)) else { return nil }
    return Int(digits)
  }

  /// Countries and their adjectives wherever they stand, other places behind "of" and "in".
  private mutating func findCountries(_ words: [String], _ gazetteer: Gazetteer) {
    var start = 0
    while start < words.count {
      let longest = min(start + Self.longestPlace, words.count)
      let match = stride(from: longest, to: start, by: -1).lazy.compactMap { end in
        let text = words[start..<end].joined(separator: " ")
        return (gazetteer.country(named: text) ?? gazetteer.country(demonym: text)).map { (end, $0) }
      }.first
      if let (end, country) = match, words[start].first?.isUppercase == true {
        add(country)
        start = end
      } else {
        if ["of", "in"].contains(words[start]), start > 0, start + 1 < words.count, countries.isEmpty {
          let place = words[(start + 1)...].joined(separator: " ")
          if gazetteer.organizationHead(place.lowercased()) == nil { add(place: place, gazetteer) }
        }
        start += 1
      }
    }
  }
}
