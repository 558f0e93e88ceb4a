#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The article that a page describes in JSON-LD with the vocabulary of schema.org.
struct LinkedData: Sendable {
  private(set) var headline: String?
  private(set) var date: String?
  private(set) var authors: [String] = []
  private(set) var publisher: String?
  private(set) var address: String?
  private(set) var language: String?
  private(set) var articleBody: String?

  /// - Parameter scripts: the contents of all `script` elements of type `application/ld+json`.
  init(scripts: [String]) {
    var things: [JSONValue] = []
    for script in scripts {
      guard let value = Self.parse(script) else { continue }
      Self.collect(value, depth: 0, into: &things)
    }
    var named: [String: JSONValue] = [:]
    for thing in things {
      if let id = thing["@id"]?.string, thing["name"] != nil { named[id] = thing }
    }
    let articles = things.filter { Self.isArticle($0) }
    guard
      let article = articles.first(where: { $0["articleBody"] != nil || $0["headline"] != nil })
        ?? articles.first
    else { return }
    headline = Self.text(article["headline"]) ?? Self.text(article["name"])
    date = ["datePublished", "dateCreated", "dateModified"].lazy.compactMap { article[$0]?.string }.first
    authors = Self.names(article["author"] ?? article["creator"], named)
    publisher = Self.names(article["publisher"], named).first
    address =
      article["url"]?.string ?? article["mainEntityOfPage"]?["@id"]?.string
      ?? article["mainEntityOfPage"]?.string
    language = article["inLanguage"]?.string
    articleBody = Self.text(article["articleBody"])
  }

  /// Mistakes that are common are forgiven: a comment around the whole, a semicolon at its end,
  /// raw line breaks in strings.
  private static func parse(_ script: String) -> JSONValue? {
    guard script.utf8.count <= 4 << 20 else { return nil }
    let bytes = script.utf8.map { $0 < 0x20 ? 0x20 : $0 }
    guard var first = bytes.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
      var last = bytes.lastIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") })
    else { return nil }
    // "<![CDATA[" holds brackets of its own.
    let brace = bytes.firstIndex(of: UInt8(ascii: "{")) ?? first
    if bytes[..<brace].contains("CDATA".utf8) {
      first = brace
      last = bytes.lastIndex(of: UInt8(ascii: "}")) ?? last
    }
    guard first < last else { return nil }
    let json = Array(bytes[first...last])
    return try? JSONDecoder().decode(JSONValue.self, from: Data(json))
  }

  private static func collect(_ value: JSONValue, depth: Int, into things: inout [JSONValue]) {
    guard depth < 4, things.count < 1_000 else { return }
    switch value {
    case .array(let values): for value in values { collect(value, depth: depth + 1, into: &things) }
    case .object:
      things.append(value)
      for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
        if let inner = value[key] { collect(inner, depth: depth + 1, into: &things) }
      }
    default: break
    }
  }

  /// Whether its type is `Article` or one of its kinds.
  private static func isArticle(_ thing: JSONValue) -> Bool {
    (thing["@type"]?.values ?? []).contains { type in
      guard let type = type.string else { return false }
      return type.hasSuffix("Article") || type.hasSuffix("BlogPosting") || type.hasSuffix("Report")
    }
  }

  private static func names(_ value: JSONValue?, _ named: [String: JSONValue]) -> [String] {
    (value?.values ?? []).flatMap { value in
      if let name = text(value["name"]) { return [name] }
      if case .array(let names)? = value["name"] { return names.compactMap { text($0) } }
      if let id = value["@id"]?.string, let name = text(named[id]?["name"]) { return [name] }
      return [text(value)].compactMap { $0 }
    }
  }

  private static func text(_ value: JSONValue?) -> String? { value?.string }
}
