/// Compares names as people write them in the news: transliterated, shortened, abbreviated,
/// with titles and legal forms.
///
/// ```swift
/// let matcher = NameMatcher()
/// matcher.compare("Ahmed al-Sharra", "Ahmad Hussein al-Shara'a", kind: .person).verdict  // .same
/// matcher.compare("Hafez al-Assad", "Bashar al-Assad", kind: .person).verdict  // .different
/// matcher.compare("HTS", "Hayat Tahrir al-Sham", kind: .organization).verdict  // .partial
/// ```
public struct NameMatcher: Sendable {
  /// The score from which on two names deserve a person's look; the verdict asks for more.
  public static let screeningThreshold = 0.72

  /// Needs nothing: its tables come with Relata.
  public init() {}

  /// The same for either order of the names.
  /// - Complexity: O(product of the lengths of the names).
  public func compare(_ a: String, _ b: String, kind: NameKind) -> NameMatch {
    compare(ParsedName(a, kind: kind), ParsedName(b, kind: kind))
  }

  /// Both of one kind.
  /// - Parameter explains: whether the reasons are wanted; they take longer than the rest.
  func compare(_ a: ParsedName, _ b: ParsedName, explains: Bool = true) -> NameMatch {
    if a.folded == b.folded, !a.folded.isEmpty {
      return NameMatch(
        score: 1, verdict: .same, reasons: explains ? ["equal but for marks, case and punctuation"] : [])
    }
    guard !a.parts.isEmpty, !b.parts.isEmpty else {
      return NameMatch(
        score: 0, verdict: .different, reasons: explains ? ["one of the names is empty"] : [])
    }
    // One order for both directions, so that ties fall alike.
    let (left, right) = (a.parts.count, a.folded) < (b.parts.count, b.folded) ? (a, b) : (b, a)
    return switch left.kind {
    case .person: PersonComparison(left, right, explains: explains).match
    case .organization, .place: TitleComparison(left, right, explains: explains).match
    }
  }

  /// Rounded to three decimals, between 0 and 1.
  static func score(_ value: Double) -> Double { (min(1, max(0, value)) * 1000).rounded() / 1000 }
}

extension PartAlignment {
  /// What the pairs agree in, in words.
  func reasons(_ left: ParsedName, _ right: ParsedName) -> [String] {
    pairs.map { pair in
      let a = left.parts[pair.left].map(\.text).joined(separator: " ")
      let b = right.parts[pair.right].map(\.text).joined(separator: " ")
      if a == b { return "\(a) in both" }
      if !pair.isMatch { return "\(a) is not \(b)" }
      if pair.isInitial {
        return "\(a.count < b.count ? a : b) is the initial of \(a.count < b.count ? b : a)"
      }
      if pair.isFamiliar { return "\(a) and \(b) are forms of one given name" }
      if pair.isJoined { return "\(a) and \(b) differ in a space" }
      return "\(a) and \(b) are spellings of one sound"
    }
  }
}
