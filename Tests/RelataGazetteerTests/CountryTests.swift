import RelataGazetteer
import Testing

@Suite struct CountryTests {
  let gazetteer: Gazetteer

  init() throws { gazetteer = try Gazetteer.embedded() }

  /// Uninhabited or without a seat of government.
  static let withoutCapital: Set<String> = ["AQ", "BV", "HM", "UM"]

  @Test func everyCountryOfISO3166HasNamesCapitalAndPeople() {
    let states = gazetteer.allCountries.filter { !$0.code.isEmpty }
    // 249 entries of ISO 3166-1, and Kosovo.
    #expect(states.count == 250)
    #expect(Set(states.map(\.code)).count == 250)
    for state in states {
      #expect(gazetteer.country(code: state.code) == state)
      #expect(gazetteer.country(named: state.name) == state)
      #expect((state.capital == nil) == Self.withoutCapital.contains(state.code), "\(state.name)")
      #expect(!state.demonyms.isEmpty, "\(state.name)")
      // "Congolese": a word for two peoples goes to one, but every country has a word of its own.
      let own = state.demonyms.filter { gazetteer.country(demonym: $0) == state }
      #expect(!own.isEmpty, "\(state.name)")
      if let capital = state.capital {
        #expect(gazetteer.country(capital: capital) != nil, "\(state.name)")
      }
    }
  }

  @Test func everyNameLeadsToACountry() {
    for country in gazetteer.allCountries {
      for name in country.names { #expect(gazetteer.country(named: name) != nil, "\(name)") }
      for demonym in country.demonyms where demonym.first?.isUppercase == true {
        #expect(gazetteer.country(demonym: demonym) != nil, "\(demonym)")
      }
    }
  }

  @Test(arguments: [
    ("US", "US"), ("U.S.", "US"), ("USA", "US"), ("the United States", "US"), ("America", "US"), ("UK", "GB"),
    ("U.K.", "GB"), ("Britain", "GB"), ("UAE", "AE"), ("DPRK", "KP"), ("DRC", "CD"), ("Türkiye", "TR"),
    ("Turkiye", "TR"), ("turkey", "TR"), ("Burma", "MM"), ("Côte d’Ivoire", "CI"), ("Cote d'Ivoire", "CI"),
    ("Holland", "NL"), ("Czechia", "CZ"), ("Kosovo", "XK"), ("Taiwan", "TW"), ("Palestine", "PS"),
    ("The Gambia", "GM"), ("Guinea-Bissau", "GW"), ("Holy See", "VA"), ("Korea", "KR"), ("Georgia", "GE"),
  ])
  func findsCountriesByName(name: String, code: String) {
    #expect(gazetteer.country(named: name)?.code == code)
  }

  @Test(arguments: [
    ("Syrian", "SY"), ("Syrians", "SY"), ("Turk", "TR"), ("Turks", "TR"), ("Turkish", "TR"), ("French", "FR"),
    ("Frenchmen", "FR"), ("Dutch", "NL"), ("Dutchman", "NL"), ("Danes", "DK"), ("Swede", "SE"),
    ("Finns", "FI"),
    ("Poles", "PL"), ("Spaniards", "ES"), ("Britons", "GB"), ("British", "GB"), ("Emiratis", "AE"),
    ("Swiss", "CH"), ("Filipina", "PH"), ("Afghans", "AF"), ("Thais", "TH"), ("Greeks", "GR"),
    ("Czechs", "CZ"),
    ("Kyrgyz", "KG"), ("Iraqis", "IQ"), ("Nigerien", "NE"), ("Nigerian", "NG"), ("Ivorian", "CI"),
    ("Malagasy", "MG"), ("Basotho", "LS"), ("Argentines", "AR"), ("Israelis", "IL"), ("Germans", "DE"),
    ("Congolese", "CD"), ("Dominican", "DO"), ("Omanis", "OM"), ("Kosovars", "XK"), ("Americans", "US"),
  ])
  func findsCountriesByPeople(demonym: String, code: String) {
    #expect(gazetteer.country(demonym: demonym)?.code == code)
  }

  @Test(arguments: [
    ("Moscow", "RU"), ("Kyiv", "UA"), ("Kiev", "UA"), ("Damascus", "SY"), ("Washington", "US"),
    ("Beijing", "CN"),
    ("Peking", "CN"), ("Ankara", "TR"), ("London", "GB"), ("Brasília", "BR"), ("N’Djamena", "TD"),
    ("Yaounde", "CM"), ("Pristina", "XK"), ("Ramallah", "PS"), ("Sana’a", "YE"), ("New Delhi", "IN"),
  ])
  func findsCountriesByCapital(capital: String, code: String) {
    #expect(gazetteer.country(capital: capital)?.code == code)
  }

  @Test(arguments: [
    ("Kremlin", "RU"), ("the Kremlin", "RU"), ("White House", "US"), ("Downing Street", "GB"),
    ("Élysée", "FR"),
    ("Elysee Palace", "FR"), ("Zhongnanhai", "CN"), ("Blue House", "KR"), ("Casa Rosada", "AR"),
    ("Aso Rock", "NG"), ("Planalto", "BR"), ("Malacañang", "PH"), ("Rashtrapati Bhavan", "IN"),
  ])
  func findsGovernmentsBySeat(seat: String, code: String) {
    #expect(gazetteer.country(metonym: seat)?.code == code)
  }

  @Test func statesOfThePastAreKnownAsSuch() {
    let soviet = gazetteer.country(named: "USSR")
    #expect(soviet?.name == "Soviet Union")
    #expect(soviet?.isHistorical == true)
    #expect(soviet?.code == "")
    #expect(gazetteer.country(demonym: "Soviets")?.name == "Soviet Union")
    #expect(gazetteer.country(demonym: "Scottish")?.name == "Scotland")
    #expect(gazetteer.country(named: "Scotland")?.isHistorical == false)
    #expect(gazetteer.country(capital: "Salisbury") == nil)
  }

  @Test func wordsAreNotAbbreviations() {
    for word in ["us", "Us", "uk", "car", "Car", "roc", "", " ", ".", "the", "The", "nowhere"] {
      #expect(gazetteer.country(named: word) == nil, "\(word)")
    }
    #expect(gazetteer.country(demonym: "polish") == nil)
    #expect(gazetteer.country(demonym: "") == nil)
    #expect(gazetteer.country(code: "") == nil)
    #expect(gazetteer.country(metonym: "house") == nil)
  }
}
