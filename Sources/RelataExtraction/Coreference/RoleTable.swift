/// Who holds which role in what, as the document says it of names: what "the HTS leader" refers to.
struct RoleTable: Sendable {
  struct Fact: Sendable {
    var role: String
    var holder: Int
    var body: Int?
    var sentence: Int
    var isFormer: Bool
  }

  private(set) var facts: [Fact] = []

  mutating func add(_ fact: Fact) { facts.append(fact) }

  /// The holder of a role in a body, or, without a body, the last one mentioned in that role before or in `sentence`.
  func holder(role: String, bodies: [Int], before sentence: Int) -> Int? {
    let matching = facts.filter { $0.role == role || Self.isSynonym($0.role, role) }
    if !bodies.isEmpty {
      let exact = matching.filter { fact in fact.body.map { bodies.contains($0) } ?? false }
      if let current = exact.last(where: { !$0.isFormer && $0.sentence <= sentence })
        ?? exact.last(where: { !$0.isFormer })
      {
        return current.holder
      }
      return exact.last?.holder
    }
    let holders = Set(matching.map(\.holder))
    if holders.count == 1 { return holders.first }
    return matching.last(where: { $0.sentence <= sentence && !$0.isFormer })?.holder
  }

  /// What a person leads, for "his fighters".
  func bodyLed(by person: Int, where isBody: (Int) -> Bool) -> Int? {
    facts.last { fact in
      fact.holder == person && Self.leading.contains(fact.role) && !fact.isFormer
        && (fact.body.map(isBody) ?? false)
    }?.body
  }

  private static let leading: Set<String> = ["leader", "commander", "chief", "head", "boss", "founder"]
  private static let heads: Set<String> = [
    "leader", "president", "head", "ruler", "chief", "commander", "boss",
  ]

  private static func isSynonym(_ a: String, _ b: String) -> Bool { heads.contains(a) && heads.contains(b) }
}
