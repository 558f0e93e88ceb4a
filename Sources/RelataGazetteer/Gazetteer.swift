public import RelataGraph
import RelataNames

/// General knowledge of names: countries, places, organisations, given names, titles, and the
/// nouns that describe them.
///
/// Everything is data (`Gazetteers/` builds it from public sources). Lookups ignore case and diacritics,
/// except that abbreviations ("US", "WHO") need their capitals and that a name all in small letters is no
/// name of an organisation, people or city.
public struct Gazetteer: Sendable {
  private let countries: CountryIndex
  private let places: PlaceIndex
  private let organizations: OrganizationIndex
  private let words: WordIndex
  private let givenNames: SortedTable
  /// The lists of words that rules look in.
  package let wordLists: WordLists

  /// The gazetteers that are part of the library, read anew by each call: keep the result.
  /// - Complexity: linear in the tables except those of places and given names, which are
  ///   searched where they lie.
  /// - Throws: ``GazetteerError`` only if the library was built with wrong data.
  public static func embedded() throws(GazetteerError) -> Gazetteer { try Gazetteer() }

  private init() throws(GazetteerError) {
    countries = try CountryIndex()
    places = try PlaceIndex()
    organizations = try OrganizationIndex()
    words = try WordIndex()
    givenNames = try SortedTable("given-names")
    wordLists = try WordLists.embedded()
  }

  // MARK: Countries

  /// All countries: the states of today by their code, then historical, disputed and constituent ones.
  public var allCountries: [Country] { countries.countries }

  /// A country by any of its names or abbreviations. - Complexity: O(length).
  public func country(named name: String) -> Country? { countries.named(name) }

  /// A country by an adjective or noun for its people, capitalised: "Syrian", "Turks", "French".
  /// - Complexity: O(length).
  public func country(demonym: String) -> Country? {
    demonym.first?.isUppercase == true ? countries.demonym(demonym) : nil
  }

  /// A country by its ISO 3166-1 alpha-2 code. - Complexity: O(1).
  public func country(code: String) -> Country? { countries.code(code) }

  /// The country of today that has its capital, or another seat of its government, at a city: "Moscow" →
  /// Russia, "Kiev" → Ukraine. - Complexity: O(length).
  public func country(capital: String) -> Country? { countries.capital(capital) }

  /// The country for whose government a seat stands: "Kremlin" → Russia. - Complexity: O(length).
  public func country(metonym: String) -> Country? { countries.metonym(metonym) }

  // MARK: Places

  /// Places of this name, the likeliest first: a country, a capital, a region, then cities by inhabitants.
  /// - Complexity: O(log of the number of places).
  public func places(named name: String) -> [Place] {
    let country = country(named: name).map { country in
      Place(
        name: country.name, type: .country, countryCode: country.code.isEmpty ? nil : country.code,
        population: 0, identifiers: country.code.isEmpty ? [:] : ["iso3166": country.code], isCapital: false)
    }
    guard NameKey.hasCapital(name) else { return country.map { [$0] } ?? [] }
    let others = places.named(NameFolding.fold(name))
    let named = others.isEmpty ? places.named(NameKey.plain(name)) : others
    return (country.map { [$0] } ?? []) + named
  }

  /// The region whose people or things an adjective or noun names: "African", "Crimean", "Bavarians".
  /// - Complexity: O(log of the number of regions).
  public func region(demonym: String) -> Place? {
    demonym.first?.isUppercase == true ? places.region(demonym: NameFolding.fold(demonym)) : nil
  }

  // MARK: Organisations

  /// A well-known organisation by its name or acronym, with or without "the". - Complexity: O(length).
  public func organization(named name: String) -> Organization? { organizations.named(name) }

  /// The type that a head noun gives a name: "ministry" → GovernmentBody. Singular, lower
  /// case. - Complexity: O(1).
  public func organizationHead(_ lemma: String) -> EntityType? { words.heads[lemma] }

  // MARK: Persons and descriptions

  /// Whose name a given name is; nil for a word that is none. - Complexity: O(log of the number of names).
  public func givenName(_ name: String) -> Gender? {
    guard name.first?.isUppercase == true else { return nil }
    return givenNames.rows(NameFolding.fold(name)).first?.first.flatMap { Gender(code: $0) }
  }

  /// A title, whatever its case and full stops: "Maj.-Gen.", "prime minister". - Complexity: O(length).
  public func title(_ phrase: String) -> Title? { words.titles[WordIndex.titleKey(phrase)] }

  /// What a common noun (singular, lower case) can refer to. - Complexity: O(1).
  public func description(_ noun: String) -> Description? { words.descriptions[noun] }

  /// The canonical name of a people or religion: "Kurdish" → "Kurds". - Complexity: O(length).
  public func population(named name: String) -> String? {
    NameKey.hasCapital(name) ? words.populations[NameFolding.fold(name)] : nil
  }
}
