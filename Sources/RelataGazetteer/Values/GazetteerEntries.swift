public import RelataGraph

extension Gazetteer {
  public struct Country: Hashable, Sendable {
    /// ISO 3166-1 alpha-2 (XK for Kosovo); empty for states of the past, disputed ones and constituent countries.
    public var code: String
    public var name: String
    /// All names and abbreviations, the common name included.
    public var names: [String]
    /// Nil where there is none: Antarctica, uninhabited islands.
    public var capital: String?
    /// Adjectives and nouns for its people: "Syrian", "Syrians".
    public var demonyms: [String]
    public var isHistorical: Bool
  }

  public struct Place: Hashable, Sendable {
    public var name: String
    /// Country, Region or City.
    public var type: EntityType
    public var countryCode: String?
    /// Inhabitants; 0 where unknown.
    public var population: Int
    public var identifiers: [String: String]
    public var isCapital: Bool
  }

  public struct Organization: Hashable, Sendable {
    public var name: String
    public var type: EntityType
    public var aliases: [String]
    /// ISO 3166-1 alpha-2; nil for international ones.
    public var countryCode: String?
  }

  public enum Gender: Sendable {
    case masculine, feminine, either

    /// The tables write m, f, b and, for none, a hyphen.
    init?(code: String) {
      switch code {
      case "m": self = .masculine
      case "f": self = .feminine
      case "b": self = .either
      default: return nil
      }
    }
  }

  /// A word or phrase before a person's name.
  public struct Title: Hashable, Sendable {
    public enum Kind: String, Sendable {
      case honorific, military, political, religious, professional, modifier
    }
    public var text: String
    public var kind: Kind
    public var gender: Gender?
  }

  /// What a common noun can refer to.
  public struct Description: Hashable, Sendable {
    public var noun: String
    public var types: [EntityType]
    public var gender: Gender?
    /// Whether it is plural by itself: "people", "troops".
    public var isPlural: Bool
    /// Whether it stands for a body of people: "group", "government".
    public var isCollective: Bool
  }
}
