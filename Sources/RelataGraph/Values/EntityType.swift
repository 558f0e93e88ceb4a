/// The name of an entity type in the ontology, e.g. `Person` or `ArmedGroup`.
///
/// Which types exist and which is a kind of which is data: ``Ontology`` knows.
public struct EntityType: RawRepresentable, Hashable, Comparable, Sendable, Codable,
  CustomStringConvertible, ExpressibleByStringLiteral
{
  /// The identifier of the type in the ontology.
  public let rawValue: String

  /// The type with that identifier, whether or not an ontology has it.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The type with that identifier.
  public init(stringLiteral value: String) { rawValue = value }

  /// The identifier of the type.
  public var description: String { rawValue }

  /// By Swift's order of strings.
  public static func < (a: EntityType, b: EntityType) -> Bool { a.rawValue < b.rawValue }

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

  // The types that the extraction itself can assign; every ontology must have them.
  /// A human being.
  public static let person: EntityType = "Person"
  /// People who act together under a name.
  public static let organization: EntityType = "Organization"
  /// An organisation that fights: an army, a militia.
  public static let armedGroup: EntityType = "ArmedGroup"
  /// An organ of a state: a ministry, a court, a parliament.
  public static let governmentBody: EntityType = "GovernmentBody"
  /// An organisation that trades.
  public static let company: EntityType = "Company"
  /// An organisation that publishes news.
  public static let mediaOutlet: EntityType = "MediaOutlet"
  /// An organisation that stands for election or would.
  public static let politicalParty: EntityType = "PoliticalParty"
  /// Somewhere.
  public static let place: EntityType = "Place"
  /// A state as a place and as an actor.
  public static let country: EntityType = "Country"
  /// A part of a country or of several, with or without borders of its own.
  public static let region: EntityType = "Region"
  /// A town or village of any size.
  public static let city: EntityType = "City"
  /// Something built: a port, a prison, a bridge.
  public static let facility: EntityType = "Facility"
  /// A facility of armed forces.
  public static let militaryBase: EntityType = "MilitaryBase"
  /// Something that happened: a war, an election, a summit.
  public static let event: EntityType = "Event"
  /// What parties agreed on: a treaty, a ceasefire.
  public static let agreement: EntityType = "Agreement"
  /// People of one origin, faith or condition: "Syrians", "refugees".
  public static let populationGroup: EntityType = "PopulationGroup"
  /// Something made by a mind: a book, a report, a law.
  public static let work: EntityType = "Work"
  /// The root of the hierarchy; the type of what nothing more is known of.
  public static let thing: EntityType = "Thing"
}
