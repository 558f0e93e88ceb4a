/// Reads tokens as a query, by recursive descent: one method for each rule of the grammar in
/// `Documentation/match.md`.
struct PatternParser {
  let text: String
  let scalars: [Unicode.Scalar]
  private let tokens: [PatternToken]
  private var index = 0
  private var hiddenCount = 0
  private var depth = 0
  /// How many conditions AND, OR and XOR have joined.
  private var links = 0
  private static let mostLinks = 256

  init(_ text: String, tokens: [PatternToken]) {
    self.text = text
    scalars = Array(text.unicodeScalars)
    self.tokens = tokens
  }

  mutating func query() throws(PatternError) -> (
    paths: [PathPattern], condition: PatternExpression?, result: ReturnPattern
  ) {
    try refuseOtherClauses()
    var paths: [PathPattern] = []
    _ = take(keyword: "MATCH")
    repeat { paths.append(try path()) } while take(sign: ",")
    let condition = take(keyword: "WHERE") ? try expression() : nil
    let result = try returnClause()
    guard token.kind == .end else {
      try refuseOtherClauses()
      throw failure("WHERE, RETURN, ORDER BY, SKIP, LIMIT or the end")
    }
    return (paths, condition, result)
  }

  /// What other statements of the language begin with.
  private func refuseOtherClauses() throws(PatternError) {
    let others = [
      "CREATE", "INSERT", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "DROP", "CALL", "WITH", "UNWIND",
      "OPTIONAL",
      "UNION", "FOR", "LET", "FILTER", "USE", "LOAD", "MATCH", "FOREACH",
    ]
    guard let word = keyword, others.contains(word), word != "MATCH" || index > 0 else { return }
    throw error(.unsupported(word))
  }

  // MARK: - Chains

  private mutating func path() throws(PatternError) -> PathPattern {
    var variable: PatternName?
    if case .word(let name, _) = token.kind, isFollowed(byAny: "=") {
      variable = PatternName(text: name, position: token.start)
      advance()
      advance()
    }
    var path = PathPattern(variable: variable, nodes: [try node()])
    while isSign("-") || isSign("<") {
      path.relations.append(try relation())
      path.nodes.append(try node())
    }
    return path
  }

  private mutating func node() throws(PatternError) -> NodePattern {
    try expect("(", "“(”, the beginning of a node such as (p:Person)")
    var node = NodePattern(variable: try variable())
    if take(sign: ":") || take(keyword: "IS") {
      repeat { node.labels.append(try name("a type such as Person")) } while take(sign: "|")
    }
    node.conditions = try innerConditions(of: node.variable)
    try expect(
      ")", node.labels.isEmpty ? "a variable, “:” and a type, or “)”" : "“|”, “{”, WHERE or “)”")
    return node
  }

  private mutating func relation() throws(PatternError) -> RelationPattern {
    let pointsLeft = take(sign: "<")
    try expect("-", "“-”, the beginning of a relation such as -[:leads]->")
    var relation: RelationPattern
    if take(sign: "[") {
      relation = RelationPattern(variable: try variable())
      if take(sign: ":") || take(keyword: "IS") {
        repeat {
          _ = take(sign: ":")
          relation.relations.append(try name("a relation such as leads"))
        } while take(sign: "|")
      }
      if take(sign: "*") { relation.quantifier = try innerQuantifier() }
      relation.conditions = try innerConditions(of: relation.variable)
      try expect(
        "]",
        relation.relations.isEmpty ? "a variable, “:” and a relation, or “]”" : "“|”, “*”, “{”, WHERE or “]”")
      try expect("-", "“-” after the relation, as in -[:leads]->")
    } else {
      relation = RelationPattern(variable: hiddenName())
      _ = take(sign: "-")
    }
    let pointsRight = take(sign: ">")
    relation.direction = pointsLeft == pointsRight ? .either : pointsRight ? .forward : .backward
    try outerQuantifier(&relation)
    return relation
  }

  /// openCypher's, after the star: `*`, `*2`, `*1..3`, `*..3`, `*2..`.
  private mutating func innerQuantifier() throws(PatternError) -> RelationPattern.Quantifier {
    let low = isNumber ? try wholeNumber() : nil
    guard isSign(".") else { return .init(minimum: low ?? 1, maximum: low) }
    advance()
    try expect(".", "“..” between the numbers of a range")
    let position = token.start
    let high = isNumber ? try wholeNumber() : nil
    return try quantifier(low ?? 1, high, at: position)
  }

  /// GQL's, after the arrow: `*`, `+`, `?`, `{2}`, `{1,3}`, `{2,}`, `{,3}`.
  private mutating func outerQuantifier(_ relation: inout RelationPattern) throws(PatternError) {
    let start = token
    var quantifier: RelationPattern.Quantifier?
    if take(sign: "*") {
      quantifier = .init(minimum: 0, maximum: nil)
    } else if take(sign: "+") {
      quantifier = .init(minimum: 1, maximum: nil)
    } else if take(sign: "{") {
      let low = isNumber ? try wholeNumber() : nil
      var high = low
      var position = token.start
      if take(sign: ",") {
        position = token.start
        high = isNumber ? try wholeNumber() : nil
      } else if low == nil {
        throw failure("a number, as in {1,3}")
      }
      try expect("}", "“}” after the numbers, as in {1,3}")
      quantifier = try self.quantifier(low ?? 0, high, at: position)
    }
    guard let quantifier else { return }
    if relation.quantifier != nil {
      throw PatternError(
        .expected("only one quantifier", found: start.spoken), query: text, position: start.start)
    }
    relation.quantifier = quantifier
  }

  private func quantifier(
    _ low: Int, _ high: Int?, at position: Int
  ) throws(PatternError) -> RelationPattern.Quantifier {
    if let high, high < low {
      throw PatternError(.emptyRange(low, high), query: text, position: position)
    }
    return .init(minimum: low, maximum: high)
  }

  /// `{name: 'Damascus'}` and `WHERE …` inside the brackets.
  private mutating func innerConditions(of variable: PatternName) throws(PatternError) -> [PatternExpression]
  {
    var conditions: [PatternExpression] = []
    if take(sign: "{") {
      repeat {
        let property = try name("a property such as name")
        try expect(":", "“:” after the property, as in {name: 'Damascus'}")
        let owner = PatternName(text: variable.text, position: property.position)
        conditions.append(.compare(.property(owner, property), .equal, try literal()))
      } while take(sign: ",")
      try expect("}", "“,” or “}” after the value")
    }
    if take(keyword: "WHERE") { conditions.append(try expression()) }
    return conditions
  }

  private mutating func variable() throws(PatternError) -> PatternName {
    guard case .word(let name, let isQuoted) = token.kind, isQuoted || !["WHERE", "IS"].contains(keyword)
    else {
      return hiddenName()
    }
    let variable = PatternName(text: name, position: token.start)
    advance()
    return variable
  }

  private mutating func hiddenName() -> PatternName {
    hiddenCount += 1
    return PatternName(text: " \(hiddenCount)", position: token.start)
  }

  mutating func name(_ what: String) throws(PatternError) -> PatternName {
    guard case .word(let name, _) = token.kind else { throw failure(what) }
    let result = PatternName(text: name, position: token.start)
    advance()
    return result
  }

  // MARK: - Tokens

  var token: PatternToken { tokens[index] }

  /// The end of the last token that was taken.
  var lastEnd: Int { index > 0 ? tokens[index - 1].end : 0 }

  /// The word here in capitals, if it can be a keyword.
  var keyword: String? {
    guard case .word(let word, isQuoted: false) = token.kind else { return nil }
    return word.uppercased()
  }

  var isNumber: Bool {
    if case .number = token.kind { return true }
    return false
  }

  func isSign(_ sign: Unicode.Scalar) -> Bool { token.kind == .sign(sign) }

  /// Whether the next token is this sign and touches the one here.
  func isFollowed(by sign: Unicode.Scalar) -> Bool {
    index + 1 < tokens.count && tokens[index + 1].kind == .sign(sign) && tokens[index + 1].start == token.end
  }

  func isFollowed(byAny sign: Unicode.Scalar) -> Bool {
    index + 1 < tokens.count && tokens[index + 1].kind == .sign(sign)
  }

  mutating func advance() { if index + 1 < tokens.count { index += 1 } }

  mutating func take(sign: Unicode.Scalar) -> Bool {
    guard isSign(sign) else { return false }
    advance()
    return true
  }

  mutating func take(keyword word: String) -> Bool {
    guard keyword == word else { return false }
    advance()
    return true
  }

  mutating func expect(_ sign: Unicode.Scalar, _ what: String) throws(PatternError) {
    guard take(sign: sign) else { throw failure(what) }
  }

  mutating func wholeNumber() throws(PatternError) -> Int {
    guard case .number(let number) = token.kind, number == number.rounded(), number <= 1_000_000_000 else {
      throw failure("a whole number")
    }
    advance()
    return Int(number)
  }

  /// Guards the stack: a query of ten thousand brackets must not end the program.
  mutating func nested<Value>(
    _ body: (inout PatternParser) throws(PatternError) -> Value
  ) throws(PatternError) -> Value {
    guard depth < 100 else { throw failure("fewer brackets inside brackets") }
    depth += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  /// A chain of conditions is as deep as it is long, for all that comes after.
  mutating func linked(_ condition: PatternExpression) throws(PatternError) -> PatternExpression {
    guard links < Self.mostLinks else { throw failure("fewer conditions; IN compares with a list") }
    links += 1
    return condition
  }

  func failure(_ expected: String) -> PatternError { error(.expected(expected, found: token.spoken)) }

  func error(_ problem: PatternError.Problem) -> PatternError {
    PatternError(problem, query: text, position: token.start)
  }
}
