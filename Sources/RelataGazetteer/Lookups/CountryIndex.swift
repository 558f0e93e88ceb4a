import RelataNames

/// Countries by their names, peoples, capitals and seats of government.
struct CountryIndex: Sendable {
  private(set) var countries: [Gazetteer.Country] = []
  private var byCode: [String: Int] = [:]
  private var byName: [String: Int] = [:]
  private var byAbbreviation: [String: Int] = [:]
  private var byDemonym: [String: Int] = [:]
  private var byCapital: [String: Int] = [:]
  private var byMetonym: [String: Int] = [:]

  /// "USA", "DPRK", "FYROM".
  private static let abbreviationLength = 5

  init() throws(GazetteerError) {
    // The table has the states of today first: what names two goes to the first.
    try TSVTable("countries").forEachRow(columns: 6) { fields in
      guard !fields[1].isEmpty else { return "a country without a name" }
      let capitals = TSVTable.list(fields[3])
      let country = Gazetteer.Country(
        code: fields[0], name: fields[1], names: TSVTable.list(fields[2]), capital: capitals.first,
        demonyms: TSVTable.list(fields[4]), isHistorical: fields[5] == "historical")
      add(country, capitals: capitals)
      return nil
    }
    try TSVTable("metonyms").forEachRow(columns: 2) { fields in
      guard let country = byCode[fields[1]] else { return "no country has the code “\(fields[1])”" }
      Self.add(NameKey.plain(fields[0]), country, to: &byMetonym)
      return nil
    }
  }

  private mutating func add(_ country: Gazetteer.Country, capitals: [String]) {
    let index = countries.count
    countries.append(country)
    if !country.code.isEmpty { byCode[country.code] = index }
    for name in country.names {
      if let letters = NameKey.abbreviation(name, atMost: Self.abbreviationLength) {
        Self.add(letters, index, to: &byAbbreviation)
      } else {
        Self.add(NameKey.plain(name), index, to: &byName)
      }
    }
    for demonym in country.demonyms { Self.add(NameFolding.fold(demonym), index, to: &byDemonym) }
    // "Moscow said" is never the Soviet Union of today's news.
    guard !country.isHistorical else { return }
    for capital in capitals { Self.add(NameFolding.fold(capital), index, to: &byCapital) }
  }

  private static func add(_ key: String, _ index: Int, to table: inout [String: Int]) {
    if table[key] == nil { table[key] = index }
  }

  func named(_ name: String) -> Gazetteer.Country? {
    if let letters = NameKey.abbreviation(name, atMost: Self.abbreviationLength),
      let index = byAbbreviation[letters]
    {
      return countries[index]
    }
    return byName[NameKey.plain(name)].map { countries[$0] }
  }

  func demonym(_ word: String) -> Gazetteer.Country? {
    byDemonym[NameFolding.fold(word)].map { countries[$0] }
  }

  func code(_ code: String) -> Gazetteer.Country? { byCode[code].map { countries[$0] } }

  func capital(_ name: String) -> Gazetteer.Country? {
    byCapital[NameFolding.fold(name)].map { countries[$0] }
  }

  func metonym(_ name: String) -> Gazetteer.Country? {
    byMetonym[NameKey.plain(name)].map { countries[$0] }
  }
}
