public import RelataGraph

/// General knowledge of names: countries, cities, organisations, given names, titles, and the nouns that describe them.
///
/// Everything is data (Gazetteers/ builds it from public sources); lookups ignore case and diacritics, except that abbreviations of
/// up to three letters ("US", "UK") need their capitals.
public struct Gazetteer: Sendable {
  private var countries: [Country] = []
  private var countryByName: [String: Int] = [:]
  private var countryByAbbreviation: [String: Int] = [:]
  private var countryByDemonym: [String: Int] = [:]
  private var countryByCapital: [String: Int] = [:]
  private var countryByMetonym: [String: Int] = [:]
  private var countryByCode: [String: Int] = [:]
  private var cities: [Place] = []
  private var citiesByName: [String: [Int]] = [:]
  private var regions: [String: String] = [:]
  private var organizations: [Organization] = []
  private var organizationByName: [String: Int] = [:]
  private var organizationByAcronym: [String: Int] = [:]
  private var givenNames: [String: Gender] = [:]
  private var organizationHeads: [String: EntityType] = [:]
  private var titles: [String: Title] = [:]
  private var descriptions: [String: Description] = [:]
  private var populations: [String: String] = [:]

  /// The gazetteers that are part of the library.
  /// - Throws: ``GazetteerError`` only if the library was built without its data.
  /// - Complexity: linear in the tables (about 45,000 rows).
  public static func embedded() throws(GazetteerError) -> Gazetteer {
    var gazetteer = Gazetteer()
    try gazetteer.readCountries()
    try gazetteer.readCities()
    try gazetteer.readOrganizations()
    try gazetteer.readWords()
    return gazetteer
  }

  private static func list(_ field: Substring) -> [String] { field.split(separator: "|").map(String.init) }

  private mutating func readCountries() throws(GazetteerError) {
    var read: [Country] = []
    try TSVTable("countries").forEachRow(columns: 6) { fields in
      let name = String(fields[1])
      read.append(
        Country(
          code: String(fields[0]), name: name, names: [name] + Self.list(fields[2]).filter { $0 != name },
          capital: fields[3].isEmpty ? nil : String(fields[3]), demonyms: Self.list(fields[4]),
          isHistorical: !fields[5].isEmpty))
    }
    countries = read
    for (index, country) in read.enumerated() {
      if !country.code.isEmpty { countryByCode[country.code] = index }
      for name in country.names {
        if Self.isAbbreviation(name) {
          countryByAbbreviation[name.filter { $0 != "." }] =
            countryByAbbreviation[name.filter { $0 != "." }] ?? index
        } else {
          let key = NameFolding.fold(name)
          if countryByName[key] == nil || country.name == name { countryByName[key] = index }
        }
      }
      for demonym in country.demonyms where !Self.isAbbreviation(demonym) {
        let key = NameFolding.fold(demonym)
        if countryByDemonym[key] == nil { countryByDemonym[key] = index }
      }
      if let capital = country.capital {
        let key = NameFolding.fold(capital)
        if countryByCapital[key] == nil || read[countryByCapital[key] ?? 0].isHistorical {
          countryByCapital[key] = index
        }
      }
    }
    var metonyms: [(String, String)] = []
    try TSVTable("metonyms").forEachRow(columns: 2) { fields in
      metonyms.append((NameFolding.fold(String(fields[0])), String(fields[1])))
    }
    for (name, code) in metonyms { countryByMetonym[name] = countryByCode[code] }
    // Common variants of capitals' names.
    for (variant, code) in [
      ("kiev", "UA"), ("washington dc", "US"), ("peking", "CN"), ("teheran", "IR"), ("new delhi", "IN"),
      ("delhi", "IN"),
      ("sana", "YE"), ("sanaa", "YE"), ("nur sultan", "KZ"), ("rangoon", "MM"),
    ] { countryByCapital[variant] = countryByCapital[variant] ?? countryByCode[code] }
  }

  private mutating func readCities() throws(GazetteerError) {
    var read: [Place] = []
    var names: [String: [Int]] = [:]
    try TSVTable("cities").forEachRow(columns: 6) { fields in
      let index = read.count
      read.append(
        Place(
          name: String(fields[0]), type: .city, countryCode: String(fields[2]),
          population: Int(fields[3]) ?? 0,
          identifiers: ["geonames": String(fields[4])], isCapital: fields[5] == "c"))
      names[NameFolding.fold(String(fields[0])), default: []].append(index)
      for other in fields[1].split(separator: "|") {
        names[NameFolding.fold(String(other)), default: []].append(index)
      }
    }
    cities = read
    citiesByName = names
    var regions: [String: String] = [:]
    try TSVTable("regions").forEachRow(columns: 1) { fields in
      let list = Self.list(fields[0])
      guard let first = list.first else { return }
      for name in list { regions[NameFolding.fold(name)] = first }
    }
    self.regions = regions
  }

  private mutating func readOrganizations() throws(GazetteerError) {
    var read: [Organization] = []
    try TSVTable("organizations").forEachRow(columns: 3) { fields in
      read.append(
        Organization(
          name: String(fields[0]), type: EntityType(rawValue: String(fields[1])),
          aliases: Self.list(fields[2])))
    }
    organizations = read
    for (index, organization) in read.enumerated() {
      for name in [organization.name] + organization.aliases {
        if Self.isAcronym(name) {
          let key = name.filter { $0 != "." }
          organizationByAcronym[key] = organizationByAcronym[key] ?? index
        } else {
          let key = Self.withoutArticle(NameFolding.fold(name))
          organizationByName[key] = organizationByName[key] ?? index
        }
      }
    }
  }

  private mutating func readWords() throws(GazetteerError) {
    func gender(_ code: Substring) -> Gender? {
      switch code {
      case "m": .masculine
      case "f": .feminine
      case "b": .either
      default: nil
      }
    }
    var names: [String: Gender] = [:]
    try TSVTable("given-names").forEachRow(columns: 2) { fields in
      names[NameFolding.fold(String(fields[0]))] = gender(fields[1])
    }
    givenNames = names
    var heads: [String: EntityType] = [:]
    try TSVTable("organization-heads").forEachRow(columns: 2) { fields in
      heads[String(fields[0])] = EntityType(rawValue: String(fields[1]))
    }
    organizationHeads = heads
    var titles: [String: Title] = [:]
    try TSVTable("titles").forEachRow(columns: 3) { fields in
      let text = String(fields[0])
      guard let kind = Title.Kind(rawValue: String(fields[1])) else { return }
      titles[Self.bare(text)] = Title(text: text, kind: kind, gender: gender(fields[2]))
    }
    self.titles = titles
    var descriptions: [String: Description] = [:]
    try TSVTable("descriptions").forEachRow(columns: 4) { fields in
      let noun = String(fields[0])
      descriptions[noun] = Description(
        noun: noun, types: Self.list(fields[1]).map { EntityType(rawValue: $0) }, gender: gender(fields[2]),
        isPlural: fields[3] == "p", isCollective: fields[3] == "c")
    }
    self.descriptions = descriptions
    var populations: [String: String] = [:]
    try TSVTable("populations").forEachRow(columns: 2) { fields in
      let canonical = String(fields[0])
      for name in [canonical] + Self.list(fields[1]) { populations[NameFolding.fold(name)] = canonical }
    }
    self.populations = populations
  }

  // MARK: Keys

  private static func isAbbreviation(_ name: String) -> Bool {
    let letters = name.filter { $0 != "." && $0 != " " }
    return letters.count <= 4 && letters.allSatisfy(\.isUppercase)
  }

  private static func isAcronym(_ name: String) -> Bool {
    let letters = name.filter(\.isLetter)
    return letters.count <= 6 && !letters.isEmpty && letters.allSatisfy(\.isUppercase)
  }

  private static func withoutArticle(_ folded: String) -> String {
    folded.hasPrefix("the ") ? String(folded.dropFirst(4)) : folded
  }

  private static func bare(_ title: String) -> String { title.lowercased().filter { $0 != "." } }

  // MARK: Countries

  /// A country by any of its names or abbreviations. - Complexity: O(1).
  public func country(named name: String) -> Country? {
    if Self.isAbbreviation(name) {
      return countryByAbbreviation[name.filter { $0 != "." }].map { countries[$0] }
    }
    return countryByName[Self.withoutArticle(NameFolding.fold(name))].map { countries[$0] }
  }

  /// A country by an adjective or noun for its people: "Syrian", "Turks", "French".
  public func country(demonym: String) -> Country? {
    guard demonym.first?.isUppercase == true else { return nil }
    return countryByDemonym[NameFolding.fold(demonym)].map { countries[$0] }
  }

  public func country(code: String) -> Country? { countryByCode[code].map { countries[$0] } }

  /// The country whose capital has this name: "Moscow" → Russia.
  public func country(capital: String) -> Country? {
    countryByCapital[NameFolding.fold(capital)].map { countries[$0] }
  }

  /// The country for whose government a seat stands: "Kremlin" → Russia.
  public func country(metonym: String) -> Country? {
    countryByMetonym[Self.withoutArticle(NameFolding.fold(metonym))].map { countries[$0] }
  }

  // MARK: Places

  /// Places of this name: a country first, then a region, then cities by inhabitants.
  public func places(named name: String) -> [Place] {
    var result: [Place] = []
    if let country = country(named: name) {
      result.append(
        Place(
          name: country.name, type: .country, countryCode: country.code.isEmpty ? nil : country.code,
          population: 0,
          identifiers: country.code.isEmpty ? [:] : ["iso3166": country.code], isCapital: false))
    }
    let key = Self.withoutArticle(NameFolding.fold(name))
    if let region = regions[key] {
      result.append(
        Place(
          name: region, type: .region, countryCode: nil, population: 0, identifiers: [:], isCapital: false))
    }
    guard name.first?.isUppercase == true || name.hasPrefix("al-") || name.hasPrefix("el-") else {
      return result
    }
    return result + (citiesByName[key] ?? []).map { cities[$0] }
  }

  // MARK: Organisations

  public func organization(named name: String) -> Organization? {
    if Self.isAcronym(name) {
      return organizationByAcronym[name.filter { $0 != "." }].map { organizations[$0] }
    }
    return organizationByName[Self.withoutArticle(NameFolding.fold(name))].map { organizations[$0] }
  }

  /// The type that a head noun gives a name: "ministry" → GovernmentBody. Singular, lower case.
  public func organizationHead(_ lemma: String) -> EntityType? { organizationHeads[lemma] }

  // MARK: Persons and descriptions

  /// The gender of a given name; nil for a word that is none.
  public func givenName(_ name: String) -> Gender? {
    guard name.first?.isUppercase == true else { return nil }
    return givenNames[NameFolding.fold(name)]
  }

  /// A title, whatever its case and full stops.
  public func title(_ phrase: String) -> Title? { titles[Self.bare(phrase)] }

  /// What a common noun (lower case) can refer to.
  public func description(_ noun: String) -> Description? { descriptions[noun] }

  /// The canonical name of a people or religion: "Kurdish" → "Kurds".
  public func population(named name: String) -> String? {
    guard name.first?.isUppercase == true else { return nil }
    return populations[NameFolding.fold(name)]
  }
}
