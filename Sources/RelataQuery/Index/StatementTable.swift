import RelataGraph

/// Statements as numbers, in the graph's order.
struct StatementTable {
  static let nowhere = UInt32.max

  private(set) var kinds: [StatementKind] = []
  /// ``nowhere`` where an end is not in the graph, or both are the same.
  private(set) var subjects: [UInt32] = []
  private(set) var objects: [UInt32] = []
  private(set) var kindNumbers: [UInt32] = []
  private(set) var strengths: [UInt32] = []
  private(set) var evidenceCounts: [UInt8] = []
  private(set) var importances: [UInt8] = []
  private(set) var times: [UInt32] = []
  private(set) var ranges = [DayRange.undated]
  private var kindIndex: [StatementKind: UInt32] = [:]
  private var rangeIndex: [DayRange: UInt32] = [:]

  init(capacity: Int = 0) {
    subjects.reserveCapacity(capacity)
    objects.reserveCapacity(capacity)
    kindNumbers.reserveCapacity(capacity)
    strengths.reserveCapacity(capacity)
    times.reserveCapacity(capacity)
  }

  init(_ all: [Statement], numbers: [EntityID: UInt32]) {
    let statements = all.prefix(GraphIndex.capacity)
    self.init(capacity: statements.count)
    for statement in statements {
      append(statement, subject: numbers[statement.subject], object: numbers[statement.object])
    }
  }

  /// - Parameters:
  ///   - subject: the number of the end; nil where it is not in the graph.
  ///   - object: likewise.
  mutating func append(_ statement: Statement, subject: UInt32?, object: UInt32?) {
    let kind = StatementKind(statement)
    let number = kindIndex[kind] ?? UInt32(kinds.count)
    if number == kinds.count {
      kindIndex[kind] = number
      kinds.append(kind)
    }
    kindNumbers.append(number)
    if let subject, let object, subject != object {
      subjects.append(subject)
      objects.append(object)
    } else {
      subjects.append(Self.nowhere)
      objects.append(Self.nowhere)
    }
    strengths.append(
      GraphIndex.doubt(confidence: statement.confidence)
        | UInt32(min(4095, Self.documentCount(statement))) << 20)
    evidenceCounts.append(UInt8(clamping: statement.evidence.count))
    importances.append(GraphIndex.importance(statement.importance))
    times.append(statement.time.flatMap(DayRange.init).map { rangeNumber($0) } ?? 0)
  }

  private mutating func rangeNumber(_ range: DayRange) -> UInt32 {
    if let number = rangeIndex[range] { return number }
    let number = UInt32(ranges.count)
    rangeIndex[range] = number
    ranges.append(range)
    return number
  }

  /// By kind: how many statements have its relation.
  var relationCounts: [Int] { kindNumbers.withUnsafeBufferPointer { Self.relationCounts(kinds, $0) } }

  /// By kind: how many statements have its relation.
  static func relationCounts(_ kinds: [StatementKind], _ kindNumbers: UnsafeBufferPointer<UInt32>) -> [Int] {
    var perKind = [Int](repeating: 0, count: kinds.count)
    for number in kindNumbers { perKind[Int(number)] += 1 }
    var perRelation: [String: Int] = [:]
    for (kind, count) in zip(kinds, perKind) { perRelation[kind.relation, default: 0] += count }
    return kinds.map { perRelation[$0.relation] ?? 0 }
  }

  private static func documentCount(_ statement: Statement) -> Int {
    statement.evidence.count < 2
      ? statement.evidence.count : Set(statement.evidence.lazy.map(\.document)).count
  }
}
