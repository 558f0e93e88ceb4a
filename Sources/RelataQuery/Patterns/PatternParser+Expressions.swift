extension PatternParser {
  /// Conditions, from what binds least to what binds most: OR, XOR, AND, NOT, comparison.
  mutating func expression() throws(PatternError) -> PatternExpression {
    try nested { (parser) throws(PatternError) in
      var left = try parser.exclusive()
      while parser.take(keyword: "OR") { left = .or(try parser.linked(left), try parser.exclusive()) }
      return left
    }
  }

  private mutating func exclusive() throws(PatternError) -> PatternExpression {
    var left = try conjunction()
    while take(keyword: "XOR") { left = .xor(try linked(left), try conjunction()) }
    return left
  }

  private mutating func conjunction() throws(PatternError) -> PatternExpression {
    var left = try negation()
    while take(keyword: "AND") { left = .and(try linked(left), try negation()) }
    return left
  }

  private mutating func negation() throws(PatternError) -> PatternExpression {
    guard take(keyword: "NOT") else { return try comparison() }
    return .not(try nested { (parser) throws(PatternError) in try parser.negation() })
  }

  private mutating func comparison() throws(PatternError) -> PatternExpression {
    let left = try operand()
    if let sign = comparisonSign() { return .compare(left, sign, try operand()) }
    if take(keyword: "CONTAINS") { return .compare(left, .contains, try operand()) }
    if keyword == "STARTS" || keyword == "ENDS" {
      let kind: PatternExpression.Comparison = keyword == "STARTS" ? .startsWith : .endsWith
      advance()
      guard take(keyword: "WITH") else { throw failure("WITH") }
      return .compare(left, kind, try operand())
    }
    if take(keyword: "IN") { return .isIn(left, try operand()) }
    if take(keyword: "IS") {
      let isNegated = take(keyword: "NOT")
      guard take(keyword: "NULL") else { throw failure(isNegated ? "NULL" : "NULL or NOT NULL") }
      return .isNull(left, isNegated: isNegated)
    }
    return left
  }

  private mutating func comparisonSign() -> PatternExpression.Comparison? {
    let sign: PatternExpression.Comparison
    var length = 2
    switch true {
    case isSign("<") && isFollowed(by: ">"), isSign("!") && isFollowed(by: "="): sign = .unequal
    case isSign("<") && isFollowed(by: "="): sign = .lessOrEqual
    case isSign(">") && isFollowed(by: "="): sign = .greaterOrEqual
    case isSign("<"): (sign, length) = (.less, 1)
    case isSign(">"): (sign, length) = (.greater, 1)
    case isSign("="): (sign, length) = (.equal, 1)
    default: return nil
    }
    for _ in 0..<length { advance() }
    return sign
  }

  private mutating func operand() throws(PatternError) -> PatternExpression {
    if take(sign: "(") {
      let inner = try expression()
      try expect(")", "AND, OR, a comparison or “)”")
      return inner
    }
    if isSign("[") {
      let position = token.start
      advance()
      var items: [PatternExpression] = []
      if !isSign("]") {
        repeat { items.append(try literal()) } while take(sign: ",")
      }
      try expect("]", "“,” or “]”")
      return .list(items, position: position)
    }
    guard case .word(let word, let isQuoted) = token.kind, isQuoted || !isLiteralWord else {
      return try literal()
    }
    if !isQuoted, let keyword, Self.reserved.contains(keyword) {
      throw failure("a property such as p.name, a text, a number or a function")
    }
    let name = PatternName(text: word, position: token.start)
    if isFollowed(byAny: "("), !isQuoted {
      advance()
      advance()
      return try call(name)
    }
    advance()
    guard take(sign: ".") else { return .variable(name) }
    return .property(name, try self.name("a property such as name"))
  }

  private static let reserved: Set<String> = [
    "AND", "OR", "XOR", "NOT", "WHERE", "RETURN", "ORDER", "BY", "SKIP", "LIMIT", "OFFSET", "AS", "IN", "IS",
    "CONTAINS",
    "STARTS", "ENDS", "DISTINCT", "ASC", "DESC", "MATCH",
  ]

  private var isLiteralWord: Bool { ["TRUE", "FALSE", "NULL"].contains(keyword) }

  /// The arguments of a function, the opening bracket being read.
  private mutating func call(_ name: PatternName) throws(PatternError) -> PatternExpression {
    if let kind = PatternAggregate.Kind(rawValue: name.text.lowercased()) {
      if kind == .count, take(sign: "*") {
        try expect(")", "“)” after count(*")
        return .aggregate(
          PatternAggregate(kind: kind, isDistinct: false, operand: nil, position: name.position))
      }
      let isDistinct = take(keyword: "DISTINCT")
      let operand = try expression()
      try expect(")", "“)” after the value")
      return .aggregate(
        PatternAggregate(kind: kind, isDistinct: isDistinct, operand: operand, position: name.position))
    }
    let argument = try expression()
    try expect(")", "“)” after the value")
    return .call(name, [argument])
  }

  mutating func literal() throws(PatternError) -> PatternExpression {
    let position = token.start
    let value: PatternValue
    switch token.kind {
    case .text(let text): value = .text(text)
    case .number(let number): value = .number(number)
    case .sign("-") where isFollowedByNumber:
      advance()
      guard case .number(let number) = token.kind else { throw failure("a number") }
      value = .number(-number)
    case .word where keyword == "TRUE": value = .truth(true)
    case .word where keyword == "FALSE": value = .truth(false)
    case .word where keyword == "NULL": value = .null
    default: throw failure("a text in quotation marks, a number, true or false")
    }
    advance()
    return .literal(value, position: position)
  }

  private var isFollowedByNumber: Bool {
    var copy = self
    copy.advance()
    return copy.isNumber
  }

  // MARK: - RETURN

  mutating func returnClause() throws(PatternError) -> ReturnPattern {
    var result = ReturnPattern()
    if take(keyword: "RETURN") {
      result.isDistinct = take(keyword: "DISTINCT")
      if !take(sign: "*") {
        var items: [ReturnItem] = []
        repeat { items.append(try returnItem()) } while take(sign: ",")
        result.items = items
      }
    } else {
      result.isDistinct = true
    }
    if take(keyword: "ORDER") {
      guard take(keyword: "BY") else { throw failure("BY") }
      repeat { result.order.append(try orderItem()) } while take(sign: ",")
    }
    if take(keyword: "SKIP") || take(keyword: "OFFSET") { result.skip = try wholeNumber() }
    if take(keyword: "LIMIT") { result.limit = try wholeNumber() }
    return result
  }

  private mutating func returnItem() throws(PatternError) -> ReturnItem {
    let start = token.start
    let expression = try expression()
    let source = source(start)
    let name = take(keyword: "AS") ? try self.name("the name of a column").text : source
    return ReturnItem(expression: expression, name: name, source: source)
  }

  private mutating func orderItem() throws(PatternError) -> OrderItem {
    let start = token.start
    let expression = try expression()
    let source = source(start)
    var isDescending = false
    switch keyword {
    case "DESC", "DESCENDING":
      isDescending = true
      advance()
    case "ASC", "ASCENDING": advance()
    default: break
    }
    return OrderItem(expression: expression, source: source, isDescending: isDescending)
  }

  private func source(_ start: Int) -> String { String(String.UnicodeScalarView(scalars[start..<lastEnd])) }
}
