import RelataExtraction
import RelataGazetteer
import RelataGraph

/// The countries that a document speaks of, and the one that it is about.
///
/// A text about Tunisia says "the Interior Ministry" and leaves the reader to know whose: to another text about
/// Italy that calls one so it is not the same.
struct DocumentCountries {
  /// In ten mentions of countries, their people and places, so many at least are of the one that it is about.
  ///
  /// In `Annotations` such a country is that of the body in 11 of 11 cases with a plain name, from six tenths on in 12 of
  /// 14, from a half on in 16 of 20.
  private static let leadingTenths = 7

  /// Codes, or names of countries without one.
  private(set) var mentioned: Set<String> = []
  /// Nil where several are spoken of about as often.
  private(set) var leading: String?

  /// - Complexity: O(length of the entities' names).
  init(_ entities: [DocumentEntity], types: TypeCompatibility, gazetteer: Gazetteer) {
    var mentions: [String: Int] = [:]
    for entity in entities where !entity.isDescribed && types.nameKind(of: entity.type) == .place {
      var place = NameQualifiers()
      place.add(place: entity.name, gazetteer)
      for country in place.countries { mentions[country, default: 0] += entity.mentionCount }
    }
    mentioned = Set(mentions.keys)
    let all = mentions.values.reduce(0, +)
    leading = mentions.first { $0.value * 10 >= all * Self.leadingTenths }?.key
  }

  /// Of no document.
  init() {}
}
