import RelataGazetteer
import RelataGraph

/// Tells the government from the city: "Moscow said" is Russia, "arrived in Moscow" is the city.
struct Metonymy: Sendable {
  let gazetteer: Gazetteer

  /// Nouns that a government owns rather than a city ("Moscow's troops"); other possessions stay with the city.
  private static let cityPossessions: Set<String> = [
    "street", "airport", "suburb", "outskirts", "mayor", "resident", "skyline", "population", "district",
    "centre",
    "center", "neighborhood", "neighbourhood", "fall", "capture", "siege", "liberation", "metro", "stadium",
    "museum",
  ]
  /// Verbs whose subject or object is the city itself.
  private static let cityVerbs: Set<String> = [
    "fall", "collapse", "lie", "locate", "situate", "burn", "flood", "grow", "bomb", "shell", "capture",
    "seize",
    "take", "besiege", "liberate", "visit", "reach", "enter", "leave", "flee", "attack", "storm", "surround",
    "encircle",
    "overrun", "hit", "destroy", "retake", "recapture", "host", "tour", "control", "occupy", "evacuate",
  ]
  private static let agentAdpositions: Set<String> = [
    "by", "with", "against", "between", "toward", "towards", "among",
  ]
  private static let addresseeVerbs: Set<String> = [
    "speak", "talk", "say", "sell", "offer", "promise", "belong", "apologize", "apologise", "appeal",
    "respond",
    "report", "warn", "write", "loyal", "pay",
  ]

  /// Turns mentions of capitals and seats of government into mentions of the state where the context says so.
  func resolve(_ mentions: inout [Mention], in tree: SentenceTree) {
    for index in mentions.indices where mentions[index].kind == .name {
      let name = mentions[index].text
      // The news agency SANA is not the capital Sanaa.
      if gazetteer.organization(named: name) != nil, gazetteer.country(metonym: name) == nil { continue }
      let country: Gazetteer.Country?
      if let state = gazetteer.country(metonym: name) {
        country = standsForSeat(mentions[index], in: tree) ? nil : state
      } else if mentions[index].types.first != .person || mentions[index].tokens.count == 1,
        mentions[index].types.first != .country,
        let state = gazetteer.country(capital: name), actsAsState(mentions[index], in: tree)
      {
        country = state
      } else {
        country = nil
      }
      guard let country else { continue }
      mentions[index].types = [.country]
      mentions[index].typeConfidence = 0.9
      mentions[index].canonicalName = country.name
      mentions[index].identifiers = country.code.isEmpty ? [:] : ["iso3166": country.code]
      mentions[index].isMetonym = true
    }
  }

  private func standsForSeat(_ mention: Mention, in tree: SentenceTree) -> Bool {
    ["at", "in", "inside", "near", "outside", "around"].contains(tree.adposition(of: mention.head))
  }

  private func actsAsState(_ mention: Mention, in tree: SentenceTree) -> Bool {
    let head = mention.head
    var anchor = head
    while tree.base(anchor) == "conj", let first = tree.heads[anchor] { anchor = first }
    guard let governor = tree.heads[anchor] else { return false }
    let lemma = tree.lemmas[governor]
    switch tree.relations[anchor] {
    case "nsubj", "obl:agent":
      return !Self.cityVerbs.contains(lemma)
    case "nmod:poss":
      return !Self.cityPossessions.contains(lemma)
    case "obj", "iobj":
      return !Self.cityVerbs.contains(lemma)
    case "obl", "nmod":
      let adposition = tree.adposition(of: anchor)
      if Self.agentAdpositions.contains(adposition) { return true }
      return adposition == "to" && Self.addresseeVerbs.contains(lemma)
    case "nmod:desc", "compound", "amod":
      return false
    default:
      return false
    }
  }
}
