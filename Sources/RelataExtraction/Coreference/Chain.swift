import RelataGazetteer
import RelataGraph

/// An entity of one document while its mentions are being gathered.
struct Chain: Sendable {
  var type: EntityType
  var typeConfidence: Double
  /// Names with counts; metonyms ("Moscow" for Russia) are not names of the entity.
  var names: [String: Int] = [:]
  /// Why its names are one entity's.
  var links: Set<IdentityLink> = []
  var canonicalName: String?
  var identifiers: [String: String] = [:]
  var mentionCount = 0
  var titles: [String] = []
  /// Whether the text only describes it ("the attack"): then `names` are descriptions.
  var isDescribed = false
  /// Those of the descriptions that mean something only in their place: "his forces".
  var pointing: Set<String> = []
  /// How sure the heads are that a description is worth an entity, 0…1.
  var entityProbability = 0.0

  /// The fullest name: the gazetteer's, else the one with most words, ties by count and alphabet.
  var name: String {
    if let canonicalName { return canonicalName }
    let names = tellingNames
    func words(_ name: String) -> Int { name.split(whereSeparator: { $0 == " " || $0 == "-" }).count }
    let best = names.max { a, b in
      (words(a.key), a.value, b.key) < (words(b.key), b.value, a.key)
    }
    return best?.key ?? ""
  }

  /// The names; of descriptions those that tell something by themselves, where there are any: "Sharaa's
  /// forces", not "his forces".
  var tellingNames: [String: Int] {
    guard isDescribed else { return names }
    let telling = names.filter { !pointing.contains($0.key) }
    return telling.isEmpty ? names : telling
  }
}
