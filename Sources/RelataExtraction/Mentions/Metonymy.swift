import RelataGazetteer
import RelataGraph

/// Tells the government from the city: "Moscow said" is Russia, "arrived in Moscow" is the city.
struct Metonymy: Sendable {
  let gazetteer: Gazetteer
  private var words: WordLists { gazetteer.wordLists }

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
        let state = gazetteer.country(capital: name), isCapital(name, of: state),
        tree.children(of: mentions[index].head, "nmod:desc").isEmpty, actsAsState(mentions[index], in: tree)
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

  /// Whether no larger city has the name of a capital: "Victoria" is seldom that of the Seychelles.
  private func isCapital(_ name: String, of state: Gazetteer.Country) -> Bool {
    let cities = gazetteer.places(named: name).filter { $0.type == .city }
    let capital = cities.first { $0.isCapital && $0.countryCode == state.code }
    return capital.map { capital in cities.allSatisfy { $0.population <= capital.population } } ?? true
  }

  private func standsForSeat(_ mention: Mention, in tree: SentenceTree) -> Bool {
    words[.seatAdpositions].contains(tree.adposition(of: mention.head))
  }

  private func actsAsState(_ mention: Mention, in tree: SentenceTree) -> Bool {
    let head = mention.head
    var anchor = head
    while tree.universalRelation(of: anchor) == "conj", let first = tree.heads[anchor] { anchor = first }
    guard let governor = tree.heads[anchor] else { return false }
    let lemma = tree.lemmas[governor]
    switch tree.relations[anchor] {
    case "nsubj", "obl:agent":
      return !words[.cityVerbs].contains(lemma)
    case "nmod:poss":
      return !words[.cityPossessions].contains(lemma)
    case "obj", "iobj":
      return !words[.cityVerbs].contains(lemma)
    case "obl", "nmod":
      let adposition = tree.adposition(of: anchor)
      if words[.agentAdpositions].contains(adposition) { return true }
      return adposition == "to" && words[.addresseeVerbs].contains(lemma)
    default:
      return false
    }
  }
}
