import RelataGraph
import RelataQuery
import Testing

@Suite("Finding an entity by a name")
struct EntityMatcherTests {
  let matcher = EntityMatcher(
    KnowledgeGraph(entities: [
      entity("armed-group/hts", "Hayat Tahrir al-Sham", .armedGroup, aliases: ["HTS", "Tahrir al-Sham"]),
      entity("city/deir-ez-zor", "Deir ez-Zor", .city),
      entity("city/tartus", "Tartus", .city),
      entity("country/iran", "Iran", .country),
      entity("country/russia", "Russia", .country, aliases: ["Russian Federation"], mentions: 90),
      entity("country/united-states", "United States", .country, aliases: ["U.S.", "the United States"]),
      entity("government/russia", "Government of Russia", .governmentBody, aliases: ["Russia"], mentions: 9),
      entity("base/hmeimim", "Khmeimim Air Base", .militaryBase),
      entity(
        "person/al-sharaa-ahmed", "Ahmed al-Sharaa", aliases: ["Abu Mohammed al-Jolani", "Sharaa"],
        mentions: 40),
      entity("person/al-sharaa-maher", "Maher al-Sharaa", mentions: 3),
      entity("person/assad-bashar", "Bashar al-Assad", aliases: ["Assad"], mentions: 50),
      entity("person/assad-hafez", "Hafez al-Assad", mentions: 5),
      entity("person/erdogan", "Recep Tayyip Erdoğan", mentions: 8),
      entity("person/walesa", "Lech Wałęsa"),
    ]))

  @Test(
    "an unambiguous name is found however it is spelt",
    arguments: [
      ("person/assad-hafez", "person/assad-hafez", MatchQuality.identifier),
      ("Tartus", "city/tartus", .name),
      ("HTS", "armed-group/hts", .name),
      ("Assad", "person/assad-bashar", .name),
      ("hts", "armed-group/hts", .spelling),
      ("H.T.S.", "armed-group/hts", .spelling),
      ("ERDOGAN RECEP", "person/erdogan", .words),
      ("recep tayyip erdogan", "person/erdogan", .spelling),
      ("Lech Walesa", "person/walesa", .spelling),
      ("ahmed al sharaa", "person/al-sharaa-ahmed", .spelling),
      ("Ahmed al-Shara'a", "person/al-sharaa-ahmed", .spelling),
      ("Ahmed al-Sharaʼa", "person/al-sharaa-ahmed", .spelling),
      ("the Russian Federation", "country/russia", .spelling),
      ("us", "country/united-states", .spelling),
      ("Deir al-Zour", "city/deir-ez-zor", .transliteration),
      ("Tartous", "city/tartus", .transliteration),
      ("Ahmad al-Sharra", "person/al-sharaa-ahmed", .nearby),
      ("Jolani", "person/al-sharaa-ahmed", .words),
      ("al-Julani", "person/al-sharaa-ahmed", .words),
      ("Hmeimim", "base/hmeimim", .words),
      ("Khmeimim airbase", "base/hmeimim", .spelling),
      ("Hafiz Assad", "person/assad-hafez", .transliteration),
      ("Tartsu", "city/tartus", .nearby),
      ("B. al-Assad", "person/assad-bashar", .initials),
      ("h assad", "person/assad-hafez", .initials),
      ("R. T. Erdogan", "person/erdogan", .initials),
      ("KAB", "base/hmeimim", .initials),
      ("GR", "government/russia", .initials),
      ("GoR", "government/russia", .initials),
      ("Khmeimin Aire Base", "base/hmeimim", .nearby),
      ("Assad's", "person/assad-bashar", .spelling),
    ])
  func unique(_ query: String, _ id: String, _ quality: MatchQuality) {
    guard case .unique(let match) = matcher.find(query) else {
      Issue.record("“\(query)” is \(matcher.find(query))")
      return
    }
    #expect(match.entity.id.rawValue == id)
    #expect(match.quality == quality)
  }

  @Test("the entity whose own name it is goes before one that only shares it")
  func preferredName() {
    guard case .unique(let match) = matcher.find("russia") else {
      Issue.record("ambiguous")
      return
    }
    #expect(match.entity.id.rawValue == "country/russia")
  }

  @Test("several equally good entities are all named, the most mentioned first")
  func ambiguous() {
    let matcher = EntityMatcher(
      KnowledgeGraph(entities: [
        entity("person/a", "Ayub Khan", mentions: 3), entity("person/i", "Imran Khan", mentions: 7),
        entity("place/khan", "Khan Shaykhun", .city, mentions: 7),
      ]))
    guard case .ambiguous(let matches) = matcher.find("khan") else {
      Issue.record("not ambiguous")
      return
    }
    #expect(matches.map(\.entity.name) == ["Imran Khan", "Khan Shaykhun", "Ayub Khan"])
  }

  @Test("short names are not confused with their neighbours", arguments: ["Iraq", "Iranian Airways", "Oman"])
  func unknown(_ query: String) {
    guard case .unknown = matcher.find(query) else {
      Issue.record("“\(query)” is \(matcher.find(query))")
      return
    }
  }

  @Test("an unknown name suggests the nearest ones")
  func suggestions() {
    guard case .unknown(let suggestions) = matcher.find("Iraq") else {
      Issue.record("found")
      return
    }
    #expect(suggestions.first?.entity.name == "Iran")
    #expect(suggestions.count <= 5)
  }

  @Test("a name without letters is unknown", arguments: ["", " ", "—", "''"])
  func empty(_ query: String) { #expect(matcher.find(query) == .unknown(suggestions: [])) }

  @Test("every name and alias of a graph finds its own entity, alone or among the candidates")
  func ownNames() {
    let entities = (0..<40).map {
      entity("person/\($0)", "Name \($0 % 7)-\($0)", aliases: ["Alias \($0 % 5)"], mentions: $0)
    }
    let matcher = EntityMatcher(KnowledgeGraph(entities: entities))
    for entity in entities {
      for alias in entity.aliases {
        let found: [EntityMatch]
        switch matcher.find(alias.name) {
        case .unique(let match): found = [match]
        case .ambiguous(let matches): found = matches
        case .unknown: found = []
        }
        #expect(found.contains { $0.entity.id == entity.id }, "\(alias.name)")
      }
    }
  }
}
