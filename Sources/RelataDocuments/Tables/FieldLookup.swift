/// Finds what a member or column is by its name.
struct FieldLookup: Sendable {
  struct Match: Sendable {
    var field: DocumentField
    /// Lower ranks are preferred.
    var rank: Int
  }

  private var matches: [String: Match] = [:]
  /// What names with dots begin with.
  private var prefixes: Set<String> = []

  init(_ names: FieldNames) {
    for field in DocumentField.allCases {
      for (rank, name) in names.names(field).enumerated() {
        let key = Self.normalized(name)
        if matches[key] == nil { matches[key] = Match(field: field, rank: rank) }
        var prefix = key[...]
        while let dot = prefix.lastIndex(of: ".") {
          prefix = prefix[..<dot]
          prefixes.insert(String(prefix))
        }
      }
    }
  }

  subscript(path: String) -> Match? { matches[path] }

  /// Whether names lead into the object at a path.
  func leads(into path: String) -> Bool { prefixes.contains(path) }

  static func normalized(_ name: String) -> String {
    String(
      name.lowercased().unicodeScalars.filter { $0 != "_" && $0 != "-" && $0 != " " && $0 != "\u{FEFF}" })
  }
}
