import RelataGraph

/// The schemata of FollowTheMoney that our types have a counterpart in.
///
/// Model: https://followthemoney.tech/explorer/
enum FollowTheMoneySchema: String {
  case person = "Person"
  case organization = "Organization"
  case publicBody = "PublicBody"
  case company = "Company"
  case address = "Address"
  case vessel = "Vessel"
  case event = "Event"

  /// nil where the model has nothing that is meant: groups of people, agreements, works.
  init?(_ type: EntityType, in ontology: Ontology) {
    for type in ontology.path(of: type) {
      switch type.rawValue {
      case "Person": self = .person
      case "Company": self = .company
      case "GovernmentBody": self = .publicBody
      case "Organization": self = .organization
      case "Ship": self = .vessel
      case "Place": self = .address
      case "Event": self = .event
      default: continue
      }
      return
    }
    return nil
  }

  var isOrganization: Bool { [.organization, .publicBody, .company].contains(self) }
  var isLegalEntity: Bool { self == .person || isOrganization }
  var isAsset: Bool { self == .company || self == .vessel }
}

/// How a statement is said in FollowTheMoney: a schema that links two entities.
struct FollowTheMoneyLink {
  var schema: String
  /// The property that takes the statement's subject, and the one that takes its object.
  var subject: StaticString
  var object: StaticString
  /// The property that takes the relation's label and the office.
  var role: StaticString = "role"

  /// What any two things can be linked by.
  static let unknown = FollowTheMoneyLink(schema: "UnknownLink", subject: "subject", object: "object")

  /// The most specific schema that both ends fit.
  init(_ relation: String, from subject: FollowTheMoneySchema, to object: FollowTheMoneySchema) {
    self =
      switch relation {
      case "member_of" where subject.isLegalEntity && object.isOrganization:
        .init(schema: "Membership", subject: "member", object: "organization")
      case "employs" where subject.isOrganization && object == .person:
        .init(schema: "Employment", subject: "employer", object: "employee")
      case "leads" where subject.isLegalEntity && object.isOrganization:
        .init(schema: "Directorship", subject: "director", object: "organization")
      case "owns" where subject.isLegalEntity && object.isAsset:
        .init(schema: "Ownership", subject: "owner", object: "asset")
      case "represents" where subject.isLegalEntity && object.isLegalEntity:
        .init(schema: "Representation", subject: "agent", object: "client")
      case "family_of" where subject == .person && object == .person:
        .init(schema: "Family", subject: "person", object: "relative", role: "relationship")
      default: .unknown
      }
  }

  private init(schema: String, subject: StaticString, object: StaticString, role: StaticString = "role") {
    self.schema = schema
    self.subject = subject
    self.object = object
    self.role = role
  }
}
