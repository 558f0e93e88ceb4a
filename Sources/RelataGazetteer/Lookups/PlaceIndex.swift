import RelataGraph

/// Regions and cities by their names, found in the sorted tables when asked for.
struct PlaceIndex: Sendable {
  private let cities: SortedTable
  private let regions: SortedTable

  init() throws(GazetteerError) {
    cities = try SortedTable("cities")
    regions = try SortedTable("regions")
  }

  /// Capitals first, then regions, then cities by inhabitants.
  func named(_ key: String) -> [Gazetteer.Place] {
    let cities = cities(key).sorted {
      ($0.isCapital ? 1 : 0, $0.population) > ($1.isCapital ? 1 : 0, $1.population)
    }
    let capitals = cities.prefix { $0.isCapital }
    return capitals + regions(key) + cities.dropFirst(capitals.count)
  }

  /// The region whose people an adjective or noun names: "African", "Crimean".
  func region(demonym key: String) -> Gazetteer.Place? {
    regions.rows(key).first { $0[2] == "adjective" }.map(region)
  }

  private func regions(_ key: String) -> [Gazetteer.Place] {
    regions.rows(key).filter { $0.count == 3 && $0[2] != "adjective" }
      // Continents, seas and lands that the list has by hand stand before provinces of the same name.
      .sorted { ($0[2] == "subdivision" ? 1 : 0) < ($1[2] == "subdivision" ? 1 : 0) }
      .map(region)
  }

  private func region(_ fields: [String]) -> Gazetteer.Place {
    Gazetteer.Place(
      name: fields[0], type: .region, countryCode: fields[1].isEmpty ? nil : fields[1], population: 0,
      identifiers: [:], isCapital: false)
  }

  private func cities(_ key: String) -> [Gazetteer.Place] {
    cities.rows(key).compactMap { fields in
      guard fields.count == 5 else { return nil }
      guard fields[0].hasPrefix(">") else { return city(fields) }
      // Another spelling: the row of the name itself has the rest.
      return cities.rows(String(fields[0].dropFirst())).first { $0[3] == fields[3] }.map(city)
    }
  }

  private func city(_ fields: [String]) -> Gazetteer.Place {
    Gazetteer.Place(
      name: fields[0], type: .city, countryCode: fields[1], population: Int(fields[2]) ?? 0,
      identifiers: ["geonames": fields[3]], isCapital: fields[4] == "c")
  }
}
