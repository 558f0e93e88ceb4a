/// What is wrong with a pattern, and where.
///
/// ```swift
/// do {
///   _ = try PatternQuery("(p:Person)-[:leads]->g")
/// } catch {
///   print(error)          // expected “(”, the beginning of a node such as (p:Person), not “g” at character 22
///   print(error.excerpt)  // the line of the query, and a caret below the character
/// }
/// ```
public struct PatternError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// Something else should stand here.
    case expected(String, found: String)
    /// A text in quotation marks, or a name in backquotes, has no end.
    case unterminated(String)
    /// A clause of the query language that is not part of the subset.
    case unsupported(String)
    case unknownLabel(String, nearest: [String])
    case unknownRelation(String, nearest: [String])
    case unknownVariable(String, known: [String])
    case unknownProperty(String, known: [String])
    case unknownFunction(String, known: [String])
    /// A variable stands for two different things.
    case repeatedVariable(String)
    /// The variable of a repeated relation stands for several statements, which have no single property.
    case manyStatements(String)
    /// The value is of a kind or of a set that does not fit.
    case wrongValue(expected: String, found: String)
    /// A quantifier whose largest number is below its smallest.
    case emptyRange(Int, Int)
  }

  /// What is wrong.
  public var problem: Problem
  /// The query as it was given.
  public var query: String
  /// Where, in Unicode scalars from the beginning of the query, from 0.
  public var position: Int

  /// A problem at a position of the query, in Unicode scalars from 0.
  public init(_ problem: Problem, query: String, position: Int) {
    self.problem = problem
    self.query = query
    self.position = position
  }

  /// One line, without the query itself.
  public var description: String { "\(reason) at character \(position + 1)" }

  private var reason: String {
    switch problem {
    case .expected(let what, let found): "expected \(what), not \(found)"
    case .unterminated(let what): "expected the end of \(what) that begins"
    case .unsupported(let clause):
      "“\(clause)” is not part of this language, which only asks: MATCH, WHERE, RETURN, ORDER BY, SKIP, LIMIT; expected one of them"
    case .unknownLabel(let name, let nearest):
      "expected a type of the ontology, not “\(name)”\(Self.hint(nearest))"
    case .unknownRelation(let name, let nearest):
      "expected a relation of the ontology or of this graph, not “\(name)”\(Self.hint(nearest))"
    case .unknownVariable(let name, let known):
      known.isEmpty
        ? "expected a variable, but the pattern names none, not “\(name)”"
        : "expected a variable of the pattern (\(known.joined(separator: ", "))), not “\(name)”"
    case .unknownProperty(let name, let known):
      "expected a property (\(known.joined(separator: ", "))), not “\(name)”"
    case .unknownFunction(let name, let known):
      "expected a function (\(known.joined(separator: ", "))), not “\(name)”"
    case .repeatedVariable(let name):
      "expected a new variable: “\(name)” already stands for something else"
    case .manyStatements(let name):
      "expected length(\(name)), or the condition inside the brackets as in [\(name) WHERE …]: “\(name)” stands for several statements"
    case .wrongValue(let expected, let found): "expected \(expected), not \(found)"
    case .emptyRange(let low, let high): "expected a number not below \(low), not \(high)"
    }
  }

  private static func hint(_ nearest: [String]) -> String {
    nearest.isEmpty ? "" : " (nearest: \(nearest.joined(separator: ", ")))"
  }

  /// The line of the query that holds the character, and below it a line with a caret under the character.
  public var excerpt: [String] {
    let scalars = Array(query.unicodeScalars)
    let place = min(position, scalars.count)
    func isBreak(_ scalar: Unicode.Scalar) -> Bool { Character(scalar).isNewline }
    let start = scalars[..<place].lastIndex(where: isBreak).map { $0 + 1 } ?? 0
    let end = scalars[place...].firstIndex(where: isBreak) ?? scalars.count
    func text(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(scalars[range].map { $0 == "\t" ? " " : $0 }))
    }
    return [text(start..<end), String(repeating: " ", count: text(start..<place).count) + "^"]
  }
}
