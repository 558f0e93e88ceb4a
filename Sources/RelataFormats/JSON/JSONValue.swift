/// A JSON value with all that is in it, for files of unknown make.
indirect enum JSONValue {
  case object(JSONObject)
  case array([JSONValue])
  case string(String)
  /// As written, so that no digit is lost.
  case number(String)
  case flag(Bool)
  case null

  /// Reads a whole file.
  /// - Complexity: O(number of bytes).
  init(file bytes: [UInt8]) throws(JSONLDError) {
    var tape = try JSONTape(bytes, allowsNonFinite: true)
    try tape.readValue()
    try tape.readEnd()
    self.init(tape, 0)
  }

  private init(_ tape: JSONTape, _ index: Int) {
    let entry = tape.entries[index]
    switch entry.kind {
    case .object:
      var object = JSONObject(offset: entry.range.lowerBound, members: [:])
      var key = index + 1
      while key < entry.next {
        object.members[tape.string(key)] = JSONValue(tape, key + 1)
        key = tape.entries[key + 1].next
      }
      self = .object(object)
    case .array:
      var elements: [JSONValue] = []
      var element = index + 1
      while element < entry.next {
        elements.append(JSONValue(tape, element))
        element = tape.entries[element].next
      }
      self = .array(elements)
    case .string, .escaped: self = .string(tape.string(index))
    case .number: self = .number(tape.string(index))
    case .true: self = .flag(true)
    case .false: self = .flag(false)
    case .null: self = .null
    }
  }
}

/// A JSON object; of members with the same key the last counts.
struct JSONObject {
  /// Where it begins in the file.
  var offset: Int
  var members: [String: JSONValue]
}
