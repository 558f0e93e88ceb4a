import RelataGraph

/// Writes patterns in the language of ``PatternQuery``.
struct PatternWriter {
  /// One end of the statement that is looked for.
  enum End {
    case known(Entity)
    /// What is asked for or described: of any of these types (empty: any), and joined to other
    /// things by all of these steps.
    case unknown([EntityType], [Step])

    static let anything = End.unknown([], [])
  }

  /// What narrows an end down: “the group *that captured Damascus*”, “bases *in Syria*”.
  struct Step: Hashable {
    var relations: [String]
    /// Whether the other end is the subject.
    var isBackward = false
    /// Over how many statements.
    var reach = 1...1
    var other: Entity
    /// What the one is to the other: “*the foreign minister* of Russia”.
    var office: Office?
  }

  /// What the pattern returns before the statement.
  enum Answer {
    case subject, object, time, place, statement
  }

  /// Preferred names that several entities have.
  private let sharedNames: Set<String>

  /// By which relations each entity is told to be something: president, ally, spokesman.
  private let roleRelations: [EntityID: Set<String>]

  /// In which years something is said to have begun in each month.
  private let yearsOfMonths: [Int: Set<Int>]

  /// - Complexity: O(entities + statements).
  init(_ graph: KnowledgeGraph) {
    var roles: [EntityID: Set<String>] = [:]
    for statement in graph.statements where statement.role != nil {
      roles[statement.subject, default: []].insert(statement.relation)
    }
    roleRelations = roles
    var years: [Int: Set<Int>] = [:]
    for start in graph.statements.compactMap({ $0.time?.start }) {
      if let year = start.year, let month = start.month { years[month, default: []].insert(year) }
    }
    yearsOfMonths = years
    var seen: Set<String> = []
    sharedNames = Set(graph.entities.map(\.name).filter { !seen.insert($0).inserted })
  }

  /// In the order of their names; empty where the graph calls it nothing.
  func roles(of entity: Entity) -> [String] { (roleRelations[entity.id] ?? []).sorted() }

  /// In ascending order.
  func years(ofMonth month: Int) -> [Int] { (yearsOfMonths[month] ?? []).sorted() }

  /// - Parameters:
  ///   - relations: any of these; empty: any at all.
  ///   - reach: over how many statements of these relations.
  ///   - isEitherWay: whether the subject may be the object as well.
  func pattern(
    _ subject: End, _ relations: [String], _ object: End, answer: Answer, conditions: [String] = [],
    reach: ClosedRange<Int> = 1...1, isEitherWay: Bool = false
  ) -> String {
    var text =
      node("a", subject) + "-[r" + names(relations) + "]-" + (isEitherWay ? "" : ">") + quantifier(reach)
    text += node("b", object) + steps("a", subject) + steps("b", object)
    if !conditions.isEmpty { text += " WHERE " + conditions.joined(separator: " AND ") }
    let column =
      switch answer {
      case .subject: "a, r"
      case .object: "b, r"
      case .time: "r.time, r"
      case .place: "r.place, r"
      case .statement: "r.polarity, r"
      }
    return text + " RETURN " + column
  }

  private func node(_ variable: String, _ end: End) -> String {
    switch end {
    case .known(let entity): "(\(variable) \(properties(entity)))"
    case .unknown(let types, _):
      "(\(variable)\(types.isEmpty ? "" : ":" + types.map(\.rawValue).joined(separator: "|")))"
    }
  }

  private func steps(_ variable: String, _ end: End) -> String {
    guard case .unknown(_, let steps) = end else { return "" }
    return steps.enumerated().map { index, step in
      let (left, right) = step.isBackward ? ("<-", "-") : ("-", "->")
      let role = "\(variable)\(index + 1)"
      let condition = step.office?.condition(role, isPresent: true).map { " WHERE \($0)" } ?? ""
      return
        ", (\(variable))\(left)[\(condition.isEmpty ? "" : role)\(names(step.relations))\(condition)]\(right)"
        + "\(quantifier(step.reach))(\(properties(step.other)))"
    }.joined()
  }

  private func names(_ relations: [String]) -> String {
    relations.isEmpty ? "" : ":" + relations.map(Self.identifier).joined(separator: "|")
  }

  private func quantifier(_ reach: ClosedRange<Int>) -> String {
    reach == 1...1 ? "" : "{\(reach.lowerBound),\(reach.upperBound)}"
  }

  private func properties(_ entity: Entity) -> String {
    sharedNames.contains(entity.name)
      ? "{id: \(Self.text(entity.id.rawValue))}" : "{name: \(Self.text(entity.name))}"
  }

  static func text(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "'"
  }

  private static func identifier(_ name: String) -> String {
    let isPlain = name.unicodeScalars.allSatisfy {
      $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    return isPlain && !name.isEmpty && name.unicodeScalars.first?.properties.numericType == nil
      ? name
      : "`" + name.split(separator: "`", omittingEmptySubsequences: false).joined(separator: "``") + "`"
  }
}
