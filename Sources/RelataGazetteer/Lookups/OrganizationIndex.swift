import RelataGraph
import RelataNames

/// Well-known organisations by their names and acronyms.
struct OrganizationIndex: Sendable {
  private(set) var organizations: [Gazetteer.Organization] = []
  private var byName: [String: Int] = [:]
  private var byAcronym: [String: Int] = [:]

  /// Longer names in capitals ("BUNDESTAG" in a headline) are names like others.
  private static let acronymLength = 7

  init() throws(GazetteerError) {
    organizations.reserveCapacity(4_000)
    byName.reserveCapacity(6_000)
    byAcronym.reserveCapacity(2_000)
    try TSVTable("organizations").forEachRow(columns: 4) { fields in
      guard !fields[0].isEmpty, !fields[1].isEmpty else { return "an organisation without a type or name" }
      let organization = Gazetteer.Organization(
        name: fields[1], type: EntityType(rawValue: fields[0]), aliases: TSVTable.list(fields[2]),
        countryCode: fields[3].isEmpty ? nil : fields[3])
      let index = organizations.count
      organizations.append(organization)
      for name in [organization.name] + organization.aliases {
        if let acronym = NameKey.abbreviation(name, atMost: Self.acronymLength) {
          if byAcronym[acronym] == nil { byAcronym[acronym] = index }
        } else {
          let key = Self.key(name)
          if byName[key] == nil { byName[key] = index }
        }
      }
      return nil
    }
  }

  func named(_ name: String) -> Gazetteer.Organization? {
    guard NameKey.hasCapital(name) else { return nil }
    let bare = name.hasPrefix("the ") || name.hasPrefix("The ") ? String(name.dropFirst(4)) : name
    if let acronym = NameKey.abbreviation(bare, atMost: Self.acronymLength), let index = byAcronym[acronym] {
      return organizations[index]
    }
    return (byName[NameKey.plain(name)] ?? byName[NameFolding.fold(name)]).map { organizations[$0] }
  }

  /// A name of one word that is listed with its article ("The Hill") keeps it: without it,
  /// it is a word like others.
  private static func key(_ name: String) -> String {
    let plain = NameKey.plain(name)
    return plain.contains(" ") ? plain : NameFolding.fold(name)
  }
}
