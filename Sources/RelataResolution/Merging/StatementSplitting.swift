import RelataGraph
import RelataNames

/// The statements of one pair of ends and relation in as few as their qualifiers allow.
///
/// The most precise time comes first and draws the vaguer ones that fit only it; what fits
/// several stays by itself.
struct StatementSplitting {
  /// A statement that others were merged into, and all of them.
  struct Group {
    var statement: Statement
    var members: [Statement]
    fileprivate var foldedRole: String?
  }

  private(set) var groups: [Group] = []
  private var index = QualifierIndex()

  /// - Complexity: O(n log n) where most statements say when.
  init(_ statements: [Statement]) {
    let details = statements.map(Self.detail)
    let order = statements.indices.sorted { a, b in
      details[a] != details[b]
        ? details[a] > details[b] : StatementOrder.qualifiersPrecede(statements[a], statements[b])
    }
    for position in order { add(statements[position]) }
  }

  private static func detail(_ statement: Statement) -> Int {
    (statement.time?.precision ?? 0) * 4 + (statement.role == nil ? 0 : 2) + (statement.place == nil ? 0 : 1)
  }

  private mutating func add(_ statement: Statement) {
    let role = statement.role.map(NameWords.folded)
    guard let fit = fit(statement, role) else {
      index.file(groups.count, statement)
      groups.append(Group(statement: statement, members: [statement], foldedRole: role))
      return
    }
    groups[fit].members.append(statement)
    let qualified = qualified(groups[fit].statement, by: statement)
    let isMoved =
      qualified.time?.start != groups[fit].statement.time?.start
      || qualified.place != groups[fit].statement.place
    groups[fit].statement = qualified
    groups[fit].foldedRole = groups[fit].foldedRole ?? role
    if isMoved { index.file(fit, qualified) }
  }

  /// The first group of an equal time that the statement can be one with, or the only one of any time.
  private func fit(_ statement: Statement, _ role: String?) -> Int? {
    // An equal statement is the best fit even where a more general one fits too.
    let equal = index.equals(of: statement).filter {
      groups[$0].statement.time == statement.time && canBeOne(groups[$0], statement, role)
    }.min()
    if let equal { return equal }
    var only: Int?
    var isOnly = true
    index.forEachPossible(statement) { candidate in
      guard candidate != only, canBeOne(groups[candidate], statement, role) else { return true }
      isOnly = only == nil
      only = candidate
      return isOnly
    }
    return isOnly ? only : nil
  }

  private func canBeOne(_ group: Group, _ statement: Statement, _ role: String?) -> Bool {
    func agree<Value: Equatable>(_ a: Value?, _ b: Value?) -> Bool { a == nil || b == nil || a == b }
    guard agree(group.statement.place, statement.place), agree(group.foldedRole, role) else { return false }
    guard let time = group.statement.time, let other = statement.time else { return true }
    return time.canBeOne(with: other)
  }

  private func qualified(_ statement: Statement, by other: Statement) -> Statement {
    var result = statement
    if let time = other.time { result.time = result.time?.combined(with: time) ?? time }
    result.place = result.place ?? other.place
    result.role = result.role ?? other.role
    return result
  }
}
