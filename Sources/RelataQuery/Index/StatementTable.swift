import RelataGraph

/// Statements as numbers, in the graph's order.
struct StatementTable {
  static let nowhere = UInt32.max

  private(set) var kinds: [StatementKind] = []
  private(set) var relationCounts: [Int] = []
  /// ``nowhere`` where an end is not in the graph, or both are the same.
  private(set) var subjects: [UInt32] = []
  private(set) var objects: [UInt32] = []
  private(set) var kindNumbers: [UInt32] = []
  let strengths: FixedBuffer<UInt32>
  let evidenceCounts: FixedBuffer<UInt8>
  let importances: FixedBuffer<UInt8>
  let times: FixedBuffer<UInt32>
  let ranges: FixedBuffer<DayRange>

  init(_ all: [Statement], numbers: [EntityID: UInt32]) {
    let statements = all.prefix(GraphIndex.capacity)
    strengths = FixedBuffer(count: statements.count, repeating: 0)
    evidenceCounts = FixedBuffer(count: statements.count, repeating: 0)
    importances = FixedBuffer(count: statements.count, repeating: 0)
    times = FixedBuffer(count: statements.count, repeating: 0)
    subjects.reserveCapacity(statements.count)
    objects.reserveCapacity(statements.count)
    kindNumbers.reserveCapacity(statements.count)
    var kindIndex: [StatementKind: UInt32] = [:]
    var rangeIndex: [DayRange: UInt32] = [:]
    var ranges = [DayRange.undated]
    for (index, statement) in statements.enumerated() {
      let kind = StatementKind(statement)
      let number = kindIndex[kind] ?? UInt32(kinds.count)
      if number == kinds.count {
        kindIndex[kind] = number
        kinds.append(kind)
      }
      kindNumbers.append(number)
      if let subject = numbers[statement.subject], let object = numbers[statement.object], subject != object {
        subjects.append(subject)
        objects.append(object)
      } else {
        subjects.append(Self.nowhere)
        objects.append(Self.nowhere)
      }
      strengths.base[index] =
        GraphIndex.doubt(confidence: statement.confidence)
        | UInt32(min(4095, Self.documentCount(statement))) << 20
      evidenceCounts.base[index] = UInt8(clamping: statement.evidence.count)
      importances.base[index] = GraphIndex.importance(statement.importance)
      if let range = statement.time.flatMap(DayRange.init) {
        let number = rangeIndex[range] ?? UInt32(ranges.count)
        if number == ranges.count {
          rangeIndex[range] = number
          ranges.append(range)
        }
        times.base[index] = number
      }
    }
    self.ranges = FixedBuffer(ranges, or: .undated)
    relationCounts = kindNumbers.withUnsafeBufferPointer { Self.relationCounts(kinds, $0) }
  }

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
