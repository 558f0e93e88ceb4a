/// What a user should know of rules of identity that could not be kept.
struct UnmetIdentities {
  private let rules: IdentityRules
  private var found: [UnmetRule] = []

  init(_ rules: IdentityRules) { self.rules = rules }

  /// - Parameter name: of the rule's names the place.
  mutating func noteMissing(_ name: Int, of rule: IdentityRules.Rule) {
    let kind = rule.type.map { "no \($0)" } ?? "nothing"
    note(
      rule,
      "\(kind) is called “\(rule.names[name])”; write the name as the documents spell it or remove it")
  }

  /// - Parameters:
  ///   - first: of the rule's names the place.
  ///   - document: the identifier of one that takes both for one.
  mutating func noteConfused(_ first: Int, _ second: Int, of rule: IdentityRules.Rule, in document: String) {
    note(
      rule,
      "“\(rule.names[first])” and “\(rule.names[second])” could not be kept apart; \(document) takes them for one"
    )
  }

  /// In the order of the file.
  func sorted() -> [UnmetRule] { found.sorted { ($0.line, $0.problem) < ($1.line, $1.problem) } }

  private mutating func note(_ rule: IdentityRules.Rule, _ problem: String) {
    found.append(UnmetRule(file: rules.fileName, line: rule.line, problem: problem))
  }
}
