/// What kind of value an attribute has, in the words of the formats that declare it.
enum AttributeKind {
  case text, integer, number, flag, list

  /// The `attr.type` of a GraphML key; GraphML has no lists.
  var graphML: StaticString {
    switch self {
    case .text, .list: "string"
    case .integer: "int"
    case .number: "double"
    case .flag: "boolean"
    }
  }

  /// The type in a header of Neo4j's bulk import; text needs none.
  var neo4j: StaticString {
    switch self {
    case .text: ""
    case .list: ":string[]"
    case .integer: ":int"
    case .number: ":double"
    case .flag: ":boolean"
    }
  }
}

/// The attributes of one kind of thing, in the order of the tables' columns.
///
/// GraphML, GEXF and the tables take names, kinds and values from here, so that an attribute is
/// called the same everywhere.
protocol AttributeName: CaseIterable, Equatable, Sendable {
  /// What GraphML and GEXF call the thing.
  static var element: StaticString { get }
  var name: StaticString { get }
  var kind: AttributeKind { get }
}

enum EntityAttribute: Int, AttributeName {
  case name, type, types, aliases, identifiers, mentions
  /// What the others cannot say (``GraphDetails``).
  case details

  static var element: StaticString { "node" }

  var name: StaticString {
    switch self {
    case .name: "name"
    case .type: "type"
    case .types: "types"
    case .aliases: "aliases"
    case .identifiers: "identifiers"
    case .mentions: "mentions"
    case .details: "details"
    }
  }

  var kind: AttributeKind {
    switch self {
    case .name, .type, .details: .text
    case .types, .aliases, .identifiers: .list
    case .mentions: .integer
    }
  }
}

enum StatementAttribute: Int, AttributeName {
  case relation, polarity, modality, start, end, time, attribution, place, role, confidence, importance
  case documents, firstSeen, lastSeen, quote, trigger, open, label, evidence, contradicted
  /// What the others cannot say (``GraphDetails``).
  case details

  static var element: StaticString { "edge" }

  var name: StaticString {
    switch self {
    case .relation: "relation"
    case .polarity: "polarity"
    case .modality: "modality"
    case .start: "start"
    case .end: "end"
    case .time: "time"
    case .attribution: "attribution"
    case .place: "place"
    case .role: "role"
    case .confidence: "confidence"
    case .importance: "importance"
    case .documents: "documents"
    case .firstSeen: "firstSeen"
    case .lastSeen: "lastSeen"
    case .quote: "quote"
    case .trigger: "trigger"
    case .open: "open"
    case .label: "label"
    case .evidence: "evidence"
    case .contradicted: "contradicted"
    case .details: "details"
    }
  }

  var kind: AttributeKind {
    switch self {
    case .confidence, .importance: .number
    case .documents: .list
    case .open, .contradicted: .flag
    case .evidence: .integer
    default: .text
    }
  }
}
