/// Why two names were taken for one entity's.
public struct IdentityLink: Hashable, Sendable, Codable {
  /// By what two names were taken for one entity's.
  public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
    /// Equal but for marks, case and punctuation.
    case sameName
    /// Two spellings, transliterations or forms of one name.
    case spelling
    /// Two names that differ by a typing error.
    case typingError
    /// A surname, acronym or other short form that fits no other full name.
    case shortName
    /// The initials of the other name.
    case acronym
    /// One stands in brackets after the other.
    case brackets
    /// The text says so: "known as", "formerly", "née".
    case aliasPhrase
    /// The gazetteer knows both as one thing's.
    case gazetteer
    /// The user's file of identities says so.
    case user
  }

  /// As written.
  public var name: String
  /// The name that it was joined to, as written.
  public var other: String
  /// By what they were joined.
  public var reason: Reason
  /// The words or the rule behind the reason: `known as`, `iso3166=SY`, `same-as.yaml:3`. May be empty.
  public var detail: String
  /// The document that brings both names together; nil where they come from two documents.
  public var document: String?

  /// A link of these parts.
  public init(
    name: String, other: String, reason: Reason, detail: String = "", document: String? = nil
  ) {
    self.name = name
    self.other = other
    self.reason = reason
    self.detail = detail
    self.document = document
  }
}

extension IdentityLink: Comparable {
  /// By the names, then by the reason.
  public static func < (a: IdentityLink, b: IdentityLink) -> Bool {
    a.sortKey.lexicographicallyPrecedes(b.sortKey)
  }

  private var sortKey: [String] { [name, other, reason.rawValue, detail, document ?? ""] }
}
