import RelataGazetteer
import RelataGraph
import RelataLanguage

/// The places that a document is about.
extension CoreferenceResolver {
  /// The city or region that makes up half of the document's mentions of its kind: what "the mayor" is mayor of.
  func mainPlace(_ type: EntityType) -> Int? {
    var counts: [Int: Int] = [:]
    for mention in mentions where mention.kind == .name && !mention.isMetonym {
      for entity in mention.entities where chains[entity].type == type { counts[entity, default: 0] += 1 }
    }
    let total = counts.values.reduce(0, +)
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value >= 2,
      best.value * 2 > total
    else { return nil }
    return best.key
  }

  /// The country that the document, or else the sentence, is about: what "the president" presides over where nothing says so.
  ///
  /// The country that makes up half of the document's mentions of countries, unless the sentence speaks of others alone.
  func home(_ type: EntityType, sentence: Int) -> Int? {
    guard type == .country else { return mainPlace(type) }
    var here: Set<Int> = []
    var everywhere: [Int: Int] = [:]
    for mention in mentions where mention.kind == .name || mention.kind == .demonym {
      for entity in mention.entities {
        let chain = chains[entity]
        let country: Int?
        if chain.type == .country {
          country = entity
        } else if chain.type == .city, mention.sentence == sentence,
          let code = gazetteer.places(named: mention.text).first?.countryCode,
          let state = gazetteer.country(code: code)
        {
          country = chains.firstIndex { $0.type == .country && $0.canonicalName == state.name }
        } else {
          country = nil
        }
        guard let country else { continue }
        everywhere[country, default: 0] += 1
        if mention.sentence == sentence { here.insert(country) }
      }
    }
    let total = everywhere.values.reduce(0, +)
    guard let best = everywhere.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value >= 2,
      best.value * 2 >= total
    else { return nil }
    return here.isEmpty || here.contains(best.key) ? best.key : nil
  }
}
