public import RelataGraph

extension Gazetteer {
  /// A state, of today or of the past.
  public struct Country: Hashable, Sendable {
    /// ISO 3166-1 alpha-2 (XK for Kosovo); empty for states of the past, disputed ones
    /// and constituent countries.
    public var code: String
    /// Its usual English name.
    public var name: String
    /// All names and abbreviations, the common name included.
    public var names: [String]
    /// Nil where there is none: Antarctica, uninhabited islands.
    public var capital: String?
    /// Adjectives and nouns for its people: "Syrian", "Syrians".
    public var demonyms: [String]
    /// Whether it is a state of the past.
    public var isHistorical: Bool
  }

  /// A country, region or city.
  public struct Place: Hashable, Sendable {
    /// Its usual English name.
    public var name: String
    /// Country, Region or City.
    public var type: EntityType
    /// ISO 3166-1 alpha-2 of the country that it lies in; nil where it lies in none.
    public var countryCode: String?
    /// Inhabitants; 0 where unknown.
    public var population: Int
    /// By scheme, such as `geonames` and `wikidata`.
    public var identifiers: [String: String]
    /// Whether it is a country's capital.
    public var isCapital: Bool
  }

  /// An organisation that news speaks of.
  public struct Organization: Hashable, Sendable {
    /// Its usual English name.
    public var name: String
    /// The narrowest type of the ontology that fits.
    public var type: EntityType
    /// Other names and abbreviations.
    public var aliases: [String]
    /// ISO 3166-1 alpha-2; nil for international ones.
    public var countryCode: String?
  }

  /// That which a word tells of a person.
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
    /// What sort of title it is.
    public enum Kind: String, Sendable {
      case honorific, military, political, religious, professional, modifier
    }
    /// In lower case, words separated by single spaces.
    public var text: String
    /// What sort of title it is.
    public var kind: Kind
    /// That of whoever bears it; nil where it does not tell.
    public var gender: Gender?
  }

  /// What a common noun can refer to.
  public struct Description: Hashable, Sendable {
    /// The noun, in lower case and the singular.
    public var noun: String
    /// What it can refer to, the likeliest first.
    public var types: [EntityType]
    /// That of whom it refers to; nil where it does not tell.
    public var gender: Gender?
    /// Whether it is plural by itself: "people", "troops".
    public var isPlural: Bool
    /// Whether it stands for a body of people: "group", "government".
    public var isCollective: Bool
  }
}
