/// Hidden names that files have before they take their own, such as `.relata-8017.tmp`.
enum TemporaryName {
  enum Kind: String, CaseIterable {
    /// What is being written.
    case file = ".tmp"
    /// A second link to what is about to be replaced.
    case backup = ".old"
  }

  static let prefix = ".relata-"

  static func new(_ kind: Kind) -> String { "\(prefix)\(UInt64.random(in: 0...(.max)))\(kind.rawValue)" }

  /// nil for names that are none of ours.
  static func kind(of name: String) -> Kind? {
    guard name.hasPrefix(prefix) else { return nil }
    return Kind.allCases.first { kind in
      let digits = name.dropFirst(prefix.count).dropLast(kind.rawValue.count)
      return name.hasSuffix(kind.rawValue) && UInt64(digits) != nil
    }
  }
}
