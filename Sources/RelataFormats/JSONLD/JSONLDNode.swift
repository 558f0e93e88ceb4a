import RelataGraph

/// A node of the file with typed access to its keys; errors name the node's line and the key.
struct JSONLDNode {
  private let object: JSONObject

  init(_ object: JSONObject) { self.object = object }

  func error(_ reason: String) -> JSONLDError { JSONLDError(line: object.line, reason: reason) }

  func has(_ key: String) -> Bool { object.members[key] != nil }

  func optional<Value>(
    _ key: String, _ read: (String) throws(JSONLDError) -> Value
  ) throws(JSONLDError) -> Value? {
    has(key) ? try read(key) : nil
  }

  func string(_ key: String) throws(JSONLDError) -> String {
    guard case .string(let text)? = object.members[key] else { throw error("“\(key)” must be a text") }
    return text
  }

  /// The strings of an array, or one alone; none where the key is missing.
  func optionalStrings(_ key: String) throws(JSONLDError) -> [String] {
    switch object.members[key] {
    case nil: return []
    case .string(let text)?: return [text]
    case .array(let values)?:
      var texts: [String] = []
      for value in values {
        guard case .string(let text) = value else { throw error("“\(key)” must be texts") }
        texts.append(text)
      }
      return texts
    default: throw error("“\(key)” must be texts")
    }
  }

  func integer(_ key: String) throws(JSONLDError) -> Int {
    guard case .number(let text)? = object.members[key], let number = Int(text) else {
      throw error("“\(key)” must be a whole number")
    }
    return number
  }

  func double(_ key: String) throws(JSONLDError) -> Double {
    guard case .number(let text)? = object.members[key], let number = Double(text) else {
      throw error("“\(key)” must be a number")
    }
    return number
  }

  func date(_ key: String) throws(JSONLDError) -> PartialDate {
    let text = try string(key)
    guard let date = PartialDate(text) else {
      throw error("“\(text)” is not a date such as 2024-12-08, 2024-12 or 2024")
    }
    return date
  }

  /// One of the cases of an enumeration.
  func choice<Choice: RawRepresentable<String>>(_ key: String) throws(JSONLDError) -> Choice {
    let text = try string(key)
    guard let choice = Choice(rawValue: text) else { throw error("“\(text)” is no \(key) that relata knows") }
    return choice
  }

  /// The name behind the prefix that the value of a key must have.
  func name(_ key: String, _ prefix: JSONLDPrefix) throws(JSONLDError) -> String {
    let text = try string(key)
    guard let name = prefix.name(in: text) else {
      throw error("“\(key)” must begin with “\(prefix.rawValue):”")
    }
    return name
  }

  /// The objects of an array; none where the key is missing.
  func objects(_ key: String) throws(JSONLDError) -> [JSONLDNode] {
    guard let value = object.members[key] else { return [] }
    guard case .array(let values) = value else { throw error("“\(key)” must be an array") }
    var nodes: [JSONLDNode] = []
    for value in values {
      guard case .object(let object) = value else { throw error("“\(key)” must hold objects") }
      nodes.append(JSONLDNode(object))
    }
    return nodes
  }
}
