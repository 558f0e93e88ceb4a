import RelataGazetteer
import RelataGraph
import Testing

@Suite struct PlaceTests {
  let gazetteer: Gazetteer

  init() throws { gazetteer = try Gazetteer.embedded() }

  @Test(arguments: [
    ("Paris", "FR"), ("Tripoli", "LY"), ("London", "GB"), ("Moscow", "RU"), ("Athens", "GR"),
    ("Birmingham", "GB"),
    ("Aleppo", "SY"), ("Raqqa", "SY"), ("Deir ez-Zor", "SY"), ("Tartous", "SY"), ("Kharkov", "UA"),
    ("Odessa", "UA"),
    ("Kyiv", "UA"), ("Kiev", "UA"), ("Mariupol", "UA"), ("Bombay", "IN"), ("Saigon", "VN"), ("Munich", "DE"),
    ("Köln", "DE"), ("Koln", "DE"), ("St. Petersburg", "RU"), ("San Francisco", "US"), ("New York", "US"),
    ("Sao Paulo", "BR"), ("Lagos", "NG"), ("Mosul", "IQ"), ("Kandahar", "AF"), ("Khan Younis", "PS"),
    ("Nagasaki", "JP"), ("Shenzhen", "CN"), ("Cape Town", "ZA"), ("The Hague", "NL"), ("Sydney", "AU"),
  ])
  func theLikeliestCityComesFirst(name: String, code: String) {
    let first = gazetteer.places(named: name).first
    #expect(first?.type == .city)
    #expect(first?.countryCode == code)
    #expect(first?.identifiers["geonames"]?.isEmpty == false)
  }

  @Test func aCountryComesBeforeARegionAndTowns() {
    let places = gazetteer.places(named: "Georgia")
    #expect(places.first?.type == .country)
    #expect(places.first?.identifiers["iso3166"] == "GE")
    #expect(gazetteer.places(named: "Lebanon").first?.type == .country)
    #expect(gazetteer.places(named: "Lebanon").contains { $0.type == .city })
  }

  @Test func citiesOfOneNameComeByInhabitants() {
    for name in ["Córdoba", "Valencia", "Hyderabad", "Cambridge", "Victoria", "Santiago"] {
      let cities = gazetteer.places(named: name).filter { $0.type == .city }
      #expect(cities.count > 1, "\(name)")
      let others = cities.drop { $0.isCapital }.map(\.population)
      #expect(others == others.sorted(by: >), "\(name)")
    }
  }

  @Test func capitalsAreMarked() {
    var marked = 0
    for country in gazetteer.allCountries where !country.code.isEmpty {
      guard let capital = country.capital else { continue }
      if gazetteer.places(named: capital).contains(where: { $0.isCapital && $0.countryCode == country.code })
      {
        marked += 1
      }
    }
    // The seats of the smallest states have fewer than 15,000 inhabitants.
    #expect(marked > 190)
    #expect(gazetteer.places(named: "Istanbul").first?.isCapital == false)
  }

  @Test(arguments: [
    "Middle East", "the Middle East", "Eastern Mediterranean", "Balkans", "Sahel", "Black Sea",
    "Strait of Hormuz",
    "Bavaria", "Texas", "Crimea", "Golan Heights", "Sichuan", "Sub-Saharan Africa", "Donbass", "Himalayas",
  ])
  func regionsAreKnown(name: String) { #expect(gazetteer.places(named: name).first?.type == .region) }

  @Test func regionsHavePeople() {
    #expect(gazetteer.region(demonym: "African")?.name == "Africa")
    #expect(gazetteer.region(demonym: "Europeans")?.name == "Europe")
    #expect(gazetteer.region(demonym: "Crimean")?.countryCode == "UA")
    #expect(gazetteer.region(demonym: "Western") == nil)
    #expect(gazetteer.region(demonym: "Africa") == nil)
  }

  @Test func oddInputFindsNothing() {
    for name in [
      "", " ", "-", "''", "\t", "\n", "paris", "🇫🇷", "Zzzzzz", "\u{0}", "ÿ",
      String(repeating: "A", count: 10_000),
    ] {
      #expect(gazetteer.places(named: name).isEmpty, "\(name)")
      #expect(gazetteer.givenName(name) == nil)
      #expect(gazetteer.organization(named: name) == nil)
      #expect(gazetteer.population(named: name) == nil)
    }
  }
}
