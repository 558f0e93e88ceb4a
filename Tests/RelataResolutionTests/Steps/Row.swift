import Foundation

/// A value of JSON, as rows of a cluster are: nothing of it is known to the compiler.
enum Row: Codable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  case null
  case flag(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([Row])
  case fields([String: Row])

  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .integer(value) }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .flag(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([Row].self) {
      self = .list(value)
    } else {
      self = .fields(try container.decode([String: Row].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .flag(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .text(let value): try container.encode(value)
    case .list(let value): try container.encode(value)
    case .fields(let value): try container.encode(value)
    }
  }

  subscript(name: String) -> Row {
    get { if case .fields(let fields) = self { fields[name] ?? .null } else { .null } }
    set {
      guard case .fields(var fields) = self else { return }
      fields[name] = newValue
      self = .fields(fields)
    }
  }

  var text: String { if case .text(let value) = self { value } else { "" } }
  var texts: [String] { rows.map(\.text) }
  var integer: Int { if case .integer(let value) = self { value } else { 0 } }
  var isTrue: Bool { self == .flag(true) }
  var rows: [Row] { if case .list(let value) = self { value } else { [] } }

  static func texts(_ values: some Sequence<String>) -> Row { .list(values.map { .text($0) }) }

  func decoded<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: JSONEncoder().encode(self))
  }

  static func encoded(_ value: some Encodable) throws -> Row {
    try JSONDecoder().decode(Row.self, from: JSONEncoder().encode(value))
  }
}
