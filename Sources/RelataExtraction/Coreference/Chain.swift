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
  var gender: Gazetteer.Gender?
  var isPlural = false
  var mentionCount = 0
  var titles: [String] = []
  /// Common nouns by which the text has described it: "airline", "movement".
  var descriptions: Set<String> = []
  /// Sentence of the latest mention seen while going through the text.
  var lastSentence: Int?

  /// The fullest name: the gazetteer's, else the one with most words, ties by count and alphabet.
  var name: String {
    if let canonicalName { return canonicalName }
    func words(_ name: String) -> Int { name.split(whereSeparator: { $0 == " " || $0 == "-" }).count }
    let best = names.max { a, b in
      (words(a.key), a.value, b.key) < (words(b.key), b.value, a.key)
    }
    return best?.key ?? ""
  }
}
