/// Named fields before an empty line, as HTTP (RFC 9110, section 5) and WARC (ISO
/// 28500, section 4) have them.
struct HeaderFields {
  /// A longer line is no header.
  static let lineLimit = 1 << 16
  private static let most = 1_000

  /// By names in lower case; of several fields of one name the first.
  private(set) var values: [String: String] = [:]
  private var count = 0
  private var last = ""

  subscript(name: String) -> String? { values[name] }

  /// - Returns: whether the line is a field, or the continuation of one.
  mutating func add(_ line: [UInt8]) -> Bool {
    count += 1
    guard count <= Self.most else { return false }
    let text = String(decoding: line, as: UTF8.self)
    if let first = text.first, first == " " || first == "\t" {
      if !last.isEmpty { values[last, default: ""] += " " + Self.trimmed(text) }
      return true
    }
    guard let colon = text.firstIndex(of: ":") else { return false }
    last = text[..<colon].lowercased()
    if values[last] != nil {
      last = ""
    } else {
      values[last] = Self.trimmed(text[text.index(after: colon)...])
    }
    return true
  }

  /// The media type in lower case and the charset of a `Content-Type`.
  static func mediaType(_ value: String?) -> (type: String, charset: String?) {
    let parts = (value ?? "").split(separator: ";", omittingEmptySubsequences: false)
    let type = trimmed(parts.first ?? "").lowercased()
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, trimmed(pair[0]).lowercased() == "charset" else { continue }
      let charset = String(trimmed(pair[1]).filter { $0 != "\"" && $0 != "'" }).lowercased()
      return (type, charset.isEmpty ? nil : charset)
    }
    return (type, nil)
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let white: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
    guard let start = text.firstIndex(where: { !white($0) }), let end = text.lastIndex(where: { !white($0) })
    else { return "" }
    return String(text[start...end])
  }
}
