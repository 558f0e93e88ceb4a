import RelataGazetteer
import RelataGraph

/// What an English pronoun can refer to.
struct PronounReference {

  var types: [EntityType]
  var gender: Gazetteer.Gender?
  var isPlural: Bool
  var isRelative: Bool

  init?(_ form: String) {
    isRelative = false
    isPlural = false
    gender = nil
    switch form {
    case "he", "him", "his", "himself":
      types = [.person]
      gender = .masculine
    case "she", "her", "hers", "herself":
      types = [.person]
      gender = .feminine
    case "it", "its", "itself":
      types = [.organization, .country, .place, .event, .agreement, .thing]
    case "they", "them", "their", "theirs", "themselves":
      types = [.organization, .populationGroup, .country, .person]
      isPlural = true
    case "who", "whom", "whose":
      types = [.person, .organization, .country, .populationGroup]
      isRelative = true
    case "which", "that", "where":
      types = []
      isRelative = true
    case "i", "me", "my", "myself":
      types = [.person]
    case "we", "us", "our", "ours", "ourselves":
      types = [.organization, .country, .person]
      isPlural = true
    case "you", "your", "yours", "yourself":
      types = [.person]
    default:
      return nil
    }
  }
}
