/// The name of an entity type in the ontology, e.g. `Person` or `ArmedGroup`.
///
/// Which types exist and which is a kind of which is data: ``Ontology`` knows.
public struct EntityType: RawRepresentable, Hashable, Comparable, Sendable, Codable,
  CustomStringConvertible, ExpressibleByStringLiteral
{
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  public init(stringLiteral value: String) { rawValue = value }

  public var description: String { rawValue }

  public static func < (a: EntityType, b: EntityType) -> Bool { a.rawValue < b.rawValue }

  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  // The types that the extraction itself can assign; every ontology must have them.
  public static let person: EntityType = "Person"
  public static let organization: EntityType = "Organization"
  public static let armedGroup: EntityType = "ArmedGroup"
  public static let governmentBody: EntityType = "GovernmentBody"
  public static let company: EntityType = "Company"
  public static let mediaOutlet: EntityType = "MediaOutlet"
  public static let politicalParty: EntityType = "PoliticalParty"
  public static let place: EntityType = "Place"
  public static let country: EntityType = "Country"
  public static let region: EntityType = "Region"
  public static let city: EntityType = "City"
  public static let facility: EntityType = "Facility"
  public static let militaryBase: EntityType = "MilitaryBase"
  public static let event: EntityType = "Event"
  public static let agreement: EntityType = "Agreement"
  public static let populationGroup: EntityType = "PopulationGroup"
  public static let work: EntityType = "Work"
  /// The root of the hierarchy; the type of what nothing more is known of.
  public static let thing: EntityType = "Thing"
}
