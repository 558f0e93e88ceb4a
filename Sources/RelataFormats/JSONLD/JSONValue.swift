/// A parsed JSON value that remembers where its objects stand.
indirect enum JSONValue {
  case object(JSONObject)
  case array([JSONValue])
  case string(String)
  /// As written, so that no digit is lost.
  case number(String)
  case flag(Bool)
  case null
}

/// A JSON object; of members with the same key the last counts.
struct JSONObject {
  /// The line on which it begins, from 1.
  var line: Int
  var members: [String: JSONValue]
}
