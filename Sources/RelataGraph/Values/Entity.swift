/// A stable, readable identifier of an entity within one graph, e.g. `person/ahmed-al-sharaa`.
public struct EntityID: RawRepresentable, Hashable, Comparable, Sendable, Codable,
  CustomStringConvertible
{
  /// The identifier as text.
  public let rawValue: String

  /// An identifier with that text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The identifier as text.
  public var description: String { rawValue }

  /// By Swift's order of strings.
  public static func < (a: EntityID, b: EntityID) -> Bool { a.rawValue < b.rawValue }

  /// Reads a plain string.
  /// - Throws: an error of the decoder, where there is none.
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes a plain string.
  /// - Throws: an error of the encoder.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

/// A name under which a text speaks of an entity.
public struct Alias: Hashable, Sendable, Codable {
  /// The name as written.
  public var name: String
  /// How many mentions use it.
  public var count: Int
  /// Where the name stands first: the first document and, in it, the first sentence, or the part of a long
  /// one around the name. nil where an entity has a single name.
  public var example: Evidence?

  /// A name, and how often it was read.
  public init(name: String, count: Int, example: Evidence? = nil) {
    self.name = name
    self.count = count
    self.example = example
  }
}

/// Something in the world that texts name: a person, an organisation, a place, an event.
public struct Entity: Hashable, Sendable, Codable, Identifiable {
  /// Unique in its graph.
  public var id: EntityID
  /// The preferred name.
  public var name: String
  /// The most specific type known, from the ontology's hierarchy.
  public var type: EntityType
  /// All names found, the preferred one included, most frequent first, ties in alphabetical order.
  public var aliases: [Alias]
  /// Identifiers elsewhere, by scheme: `iso3166` (alpha-2 code), `wikidata`, `geonames`.
  public var identifiers: [String: String]
  /// The number of mentions in all documents, pronouns and descriptions included.
  public var mentionCount: Int
  /// Why its names were taken for one entity's, in ascending order. Equal names need no reason.
  public var links: [IdentityLink]

  /// An entity of these parts; what is left out is empty.
  public init(
    id: EntityID, name: String, type: EntityType, aliases: [Alias] = [],
    identifiers: [String: String] = [:], mentionCount: Int = 0, links: [IdentityLink] = []
  ) {
    self.id = id
    self.name = name
    self.type = type
    self.aliases = aliases
    self.identifiers = identifiers
    self.mentionCount = mentionCount
    self.links = links
  }
}
