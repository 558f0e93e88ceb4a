import RelataGraph
import RelataNames

/// Titles, head nouns, nouns that describe entities, and the names of peoples.
struct WordIndex: Sendable {
  private(set) var heads: [String: EntityType] = [:]
  private(set) var titles: [String: Gazetteer.Title] = [:]
  private(set) var descriptions: [String: Gazetteer.Description] = [:]
  private(set) var populations: [String: String] = [:]

  init() throws(GazetteerError) {
    heads.reserveCapacity(2_000)
    try TSVTable("organization-heads").forEachRow(columns: 2) { fields in
      heads[fields[0]] = EntityType(rawValue: fields[1])
      return nil
    }
    titles.reserveCapacity(1_500)
    try TSVTable("titles").forEachRow(columns: 3) { fields in
      guard let kind = Gazetteer.Title.Kind(rawValue: fields[1]) else {
        return "no kind of title: “\(fields[1])”"
      }
      titles[fields[0]] = Gazetteer.Title(
        text: fields[0], kind: kind, gender: Gazetteer.Gender(code: fields[2]))
      return nil
    }
    descriptions.reserveCapacity(1_500)
    try TSVTable("descriptions").forEachRow(columns: 4) { fields in
      guard ["s", "p", "c"].contains(fields[3]) else { return "no number: “\(fields[3])”" }
      descriptions[fields[0]] = Gazetteer.Description(
        noun: fields[0], types: TSVTable.list(fields[1]).map { EntityType(rawValue: $0) },
        gender: Gazetteer.Gender(code: fields[2]), isPlural: fields[3] == "p", isCollective: fields[3] == "c")
      return nil
    }
    try TSVTable("populations").forEachRow(columns: 3) { fields in
      for name in [fields[0]] + TSVTable.list(fields[1]) {
        let key = NameFolding.fold(name)
        if populations[key] == nil { populations[key] = fields[0] }
      }
      return nil
    }
  }

  /// Titles are kept in lower case without full stops.
  static func titleKey(_ phrase: String) -> String { phrase.lowercased().filter { $0 != "." } }
}
