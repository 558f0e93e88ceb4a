public import RelataGraph

/// A graph's adjacency as compact numbers: what every search runs on. Built once, then shared by any number of queries and
/// threads.
///
/// Compressed sparse rows both ways: an entity's row holds one slot for each statement at either of its ends, in ascending order
/// of the neighbour, then of the statement. A slot has the neighbour and, beside it, the statement's kind (relation, polarity,
/// modality) with the direction; strength and time stand in tables by statement. Self-references and statements whose ends are
/// not in the graph have no slots.
///
/// 36 bytes a statement and 12 an entity, besides the identifiers.
public struct GraphIndex: Sendable {
  /// One statement seen from one of its ends.
  struct Slot: BitwiseCopyable {
    /// The entity at the other end.
    var node: UInt32
    /// Twice the number of the kind, plus 1 where the slot stands at the statement's object.
    var kind: UInt32
  }

  /// In ascending order: comparing numbers compares identifiers.
  public let ids: [EntityID]
  private let numbers: [EntityID: UInt32]
  /// By type number.
  let types: [EntityType]
  let typeOfNode: FixedBuffer<UInt32>
  let kinds: [StatementKind]
  /// By statement: the number of its kind.
  let kindOfStatement: FixedBuffer<UInt32>
  /// By kind: how many statements have its relation.
  let relationCounts: [Int]
  /// The first slot of each entity's row, and the end of the last row.
  let offsets: FixedBuffer<UInt32>
  let slots: FixedBuffer<Slot>
  /// By slot: the index in ``KnowledgeGraph/statements``.
  let statements: FixedBuffer<UInt32>
  /// By statement: doubt in millionths (20 bits), above it the number of documents (at most 4095).
  let strengths: FixedBuffer<UInt32>
  /// By statement: the number of its range of days; 0: undated.
  let times: FixedBuffer<UInt32>
  let ranges: FixedBuffer<DayRange>
  /// By entity: how many different neighbours it has.
  let degrees: FixedBuffer<UInt32>

  /// Statements that the index can hold.
  static let capacity = Int(UInt32.max / 4)

  /// - Complexity: O(n log n) for n entities, O(m) for m statements.
  public init(_ graph: KnowledgeGraph) {
    ids = Set(graph.entities.map(\.id)).sorted()
    numbers = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, UInt32($0)) })
    var typeNumbers: [EntityType: UInt32] = [:]
    var types: [EntityType] = []
    typeOfNode = FixedBuffer(count: ids.count, repeating: 0)
    for entity in graph.entities {
      guard let node = numbers[entity.id] else { continue }
      let number = typeNumbers[entity.type] ?? UInt32(types.count)
      if typeNumbers.updateValue(number, forKey: entity.type) == nil { types.append(entity.type) }
      typeOfNode.base[Int(node)] = number
    }
    self.types = types
    let table = StatementTable(graph.statements, numbers: numbers)
    kinds = table.kinds
    relationCounts = table.relationCounts
    kindOfStatement = FixedBuffer(table.kindNumbers, or: 0)
    strengths = table.strengths
    times = table.times
    ranges = table.ranges
    let rows = AdjacencyRows(table, nodeCount: ids.count)
    offsets = rows.offsets
    slots = rows.slots
    statements = rows.statements
    degrees = rows.degrees
  }

  /// The number of entities.
  public var entityCount: Int { ids.count }

  /// The number of statements that connect two different entities.
  public var connectionCount: Int { slots.count / 2 }

  /// - Complexity: O(1).
  public func number(of id: EntityID) -> Int? { numbers[id].map(Int.init) }

  /// How many different entities an entity is connected with, whatever the polarity.
  /// - Complexity: O(1).
  public func degree(of number: Int) -> Int {
    ids.indices.contains(number) ? Int(degrees.base[number]) : 0
  }

  static let doubtMask: UInt32 = (1 << 20) - 1

  /// 0 for a sure statement, 1,000,000 for one without any confidence.
  static func doubt(confidence: Double) -> UInt32 {
    guard confidence > 0 else { return 1_000_000 }
    return UInt32(((1 - min(1, confidence)) * 1_000_000).rounded())
  }

  func row(of node: UInt32) -> Range<Int> {
    Int(offsets.base[Int(node)])..<Int(offsets.base[Int(node) + 1])
  }

  /// The slots in a row that lead to one neighbour.
  /// - Complexity: O(log degree).
  func slots(from node: UInt32, to neighbor: UInt32) -> Range<Int> {
    let row = row(of: node)
    func firstSlot(notBefore bound: UInt32, from start: Int) -> Int {
      var low = start
      var high = row.upperBound
      while low < high {
        let middle = (low + high) / 2
        if slots.base[middle].node < bound { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = firstSlot(notBefore: neighbor, from: row.lowerBound)
    return start..<firstSlot(notBefore: neighbor + 1, from: start)
  }
}
