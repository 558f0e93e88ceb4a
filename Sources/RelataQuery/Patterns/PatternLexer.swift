/// A word, literal or sign of a pattern.
struct PatternToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// A name or keyword; quoted where it stood in backquotes and so can be no keyword.
    case word(String, isQuoted: Bool)
    case text(String)
    case number(Double)
    case sign(Unicode.Scalar)
    case end
  }

  var kind: Kind
  /// In Unicode scalars, end exclusive.
  var start: Int
  var end: Int

  /// As it is told to people.
  var spoken: String {
    switch kind {
    case .word(let word, _): "“\(word)”"
    case .text(let text): "the text '\(text)'"
    case .number(let number): "the number \(PatternValue.number(number).plainText)"
    case .sign(let sign): "“\(sign)”"
    case .end: "the end"
    }
  }
}

/// Cuts a pattern into tokens.
///
/// Signs are single characters; the parser puts `->` and `<=` together, since `<-` is an arrow in a pattern
/// and “below minus” in a condition.
struct PatternLexer {
  private let query: String
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ query: String) {
    self.query = query
    scalars = Array(query.unicodeScalars)
  }

  static func tokens(of query: String) throws(PatternError) -> [PatternToken] {
    var lexer = PatternLexer(query)
    var tokens: [PatternToken] = []
    while true {
      let token = try lexer.next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  private mutating func next() throws(PatternError) -> PatternToken {
    while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
    let start = position
    guard position < scalars.count else { return PatternToken(kind: .end, start: start, end: start) }
    let kind = try kind(startingWith: scalars[position])
    return PatternToken(kind: kind, start: start, end: position)
  }

  private mutating func kind(startingWith scalar: Unicode.Scalar) throws(PatternError) -> PatternToken.Kind {
    switch scalar {
    case "'", "\"": return .text(try quoted(until: scalar, "the text"))
    // What word processors make of quotation marks.
    case "‘", "’": return .text(try quoted(until: "’", "the text"))
    case "“", "”": return .text(try quoted(until: "”", "the text"))
    case "`": return .word(try quoted(until: "`", "the name"), isQuoted: true)
    case "0"..."9": return .number(try number())
    case _ where Self.isWordScalar(scalar):
      let start = position
      while position < scalars.count, Self.isWordScalar(scalars[position]) { position += 1 }
      return .word(String(String.UnicodeScalarView(scalars[start..<position])), isQuoted: false)
    case _ where "()[]{}:|,.=<>!-*+".unicodeScalars.contains(scalar):
      position += 1
      return .sign(scalar)
    default:
      throw PatternError(
        .expected(
          "a name, a text in quotation marks, a number or a sign of the pattern", found: "“\(scalar)”"),
        query: query, position: position)
    }
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }

  /// A doubled end sign and one after a backslash are part of the text.
  private mutating func quoted(
    until end: Unicode.Scalar, _ what: String
  ) throws(PatternError) -> String {
    let start = position
    var text = String.UnicodeScalarView()
    position += 1
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      if scalar == "\\", position < scalars.count, end != "`" {
        text.append(scalars[position])
        position += 1
      } else if scalar == end {
        guard position < scalars.count, scalars[position] == end, end != "’", end != "”" else {
          return String(text)
        }
        text.append(end)
        position += 1
      } else {
        text.append(scalar)
      }
    }
    throw PatternError(.unterminated(what), query: query, position: start)
  }

  private mutating func number() throws(PatternError) -> Double {
    let start = position
    func isDigit(_ place: Int) -> Bool { place < scalars.count && ("0"..."9").contains(scalars[place]) }
    while isDigit(position) { position += 1 }
    // In 1..3 the full stops are a sign of their own.
    if position < scalars.count, scalars[position] == ".", isDigit(position + 1) {
      position += 1
      while isDigit(position) { position += 1 }
    }
    let digits = String(String.UnicodeScalarView(scalars[start..<position]))
    guard let number = Double(digits), number.isFinite else {
      throw PatternError(.expected("a smaller number", found: "“\(digits)”"), query: query, position: start)
    }
    return number
  }
}
