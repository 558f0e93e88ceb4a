/// Lists in formats that have none: elements with `;` between them.
enum FlatList {
  /// An element without `;`: neither Neo4j nor any other consumer knows an escape for
  /// one, so it becomes a comma.
  static func element(_ text: String) -> String {
    guard text.withBytes({ $0.contains(UInt8(ascii: ";")) }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == ";" ? "," : $0 }))
  }
}
