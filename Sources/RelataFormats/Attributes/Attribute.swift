/// The value of an attribute of an entity or a statement.
enum AttributeValue {
  case text(String)
  case integer(Int)
  case number(Double)
  case flag(Bool)
  case list([String])

  /// The value on one line of a table: list elements with `;` between them.
  ///
  /// Neither Neo4j nor any other consumer knows an escape for `;` inside an element, so it becomes a comma there.
  var flat: String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    case .list(let elements):
      elements.map { element in
        String(String.UnicodeScalarView(element.unicodeScalars.map { $0 == ";" ? "," : $0 }))
      }.joined(separator: ";")
    }
  }
}

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

/// A named attribute and how to read it from an entity or a statement; nil where there is nothing to say.
///
/// GraphML and the tables take their names, types and values from here, and JSON-LD its names,
/// so that an attribute is called the same everywhere.
struct Attribute<Subject> {
  var name: String
  var kind: AttributeKind
  var value: (Subject) -> AttributeValue?

  init(_ name: String, _ kind: AttributeKind, _ value: @escaping (Subject) -> AttributeValue?) {
    self.name = name
    self.kind = kind
    self.value = value
  }
}
