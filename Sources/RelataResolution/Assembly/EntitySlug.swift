import RelataGraph
import RelataNames

/// Readable identifiers: `person/ahmed-al-sharaa`.
enum EntitySlug {
  static func id(name: String, type: EntityType) -> EntityID {
    let words = NameWords.split(name).map(\.text)
    let slug = words.map { word in
      // Scripts that cannot be romanised keep their letters; anything else that could trouble a
      // reader of identifiers goes.
      String(
        String.UnicodeScalarView(
          word.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
    }.filter { !$0.isEmpty }.joined(separator: "-")
    return EntityID(rawValue: "\(type.rawValue.lowercased())/\(slug.isEmpty ? "unnamed" : slug)")
  }
}
