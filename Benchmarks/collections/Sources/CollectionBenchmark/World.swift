import Foundation

extension Double {
  func power(_ exponent: Double) -> Double { pow(self, exponent) }
}

/// Given and family names by culture, each with its spellings.
struct NameLists {
  struct Culture {
    var given: [[String]] = []
    var family: [[String]] = []
  }

  let cultures: [Culture]

  init(contentsOf path: String) throws {
    var table: [String: Culture] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count > 2 else { continue }
      let spellings = Array(fields[2...])
      if fields[1] == "given" {
        table[fields[0], default: Culture()].given.append(spellings)
      } else {
        table[fields[0], default: Culture()].family.append(spellings)
      }
    }
    cultures = table.sorted { $0.key < $1.key }.map(\.value).filter {
      $0.given.count > 40 && $0.family.count > 40
    }
  }
}

/// People, organisations and places that exist in no other world, as many as a
/// collection of a size speaks of.
///
/// A thing is a number; what it is called follows from the number alone.
struct World {
  struct Person {
    var given: [String]
    var middle: String?
    var family: [String]
  }

  let names: NameLists
  let seed: UInt64
  /// How many there are of each kind: three for each document, of which a few are in
  /// many and most in one or two.
  let size: Int

  init(names: NameLists, documents: Int, seed: UInt64) {
    self.names = names
    self.seed = seed
    size = documents * 3
  }

  func person(_ number: Int) -> Person {
    var dice = Dice(seed, 1, UInt64(number))
    let culture = dice.pick(names.cultures)
    let given = culture.given[dice.rank(of: culture.given.count, exponent: 0.5)]
    let family = culture.family[dice.rank(of: culture.family.count, exponent: 0.5)]
    let middle = dice.happens(0.3) ? dice.pick(culture.given)[0] : nil
    return Person(given: given, middle: middle, family: family)
  }

  private func familyName(_ dice: inout Dice) -> String {
    let family = dice.pick(names.cultures).family
    return family[dice.rank(of: family.count, exponent: 0.3)][0]
  }

  func place(_ number: Int) -> String {
    var dice = Dice(seed, 2, UInt64(number))
    let stem = familyName(&dice)
    return stem
      + dice.pick(["ville", "burg", "abad", "grad", "ton", "dorf", " Valley", " Heights", " Bay", "pur"])
  }

  /// The forms of an organisation's name, the full one first; then its acronym, where it has one.
  func organization(_ number: Int, type: String) -> (forms: [String], acronym: String?) {
    var dice = Dice(seed, 3, UInt64(number))
    let (family, place) = (familyName(&dice), place(dice.rank(of: size, exponent: 0.6)))
    let cause = dice.pick(Self.causes)
    var forms: [String]
    switch type {
    case "Company":
      let trade = dice.pick(Self.trades)
      forms = ["\(family) \(trade)", "\(family) \(trade) \(dice.pick(["Ltd", "Inc.", "GmbH", "Group"]))"]
      if dice.happens(0.3) {
        let other = familyName(&dice)
        forms = ["\(family) & \(other) \(trade)", "\(family) and \(other) \(trade)"]
      }
    case "University": forms = ["University of \(place)", "\(place) University"]
    case "GovernmentBody":
      let domain = dice.pick(Self.domains)
      forms = [
        "Ministry of \(domain) of \(place)", "\(place) \(domain) Ministry", "\(place) Ministry of \(domain)",
      ]
    case "ArmedGroup", "PoliticalParty":
      let body = dice.pick(["Front", "Movement", "Army", "Party", "Union", "Brigade"])
      forms = ["\(place) \(cause) \(body)", "\(body) for the \(cause) of \(place)"]
    case "MediaOutlet":
      forms = ["\(place) \(dice.pick(["Times", "Herald", "Post", "Courier", "News Agency"]))"]
    default:
      let body = dice.pick(["Association", "Committee", "Council", "Foundation", "Institute", "Federation"])
      forms = ["\(family) \(body) for \(cause)", "\(place) \(cause) \(body)"].shuffled(using: &dice)
      forms = [forms[0], "the " + forms[0]]
    }
    let capitals = forms[0].split(separator: " ").filter { $0.first?.isUppercase == true }
    let acronym = capitals.count > 2 ? String(capitals.compactMap(\.first)) : nil
    return (forms, acronym)
  }

  /// What is neither: an event, an agreement, a work.
  func other(_ number: Int, type: String) -> String {
    var dice = Dice(seed, 4, UInt64(number))
    let place = place(dice.rank(of: size, exponent: 0.5))
    switch type {
    case "Agreement": return "\(place) \(dice.pick(["Agreement", "Accord", "Treaty", "Protocol"]))"
    case "Work": return "The \(dice.pick(Self.causes)) of \(familyName(&dice))"
    default: return "\(place) \(dice.pick(["Summit", "Earthquake", "War", "Festival", "Cup", "Massacre"]))"
    }
  }

  private static let trades = [
    "Industries", "Airlines", "Motors", "Energy", "Pharma", "Systems", "Foods", "Shipping", "Steel", "Media",
    "Telecom",
    "Electronics", "Chemicals", "Mining", "Insurance", "Textiles", "Logistics", "Software", "Oil",
    "Construction",
  ]
  private static let causes = [
    "Liberation", "Justice", "Freedom", "Reform", "Unity", "Solidarity", "Progress", "Independence", "Peace",
    "Health",
    "Heritage", "Democracy", "Labour", "Science", "Football", "Trade", "Refugee", "Climate", "Youth",
    "Resistance",
  ]
  private static let domains = [
    "Defence", "Finance", "Justice", "Education", "Health", "Transport", "Energy", "Agriculture", "Culture",
    "Labour",
  ]
}
